package health.trellis.goals.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.goals.GoalFocus;
import health.trellis.goals.GoalStarter;
import health.trellis.goals.StarterView;
import health.trellis.kernel.GoalStarterId;
import health.trellis.web.Speech;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class StarterOfferTest {
  private static final Speech ENGLISH = Speech.in("en", ZoneOffset.UTC);

  @Test
  void without_any_of_its_own_a_clinic_has_those_that_are_there() {
    assertThat(StarterOffer.all(ENGLISH, List.of()))
        .hasSameSizeAs(GoalStarter.values())
        .noneMatch(StarterOffer::own);
  }

  @Test
  void the_clinics_own_stands_last_among_those_for_the_same_thing() {
    List<StarterOffer> offered =
        StarterOffer.all(ENGLISH, List.of(own(GoalFocus.TAKES_ALL_ON), own(GoalFocus.HELP)));
    assertThat(offered).hasSize(GoalStarter.values().length + 2);
    assertThat(offered.subList(0, 4))
        .extracting(StarterOffer::focus)
        .containsExactly(GoalFocus.HELP, GoalFocus.HELP, GoalFocus.HELP, GoalFocus.CANNOT_ASK);
    assertThat(offered.get(2).own()).isTrue();
    assertThat(offered.get(offered.size() - 1).own()).isTrue();
  }

  private static StarterView own(GoalFocus focus) {
    return new StarterView(
        GoalStarterId.next(), focus, "I want to ask.", null, Instant.EPOCH, null, 0);
  }
}
