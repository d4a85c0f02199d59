package health.trellis.formulation;

import org.jspecify.annotations.Nullable;

/**
 * What became of one entry between two versions.
 *
 * @param before null where it came
 * @param after null where it went
 */
public record FormulationChange(
    FormulationPart part, Kind kind, @Nullable EntryView before, @Nullable EntryView after) {
  /** Whether the entry is new, gone, or says something else. */
  public enum Kind {
    CAME,
    CHANGED,
    WENT
  }

  static FormulationChange came(EntryView after) {
    return new FormulationChange(after.part(), Kind.CAME, null, after);
  }

  static FormulationChange went(EntryView before) {
    return new FormulationChange(before.part(), Kind.WENT, before, null);
  }

  static FormulationChange changed(EntryView before, EntryView after) {
    return new FormulationChange(after.part(), Kind.CHANGED, before, after);
  }
}
