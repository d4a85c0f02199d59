package health.trellis.inventory;

import org.jspecify.annotations.Nullable;

/**
 * The scores that divide people in treatment from people without the problem, in raw points
 * (Jacobson & Truax 1991).
 *
 * @param a two standard deviations from the clinical mean, towards better
 * @param b two standard deviations from the functional mean, towards worse; absent without a
 *     functional group
 * @param c the point between, equally likely in both groups; absent without a functional group
 */
public record CutOffs(double a, @Nullable Double b, @Nullable Double c) {

  /** The cut-offs that these figures allow. */
  static CutOffs of(ReferenceValues reference, boolean lowerIsBetter) {
    int better = lowerIsBetter ? -1 : 1;
    ReferenceValues.Group clinical = reference.clinical();
    double a = clinical.mean() + better * 2 * clinical.sd();
    ReferenceValues.@Nullable Group functional = reference.functional();
    if (functional == null) {
      return new CutOffs(a, null, null);
    }
    double b = functional.mean() - better * 2 * functional.sd();
    double c =
        (clinical.sd() * functional.mean() + functional.sd() * clinical.mean())
            / (clinical.sd() + functional.sd());
    return new CutOffs(a, b, c);
  }

  /** The one a change is judged by: c where there is a functional group, else a. */
  public double used() {
    return c == null ? a : c;
  }

  /** Whether the one used knows people without the problem, as "recovered" needs. */
  public boolean knowsFunctional() {
    return c != null;
  }
}
