package health.trellis.desk;

import health.trellis.goals.GoalCourse;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.PersonId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One client on one therapist's caseload, as lists show it. The database's triggers keep it; the
 * application only reads it.
 */
@Entity
@Immutable
@Table(name = "caseload_line")
class CaseloadLine {
  /** Where a client without a due date sorts: after all others. */
  static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  /** One client of one therapist. */
  @Embeddable
  record Key(@Column(name = "therapist_id") UUID therapist, @Column(name = "client_id") UUID client)
      implements Serializable {}

  @EmbeddedId private Key key;
  private String name;

  @Column(name = "name_key")
  private String nameKey;

  @Column(name = "birth_date")
  private @Nullable LocalDate birthDate;

  @Column(name = "last_mean")
  private @Nullable BigDecimal lastMean;

  @Column(name = "recent_means")
  private BigDecimal[] recentMeans;

  @Column(name = "goal_means")
  private BigDecimal[] goalMeans;

  @Column(name = "goal_means_of_levels")
  private boolean goalMeansOfLevels;

  @Column(name = "goal_means_by_client")
  private boolean goalMeansByClient;

  @Column(name = "goals_look_on")
  private LocalDate goalsLookOn;

  @Column(name = "last_at")
  private Instant lastAt;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "open_assignment"))
  private @Nullable AssignmentId openAssignment;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "review_assignment"))
  private @Nullable AssignmentId reviewAssignment;

  @Column(name = "review_since")
  private @Nullable Instant reviewSince;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected CaseloadLine() {}

  PersonId therapist() {
    return new PersonId(key.therapist());
  }

  ClientId client() {
    return new ClientId(key.client());
  }

  String name() {
    return name;
  }

  @Nullable LocalDate birthDate() {
    return birthDate;
  }

  @Nullable BigDecimal lastMean() {
    return lastMean;
  }

  List<BigDecimal> recentMeans() {
    return Arrays.asList(recentMeans);
  }

  /** How far the goals got; null where none that is worked on was rated. */
  @Nullable GoalCourse goals() {
    return goalMeans.length == 0
        ? null
        : new GoalCourse(List.of(goalMeans), goalMeansOfLevels, goalMeansByClient);
  }

  /** From which day on somebody should look at the goals; null for never. */
  @Nullable LocalDate goalsLookOn() {
    return goalsLookOn.isBefore(NEVER) ? goalsLookOn : null;
  }

  /** When the client last submitted; null where never. */
  @Nullable Instant lastAt() {
    return lastAt.isBefore(Instant.EPOCH) ? null : lastAt;
  }

  @Nullable AssignmentId openAssignment() {
    return openAssignment;
  }

  /** When the open inventory is due; null where none is open. */
  @Nullable LocalDate dueOn() {
    return NEVER.equals(dueOn) ? null : dueOn;
  }

  @Nullable AssignmentId reviewAssignment() {
    return reviewAssignment;
  }

  @Nullable Instant reviewSince() {
    return reviewSince;
  }
}
