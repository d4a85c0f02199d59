package health.trellis.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * One line of a page of the log. What a list showed of many clients is an act of its own about each
 * of them; whoever reads the log wants to see it once.
 *
 * @param act the act; of a list's many the latest
 * @param acts how many they are
 */
public record Look<A>(A act, int acts) {
  /** The acts as lines, in their order: those that follow the first one as parts of one look. */
  static <A> List<Look<A>> of(List<A> acts, BiPredicate<A, A> together) {
    List<Look<A>> looks = new ArrayList<>();
    for (A act : acts) {
      int last = looks.size() - 1;
      if (last >= 0 && together.test(looks.get(last).act, act)) {
        looks.set(last, new Look<>(looks.get(last).act, looks.get(last).acts + 1));
      } else {
        looks.add(new Look<>(act, 1));
      }
    }
    return looks;
  }

  /** How many acts the first lines are made of. */
  static int acts(List<? extends Look<?>> looks, int lines) {
    return looks.stream().limit(lines).mapToInt(Look::acts).sum();
  }
}
