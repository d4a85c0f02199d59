package health.trellis.formulation;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry as one reads it.
 *
 * @param line which entry this is: it stays the same from version to version
 * @param age how old the client was then, in years; null where nobody says
 * @param belief the belief that it leads to; null without
 */
public record EntryView(
    UUID line,
    FormulationPart part,
    String words,
    @Nullable Integer age,
    @Nullable LinkedBelief belief) {
  /** Whether both say the same, wherever they stand. */
  boolean says(EntryView other) {
    return words.equals(other.words)
        && Objects.equals(age, other.age)
        && Objects.equals(
            belief == null ? null : belief.id(), other.belief == null ? null : other.belief.id());
  }
}
