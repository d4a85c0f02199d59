package health.trellis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How acts become visits of people, day by day. */
class AccessReportTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final UUID HANNA = UUID.randomUUID();
  private static final UUID RUTH = UUID.randomUUID();
  private static final AccessReport FIRST = new AccessReport(List.of(), null, true, false, null);

  private final List<AccessEvent> acts = new ArrayList<>();

  private void act(String at, UUID actor, String code) {
    acts.add(
        0,
        new AccessEvent(
            new EventNumber(acts.size() + 1L),
            Instant.parse(at),
            actor,
            actor.equals(HANNA) ? "Hanna" : "Ruth",
            actor.equals(HANNA) ? Capacity.TREATING : Capacity.SUPERVISING,
            code,
            Purpose.TREATMENT,
            null));
  }

  private AccessReport report(int most, boolean complete) {
    return AccessReport.of(acts, most, complete, ZONE, FIRST);
  }

  @Test
  void what_one_person_does_in_a_row_is_one_visit_with_each_act_counted() {
    act("2026-11-28T10:00:00Z", HANNA, "CLIENT_OPENED");
    act("2026-11-28T10:00:01Z", HANNA, "NOTE_READ");
    act("2026-11-28T10:20:00Z", HANNA, "NOTE_SAVED");
    act("2026-11-28T10:21:00Z", HANNA, "NOTE_SAVED");
    assertThat(report(30, true).days())
        .singleElement()
        .satisfies(
            day -> {
              assertThat(day.day()).isEqualTo(LocalDate.of(2026, 11, 28));
              assertThat(day.visits())
                  .containsExactly(
                      new AccessVisit(
                          Instant.parse("2026-11-28T10:00:00Z"),
                          Instant.parse("2026-11-28T10:21:00Z"),
                          "Hanna",
                          Capacity.TREATING,
                          Purpose.TREATMENT,
                          null,
                          List.of(
                              new AccessLine("NOTE_SAVED", 2), new AccessLine("NOTE_READ", 1))));
            });
    assertThat(report(30, true).next()).isNull();
  }

  @Test
  void each_emergency_is_a_visit_of_its_own_with_its_reason() {
    for (String reason : List.of("The first reason.", "The first reason.", "The second one.")) {
      acts.add(
          0,
          new AccessEvent(
              new EventNumber(acts.size() + 1L),
              Instant.parse("2026-11-28T10:00:0%dZ".formatted(acts.size())),
              RUTH,
              "Ruth",
              Capacity.OTHER,
              "EMERGENCY_READ",
              Purpose.EMERGENCY,
              reason));
    }
    assertThat(report(30, true).days().get(0).visits())
        .extracting(AccessVisit::reason)
        .containsExactly("The second one.", "The first reason.");
  }

  @Test
  void that_the_record_was_opened_is_told_where_nothing_else_was_done() {
    act("2026-11-28T10:00:00Z", HANNA, "CLIENT_OPENED");
    act("2026-11-28T10:00:05Z", HANNA, "CLIENT_OPENED");
    assertThat(report(30, true).days().get(0).visits().get(0).lines())
        .containsExactly(new AccessLine("CLIENT_OPENED", 2));
  }

  @Test
  void another_person_a_long_break_and_midnight_at_the_clinic_each_begin_a_visit() {
    act("2026-11-28T21:30:00Z", HANNA, "NOTE_READ");
    act("2026-11-28T22:31:00Z", HANNA, "NOTE_READ"); // more than an hour later
    act("2026-11-28T22:40:00Z", RUTH, "NOTE_READ");
    act("2026-11-28T22:50:00Z", HANNA, "NOTE_READ");
    act("2026-11-28T23:10:00Z", HANNA, "NOTE_READ"); // the 29th in Berlin
    List<AccessDay> days = report(30, true).days();
    assertThat(days)
        .extracting(AccessDay::day)
        .containsExactly(LocalDate.of(2026, 11, 29), LocalDate.of(2026, 11, 28));
    assertThat(days.get(0).visits()).hasSize(1);
    assertThat(days.get(1).visits())
        .extracting(AccessVisit::name)
        .containsExactly("Hanna", "Ruth", "Hanna", "Hanna");
  }

  @Test
  void a_page_ends_after_so_many_visits_and_the_next_one_begins_after_its_last_act() {
    for (int i = 0; i < 10; i++) {
      act("2026-11-28T10:%02d:00Z".formatted(i), i % 2 == 0 ? HANNA : RUTH, "NOTE_READ");
    }
    AccessReport page = report(4, true);
    assertThat(page.days().get(0).visits()).hasSize(4);
    assertThat(page.next()).isEqualTo(new EventNumber(7));
    assertThat(report(10, true).next()).isNull();
    assertThat(report(10, false).next()).as("older acts follow").isEqualTo(new EventNumber(1));
  }

  @Test
  void without_acts_there_is_no_day_and_no_next_page() {
    assertThat(report(30, true).days()).isEmpty();
    assertThat(report(30, true).next()).isNull();
  }
}
