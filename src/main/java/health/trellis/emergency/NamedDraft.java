package health.trellis.emergency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whose record has to be opened, named in full by somebody who finds the client in no list, and
 * why; it checks itself.
 *
 * @param name the whole name, as the practice wrote it down but for accents and case
 */
public record NamedDraft(String name, @Nullable LocalDate birthDate, String reason) {
  /** Trims what was typed. */
  public NamedDraft {
    name = name.strip();
    reason = reason.strip();
    ReasonDraft.problems(reason)
        .in("name", "emergency.name.none", name.isEmpty())
        .in("birthDate", "emergency.birthDate.none", birthDate == null)
        .refuse();
  }
}
