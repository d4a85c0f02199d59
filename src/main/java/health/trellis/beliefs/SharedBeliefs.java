package health.trellis.beliefs;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.BeliefId;
import health.trellis.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/**
 * What a client reads of the own beliefs, as the database gives it out: only what is shared, and of
 * that only some columns. It needs the client's key.
 */
@ApplicationScoped
public class SharedBeliefs {
  @PersistenceContext private EntityManager database;

  /** Those that are shared now, the first named first. */
  @SuppressWarnings("unchecked")
  public List<SharedBelief> list(OpenClient client) {
    List<Tuple> rows =
        database
            .createNativeQuery(
                "select belief_id, words, theme, own_theme, alternative, shared_at, shared_by,"
                    + " takes_rating from shared_beliefs()",
                Tuple.class)
            .unwrap(NativeQuery.class)
            .addScalar("belief_id", UUID.class)
            .addScalar("words", String.class)
            .addScalar("theme", String.class)
            .addScalar("own_theme", String.class)
            .addScalar("alternative", String.class)
            .addScalar("shared_at", Instant.class)
            .addScalar("shared_by", String.class)
            .addScalar("takes_rating", Boolean.class)
            .getResultList();
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<BeliefId, List<ConvictionView>> ratings = ratings();
    return rows.stream().map(row -> belief(row, ratings)).toList();
  }

  private static SharedBelief belief(Tuple row, Map<BeliefId, List<ConvictionView>> ratings) {
    BeliefId id = new BeliefId(row.get("belief_id", UUID.class));
    return new SharedBelief(
        id,
        row.get("words", String.class),
        BeliefTheme.valueOf(row.get("theme", String.class)),
        row.get("own_theme", String.class),
        row.get("alternative", String.class),
        row.get("shared_at", Instant.class),
        row.get("shared_by", String.class),
        row.get("takes_rating", Boolean.class),
        ratings.getOrDefault(id, List.of()));
  }

  @SuppressWarnings("unchecked")
  private Map<BeliefId, List<ConvictionView>> ratings() {
    List<Tuple> rows =
        database
            .createNativeQuery(
                "select belief_id, rated_at, rated_by, rated_as, conviction, alternative, remark"
                    + " from shared_convictions()",
                Tuple.class)
            .unwrap(NativeQuery.class)
            .addScalar("belief_id", UUID.class)
            .addScalar("rated_at", Instant.class)
            .addScalar("rated_by", String.class)
            .addScalar("rated_as", String.class)
            .addScalar("conviction", Integer.class)
            .addScalar("alternative", Integer.class)
            .addScalar("remark", String.class)
            .getResultList();
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> new BeliefId(row.get("belief_id", UUID.class)),
                Collectors.mapping(SharedBeliefs::rating, Collectors.toList())));
  }

  private static ConvictionView rating(Tuple row) {
    return new ConvictionView(
        row.get("rated_at", Instant.class),
        row.get("rated_by", String.class),
        Role.valueOf(row.get("rated_as", String.class)),
        row.get("conviction", Integer.class),
        row.get("alternative", Integer.class),
        row.get("remark", String.class),
        null);
  }
}
