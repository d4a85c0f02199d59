package health.trellis.web;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was searched for in this session, by a random id. The id stands in the address; the words,
 * which may be a client's name, stand in no address, log or history.
 */
@SessionScoped
public class SearchTerms implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 50;
  private static final int LONGEST = 100;

  private final Map<String, String> kept = new LinkedHashMap<>();

  /** Keeps what was typed, and says under which id; of many the oldest is forgotten. */
  public synchronized String keep(@Nullable String typed) {
    String text = typed == null ? "" : typed.replaceAll("\\p{Cntrl}", " ").strip();
    if (text.isEmpty()) {
      return "";
    }
    String id = UUID.randomUUID().toString();
    kept.put(id, text.substring(0, Math.min(LONGEST, text.length())));
    while (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
    return id;
  }

  /** What was searched for under this id; empty for an id that is not of this session. */
  public synchronized String of(@Nullable String id) {
    return id == null ? "" : kept.getOrDefault(id, "");
  }
}
