package health.trellis.goals;

import health.trellis.clients.OpenCaseload;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.GoalId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/** The goals to look at over a caseload, as the database gives them out. */
@ApplicationScoped
class WaitingGoalRepository {
  @PersistenceContext private EntityManager database;

  /** Up to so many goals without a rating since a day, or past their date, the longest first. */
  @SuppressWarnings("unchecked")
  List<WaitingGoal> list(OpenCaseload own, LocalDate today, LocalDate unratedSince, int most) {
    List<Tuple> rows =
        database
            .createNativeQuery(
                "select goal_id, client_id, client, rated_on, target_date"
                    + " from goals_to_look_at(:today, :since, :most)",
                Tuple.class)
            .unwrap(NativeQuery.class)
            .addScalar("goal_id", UUID.class)
            .addScalar("client_id", UUID.class)
            .addScalar("client", String.class)
            .addScalar("rated_on", LocalDate.class)
            .addScalar("target_date", LocalDate.class)
            .setParameter("today", today)
            .setParameter("since", unratedSince)
            .setParameter("most", most)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new WaitingGoal(
                    new GoalId(row.get("goal_id", UUID.class)),
                    new ClientId(row.get("client_id", UUID.class)),
                    row.get("client", String.class),
                    row.get("rated_on", LocalDate.class),
                    row.get("target_date", LocalDate.class)))
        .toList();
  }
}
