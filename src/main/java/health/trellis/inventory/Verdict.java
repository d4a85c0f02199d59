package health.trellis.inventory;

import org.jspecify.annotations.Nullable;

/**
 * What can be said of the difference between two scores of one client, with the evidence for it.
 *
 * @param outcome what is said
 * @param evidence the figures behind it; absent when nothing could be compared
 */
public record Verdict(Outcome outcome, @Nullable Evidence evidence) {

  /** What can be said of a change. */
  public enum Outcome {
    /** Reliably better, and now on the functional side of the cut-off. */
    RECOVERED,
    /** Reliably better. */
    IMPROVED,
    /** No more different than chance allows. */
    UNCHANGED,
    /** Reliably worse. */
    DETERIORATED,
    /** No class: the first score was already on the better side of the cut-off. */
    PAST_CUT_OFF_AT_BASELINE,
    /** No verdict: nobody has reference values for this scale of this version. */
    NO_REFERENCE_VALUES,
    /** No verdict: too few items were answered, the first time or the second. */
    NOT_SCORABLE;

    /** Whether it is one of the four classes of change. */
    public boolean isClass() {
      return ordinal() <= DETERIORATED.ordinal();
    }
  }

  /**
   * The figures behind a verdict, in raw points unless said otherwise.
   *
   * @param first x₁, the score at baseline
   * @param last x₂, the score now
   * @param sem SEM, the standard error of measurement
   * @param sDiff S_diff, the standard error of a difference
   * @param reliableChange RC = (x₂ − x₁) / S_diff, without unit
   * @param threshold the smallest difference that is more than chance: 1.96 · S_diff
   * @param reliable whether the difference exceeds it
   * @param better whether the last score is the better one
   * @param cutOffs the cut-offs there are
   * @param reference the reference values all of it rests on
   */
  public record Evidence(
      double first,
      double last,
      double sem,
      double sDiff,
      double reliableChange,
      double threshold,
      boolean reliable,
      boolean better,
      CutOffs cutOffs,
      ReferenceValues reference) {}

  public Verdict {
    boolean compared = outcome.isClass() || outcome == Outcome.PAST_CUT_OFF_AT_BASELINE;
    if (compared != (evidence != null)) {
      throw new IllegalArgumentException("a verdict comes with its evidence, and only then");
    }
  }
}
