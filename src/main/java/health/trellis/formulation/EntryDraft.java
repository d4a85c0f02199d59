package health.trellis.formulation;

import health.trellis.kernel.BeliefId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry as it is written down.
 *
 * @param line which entry this is: it stays the same from version to version
 * @param words up to 500 characters; empty on a line of the form that was left blank
 * @param age how old the client was then, in years; null where nobody says
 * @param belief the belief that it leads to; null without
 */
public record EntryDraft(
    UUID line,
    FormulationPart part,
    String words,
    @Nullable Integer age,
    @Nullable BeliefId belief) {
  private static final int LONGEST = 500;
  private static final int OLDEST = 120;

  /** Trims what was typed. */
  public EntryDraft {
    words = words.strip();
    age = part.history() ? age : null;
  }

  /** Whether nothing was written on its line. */
  boolean blank() {
    return words.isEmpty() && age == null && belief == null;
  }

  boolean wordless() {
    return words.isEmpty() && !blank();
  }

  boolean unusable() {
    return words.length() > LONGEST || words.indexOf('\0') >= 0;
  }

  boolean outside() {
    return age != null && (age < 0 || age > OLDEST);
  }

  /** Whether it happened when the client will be older than now. */
  boolean ahead(@Nullable Integer now) {
    return age != null && now != null && age > now;
  }
}
