package health.trellis.architecture.breaches.goals;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;

/** Speaks to the console. */
@Breaks(Rule.NOTHING_ON_THE_CONSOLE)
final class Loud {
  void speak() {
    System.out.println("goal");
  }
}
