package health.trellis.web;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person searched for lately, each under a random id. The address carries the id, so that no
 * log, history or bookmark holds anybody's name.
 */
@SessionScoped
public class Searches implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int KEPT = 20;
  private static final int LONGEST = 100;

  private final LinkedHashMap<String, String> texts = new LinkedHashMap<>();

  /** Keeps what was typed and gives its id; the oldest is forgotten when there are many. */
  public synchronized String keep(String text) {
    String id = UUID.randomUUID().toString();
    texts.put(id, text.strip().substring(0, Math.min(LONGEST, text.strip().length())));
    if (texts.size() > KEPT) {
      Map.Entry<String, String> oldest = texts.entrySet().iterator().next();
      texts.remove(oldest.getKey());
    }
    return id;
  }

  /** What was typed under this id; empty where it is unknown or forgotten. */
  public synchronized String text(@Nullable String id) {
    return id == null ? "" : texts.getOrDefault(id, "");
  }
}
