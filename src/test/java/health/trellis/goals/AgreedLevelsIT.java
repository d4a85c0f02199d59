package health.trellis.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.GoalRatingId;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Role;
import health.trellis.security.Visit;
import health.trellis.testkit.inside.Owner;
import health.trellis.thread.GoalThreadService;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Goals inside the server: what the services refuse, of one client whom the therapist treats. */
@ExtendWith(ArquillianExtension.class)
class AgreedLevelsIT {
  private static final ClientId NILS = ClientId.of("00000000-0000-7000-8000-00000000b002");
  private static final String CLOSE = "update client set closed_at = %s where id = '" + NILS + "'";

  @Inject private GoalService goals;
  @Inject private GoalThreadService thread;
  @Inject private GoalProgressService progress;
  @Inject private ScaleService scales;
  @Inject private RatingService ratings;
  @Inject private CurrentCaller caller;

  private final Owner owner = new Owner();

  @BeforeEach
  void treatNils() {
    owner.change(
        """
        insert into client (id, clinic_id, name, name_key, language, registered_by, registered_at,
            request_key)
          select '%1$s', clinic_id, 'Nils Anders', 'nils anders', 'en', id, now(), '%1$s'
          from person where email = 'admin@trellis.example' on conflict do nothing;
        insert into caseload (id, clinic_id, client_id, therapist_id, since, assigned_by)
          select gen_random_uuid(), clinic_id, '%1$s', id, now(), id from person
          where email = 'therapist@trellis.example' on conflict do nothing;
        """
            .formatted(NILS));
    String sub =
        owner.all("select sub from person where email = 'therapist@trellis.example'").get(0);
    caller.enter(new Visit(sub, Role.THERAPIST, "session", "127.0.0.1", UUID.randomUUID()));
  }

  @AfterEach
  void endTreatment() {
    owner.change(
        CLOSE.formatted("null")
            + "; update goal set rank = null where rank is not null and client_id = '"
            + NILS
            + "'; update caseload set until = now() where until is null and client_id = '"
            + NILS
            + "'");
  }

  @Test
  void a_goal_is_agreed_with_all_five_levels_or_a_rank_and_not_before() {
    GoalId goal = propose(null);
    conflict("conflict.levelsMissing", () -> progress.agree(NILS, seen(goal)));
    describe(goal, ScaleService.NONE, "Once a week.", null);
    conflict("conflict.levelsMissing", () -> progress.agree(NILS, seen(goal)));
    conflict("conflict.goalMoved", () -> progress.start(NILS, seen(goal)));
    describe(goal, 0, "Once a week.", "Never.");
    progress.agree(NILS, seen(goal));
    assertThat(page(goal).goal().status()).isEqualTo(GoalStatus.AGREED);

    GoalId ranked = propose(3);
    progress.agree(NILS, seen(ranked));
    assertThat(page(ranked).goal().status()).isEqualTo(GoalStatus.AGREED);
    invalid("rank", () -> propose(3));
  }

  @Test
  void levels_that_were_agreed_take_no_change_and_a_rewrite_is_the_next_version() {
    GoalId goal = agreed();
    conflict("conflict.changed", () -> describe(goal, 0, "Otherwise.", "Never."));
    conflict("conflict.changed", () -> describe(goal, 1, "Otherwise.", "Never."));
    describe(goal, ScaleService.NONE, "Twice a week.", "Never.");
    conflict("conflict.changed", () -> describe(goal, ScaleService.NONE, "Thrice.", "Never."));
    assertThat(expected(goal)).containsExactly("Once a week.", "Twice a week.");
    rate(goal, 1);
    progress.agree(NILS, seen(goal));
    assertThat(page(goal).by(false).level()).as("the series ended").isNull();
    conflict("conflict.changed", () -> describe(goal, 1, "Otherwise.", "Never."));
    assertThat(expected(goal)).containsExactly("Once a week.", "Twice a week.");
  }

  @Test
  void the_words_that_were_agreed_stay() {
    GoalId goal = agreed();
    invalid("words", () -> goals.revise(NILS, seen(goal), draft("Something else.", null, null)));
    goals.revise(NILS, seen(goal), draft(words(goal), null, "A fear."));
    assertThat(page(goal).goal().told().barriers()).isEqualTo("A fear.");
    conflict(
        "conflict.changed",
        () -> goals.revise(NILS, new SeenGoal(goal, 0), draft(words(goal), null, null)));
  }

  @Test
  void a_rating_is_kept_once_never_of_tomorrow_and_withdrawn_once() {
    GoalId goal = agreed();
    RequestKey key = RequestKey.next();
    RatingDraft now = new RatingDraft(1, null, today(), "As it was.");
    ratings.rate(NILS, goal, now, key);
    ratings.rate(NILS, goal, now, key);
    assertThat(page(goal).ratings()).hasSize(1);
    RatingDraft ahead = new RatingDraft(1, null, today().plusDays(2), null);
    invalid("ratedOn", () -> ratings.rate(NILS, goal, ahead, RequestKey.next()));
    RatingDraft before = new RatingDraft(1, null, today().minusDays(9), null);
    invalid("ratedOn", () -> ratings.rate(NILS, goal, before, RequestKey.next()));
    RatingDraft unranked = new RatingDraft(null, 5, today(), null);
    conflict("conflict.goalUnranked", () -> ratings.rate(NILS, goal, unranked, RequestKey.next()));

    GoalRatingId rating = page(goal).ratings().get(0).id();
    invalid("reason", () -> ratings.withdraw(NILS, rating, " "));
    ratings.withdraw(NILS, rating, "A slip.");
    ratings.withdraw(NILS, rating, "A slip.");
    conflict("conflict.ratingWithdrawn", () -> ratings.withdraw(NILS, rating, "Another."));
    assertThat(page(goal).by(false).level()).isNull();
    assertThat(page(goal).ratings()).hasSize(1);
  }

  @Test
  void a_rating_is_withdrawn_by_who_gave_it_alone() {
    GoalId goal = agreed();
    rate(goal, 1);
    owner.change(
        """
        insert into goal_rating (id, clinic_id, client_id, goal_id, scale_id, level, rated_by, rated_as,
            rated_on, kept_at, request_key)
          select gen_random_uuid(), r.clinic_id, r.client_id, r.goal_id, r.scale_id, 0, p.id, told.role,
            r.rated_on, r.kept_at, gen_random_uuid()
          from goal_rating r, (values ('therapist', 'CLIENT'), ('colleague', 'THERAPIST')) told (who, role)
          join person p on p.email = told.who || '@trellis.example' where r.goal_id = '%s'
        """
            .formatted(goal));
    GoalPage page = page(goal);
    assertThat(page.ratings()).hasSize(3);
    for (RatingView rating : page.ratings()) {
      if (page.mayWithdraw(rating)) {
        assertThat(rating.level()).isEqualTo(1);
        ratings.withdraw(NILS, rating.id(), "A slip.");
      } else {
        assertThatThrownBy(() -> ratings.withdraw(NILS, rating.id(), "A slip."))
            .isInstanceOf(NotFoundException.class);
      }
    }
    assertThat(page(goal).ratings()).filteredOn(RatingView::counts).hasSize(2);
  }

  @Test
  void an_ended_goal_a_closed_case_and_a_belief_of_somebody_else_are_refused() {
    GoalId goal = agreed();
    invalid("reason", () -> progress.end(NILS, seen(goal), " "));
    progress.end(NILS, seen(goal), "Moved away.");
    conflict("conflict.goalMoved", () -> progress.start(NILS, seen(goal)));
    conflict("conflict.goalOver", () -> describe(goal, ScaleService.NONE, "Once.", "Never."));
    conflict("conflict.goalNotRated", () -> rate(goal, 1));
    assertThatThrownBy(() -> goals.propose(NILS, draft("Ask.", foreign(), null), RequestKey.next()))
        .isInstanceOf(NotFoundException.class);
    owner.change(CLOSE.formatted("now()"));
    conflict("conflict.closed", () -> propose(null));
  }

  private GoalId agreed() {
    GoalId goal = propose(null);
    describe(goal, ScaleService.NONE, "Once a week.", "Never.");
    progress.agree(NILS, seen(goal));
    return goal;
  }

  private GoalId propose(@Nullable Integer rank) {
    GoalDraft draft =
        new GoalDraft("I want to ask.", null, null, null, null, null, null, null, null, null, rank);
    return goals.propose(NILS, draft, RequestKey.next());
  }

  private static GoalDraft draft(
      String words, @Nullable BeliefId belief, @Nullable String barriers) {
    return new GoalDraft(words, null, null, null, null, null, barriers, null, belief, null, null);
  }

  private void describe(GoalId goal, long seen, String expected, @Nullable String muchLess) {
    ScaleDraft draft =
        new ScaleDraft(expected, "Twice.", "Daily.", "Once a month.", muchLess, 3, 2, -1);
    scales.describe(NILS, goal, seen, draft, RequestKey.next());
  }

  private void rate(GoalId goal, int level) {
    ratings.rate(NILS, goal, new RatingDraft(level, null, today(), null), RequestKey.next());
  }

  private GoalPage page(GoalId goal) {
    return thread.open(NILS, goal).page();
  }

  private SeenGoal seen(GoalId goal) {
    return new SeenGoal(goal, page(goal).goal().version());
  }

  private String words(GoalId goal) {
    return page(goal).goal().told().words();
  }

  private List<String> expected(GoalId goal) {
    return page(goal).scales().stream()
        .map(scale -> String.valueOf(scale.told().expected()))
        .toList();
  }

  private BeliefId foreign() {
    return BeliefId.of(owner.all("select id from belief limit 1").get(0));
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private static void conflict(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            ConflictException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private static void invalid(String field, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            InvalidException.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }
}
