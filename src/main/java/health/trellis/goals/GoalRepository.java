package health.trellis.goals;

import health.trellis.clients.OpenClient;
import health.trellis.clients.Scope;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.GoalRatingId;
import health.trellis.kernel.GoalStepId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import health.trellis.security.Caller;
import health.trellis.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goals with their levels, ratings and steps, as they are stored. */
@ApplicationScoped
class GoalRepository {
  /** Staff see every goal; its client sees what is shared, whatever the policies show. */
  private static final String WITH_SCALES =
      "select g as goal, s as scale from SupportGoal g"
          + " left join AttainmentScale s on s.goal.value = g.id.value"
          + " and (s.offeredAt is not null or :staff = true)"
          + " where g.client = :client and (g.sharedAt is not null or :staff = true)";

  /** The same of what belongs to a goal. */
  private static final String SHARED =
      " and (:staff = true or exists"
          + " (select 1 from SupportGoal g where g.id.value = %s.goal.value and g.sharedAt is not null))";

  private static final String HOLD_RANKS =
      "select cast(pg_advisory_xact_lock(hashtextextended(cast(:client as text), 18)) as text)";

  @PersistenceContext private EntityManager database;

  /** Holds the client's ranks against everybody else who gives one until the transaction ends. */
  void holdRanks(OpenClient client) {
    database
        .createNativeQuery(HOLD_RANKS, String.class)
        .setParameter("client", client.id().toString())
        .getSingleResult();
  }

  private static boolean isStaff(OpenClient client) {
    return client.scope() != Scope.OWN;
  }

  void add(OpenClient client, SupportGoal goal) {
    database.persist(goal);
  }

  void add(OpenClient client, AttainmentScale scale) {
    database.persist(scale);
  }

  void add(OpenClient client, GoalRating rating) {
    database.persist(rating);
  }

  void add(OpenClient client, GoalStep step) {
    database.persist(step);
  }

  SupportGoal get(OpenClient client, GoalId id) {
    return get(client, id, LockModeType.NONE);
  }

  /** The goal, held against every other change until the transaction ends. */
  SupportGoal getForChange(OpenClient client, GoalId id) {
    return get(client, id, LockModeType.PESSIMISTIC_WRITE);
  }

  private SupportGoal get(OpenClient client, GoalId id, LockModeType lock) {
    return database
        .createQuery(
            "select g from SupportGoal g where g.client = :client and g.id = :id"
                + " and (g.sharedAt is not null or :staff = true)",
            SupportGoal.class)
        .setParameter("client", client.id())
        .setParameter("staff", isStaff(client))
        .setParameter("id", id)
        .setLockMode(lock)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no such goal of this client"));
  }

  /** Whether the case is closed, as its client may ask who opened the own record. */
  boolean closed(OpenClient client) {
    return (Boolean)
        database
            .createNativeQuery(
                "select closed_at is not null from client where id = :client", Boolean.class)
            .setParameter("client", client.id().value())
            .getSingleResult();
  }

  /** The goal that this request proposed already. */
  Optional<GoalId> findByRequest(OpenClient client, RequestKey key) {
    return database
        .createQuery(
            "select g.id from SupportGoal g where g.client = :client and g.requestKey = :key",
            GoalId.class)
        .setParameter("client", client.id())
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  /** Whether another goal than this one has this rank already. */
  boolean ranked(OpenClient client, int rank, @Nullable GoalId other) {
    return database
        .createQuery(
            "select g.id from SupportGoal g where g.client = :client and g.rank = :rank",
            GoalId.class)
        .setParameter("client", client.id())
        .setParameter("rank", (short) rank)
        .getResultStream()
        .anyMatch(id -> !id.equals(other));
  }

  /** The client's goals with all versions of their levels, the first proposed first. */
  List<GoalWithScales> list(OpenClient client) {
    return GoalWithScales.of(
        database
            .createQuery(WITH_SCALES + " order by g.proposedAt, g.id.value, s.number", Tuple.class)
            .setParameter("client", client.id())
            .setParameter("staff", isStaff(client))
            .getResultList());
  }

  /** One of them. */
  GoalWithScales getWithScales(OpenClient client, GoalId id) {
    return GoalWithScales.of(
            database
                .createQuery(WITH_SCALES + " and g.id = :id order by s.number", Tuple.class)
                .setParameter("client", client.id())
                .setParameter("staff", isStaff(client))
                .setParameter("id", id)
                .getResultList())
        .stream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no such goal of this client"));
  }

  /** The goals that work against a belief, the first proposed first. */
  List<SupportGoal> listAgainst(OpenClient client, BeliefId belief) {
    return database
        .createQuery(
            "select g from SupportGoal g where g.client = :client and g.belief = :belief"
                + " order by g.proposedAt, g.id.value",
            SupportGoal.class)
        .setParameter("client", client.id())
        .setParameter("belief", belief)
        .getResultList();
  }

  /** The levels of a goal that are not agreed yet, held until the transaction ends. */
  Optional<AttainmentScale> findDraftForChange(OpenClient client, GoalId goal) {
    return database
        .createQuery(
            "select s from AttainmentScale s where s.client = :client and s.goal = :goal"
                + " and s.agreedAt is null and (s.offeredAt is not null or :staff = true)"
                + SHARED.formatted("s"),
            AttainmentScale.class)
        .setParameter("client", client.id())
        .setParameter("staff", isStaff(client))
        .setParameter("goal", goal)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** The levels of a goal that stand: the agreed ones with the highest number. */
  Optional<AttainmentScale> findStanding(OpenClient client, GoalId goal) {
    return database
        .createQuery(
            "select s from AttainmentScale s where s.client = :client and s.goal = :goal"
                + " and s.agreedAt is not null order by s.number desc limit 1",
            AttainmentScale.class)
        .setParameter("client", client.id())
        .setParameter("goal", goal)
        .getResultStream()
        .findFirst();
  }

  /** Whether this request described levels already. */
  boolean drafted(OpenClient client, RequestKey key) {
    return !database
        .createQuery(
            "select s.id from AttainmentScale s where s.client = :client and s.requestKey = :key")
        .setParameter("client", client.id())
        .setParameter("key", key)
        .getResultList()
        .isEmpty();
  }

  boolean rated(OpenClient client, RequestKey key) {
    return !database
        .createQuery(
            "select r.id from GoalRating r where r.client = :client and r.requestKey = :key")
        .setParameter("client", client.id())
        .setParameter("key", key)
        .getResultList()
        .isEmpty();
  }

  /** The ratings of all goals, by the days they are about. */
  List<GoalRating> listRatings(OpenClient client) {
    return database
        .createQuery(
            "select r from GoalRating r where r.client = :client"
                + " and (:staff = true or r.ratedAs = :own)"
                + SHARED.formatted("r")
                + " order by r.ratedOn, r.keptAt",
            GoalRating.class)
        .setParameter("client", client.id())
        .setParameter("own", Role.CLIENT)
        .setParameter("staff", isStaff(client))
        .getResultList();
  }

  /** The ratings of one goal, by the days they are about. */
  List<GoalRating> listRatings(OpenClient client, GoalId goal) {
    return database
        .createQuery(
            "select r from GoalRating r where r.client = :client and r.goal = :goal"
                + " order by r.ratedOn, r.keptAt",
            GoalRating.class)
        .setParameter("client", client.id())
        .setParameter("goal", goal)
        .getResultList();
  }

  /** A rating that the caller gave, held against every other change until the transaction ends. */
  GoalRating getOwnRatingForChange(OpenClient client, GoalRatingId id, Caller caller) {
    return database
        .createQuery(
            "select r from GoalRating r where r.client = :client and r.id = :id"
                + " and r.ratedBy = :by and r.ratedAs = :as"
                + SHARED.formatted("r"),
            GoalRating.class)
        .setParameter("client", client.id())
        .setParameter("staff", isStaff(client))
        .setParameter("id", id)
        .setParameter("by", caller.person())
        .setParameter("as", caller.role())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no such rating of the caller's"));
  }

  boolean stepAdded(OpenClient client, RequestKey key) {
    return !database
        .createQuery("select s.id from GoalStep s where s.client = :client and s.requestKey = :key")
        .setParameter("client", client.id())
        .setParameter("key", key)
        .getResultList()
        .isEmpty();
  }

  /** The steps of all goals that were not dropped, the soonest first. */
  List<GoalStep> listSteps(OpenClient client) {
    return database
        .createQuery(
            "select s from GoalStep s where s.client = :client and s.droppedAt is null"
                + SHARED.formatted("s")
                + " order by s.dueOn nulls last, s.addedAt",
            GoalStep.class)
        .setParameter("client", client.id())
        .setParameter("staff", isStaff(client))
        .getResultList();
  }

  /** A step, held against every other change until the transaction ends. */
  GoalStep getStepForChange(OpenClient client, GoalStepId id) {
    return database
        .createQuery(
            "select s from GoalStep s where s.client = :client and s.id = :id"
                + " and s.droppedAt is null and (s.owner = :own or :staff = true)"
                + SHARED.formatted("s"),
            GoalStep.class)
        .setParameter("client", client.id())
        .setParameter("own", StepOwner.CLIENT)
        .setParameter("staff", isStaff(client))
        .setParameter("id", id)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no such step of this client"));
  }
}
