package health.trellis.support;

import health.trellis.clients.OpenClient;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.RequestKey;
import health.trellis.kernel.SupportMapId;
import health.trellis.kernel.SupporterId;
import health.trellis.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Supporters in their states, and the maps that were kept, as they are stored. */
@ApplicationScoped
class SupportRepository {
  /** What is later than every state: the map as it stands. */
  static final String NOW = "infinity";

  private static final String STATES =
      """
      select m.place, s.supporter_id, s.number, s.alias, s.relation, s.circle, s.angle, s.contact,
        array_to_string(s.gives, ',') as gives, array_to_string(s.receives, ',') as receives, s.tie, s.would_ask,
        cast(s.asked_on as text) as asked_on, s.accepted, s.refused, s.on_map, s.written_at, s.written_as,
        w.name as writer
      from unnest(cast(:moments as timestamptz[])) with ordinality as m (at, place)
      cross join supporter p
      cross join lateral (select t.* from supporter_state t
        where t.supporter_id = p.id and t.written_at <= m.at order by t.number desc limit 1) s
      left join person w on w.id = s.written_by and (w.staff or w.id = app_person())
      where p.client_id = :client
      order by m.place, s.circle, s.angle, p.id
      """;

  private static final String INVOLVING =
      """
      select supporter_id, id, words, status from goal
      where client_id = :client and supporter_id is not null
      order by proposed_at, id
      """;

  @PersistenceContext private EntityManager database;

  void add(OpenClient client, Supporter supporter) {
    database.persist(supporter);
  }

  void add(OpenClient client, SupporterState state) {
    database.persist(state);
    database.flush();
  }

  void add(OpenClient client, KeptMap map) {
    database.persist(map);
  }

  void add(OpenClient client, SharingDecision decision) {
    database.persist(decision);
  }

  /**
   * When the map changed or was kept last, held against every other change until the transaction
   * ends; empty where there is no map yet.
   */
  Optional<Instant> hold(OpenClient client) {
    return Optional.ofNullable(
        (Instant)
            database
                .createNativeQuery("select hold_support_map(:client) as at", Instant.class)
                .setParameter("client", client.id().value())
                .getSingleResult());
  }

  /** The supporter that this request wrote a state of already. */
  Optional<SupporterId> findByRequest(OpenClient client, RequestKey key) {
    return database
        .createQuery(
            "select s.supporter from SupporterState s where s.client = :client and s.requestKey = :key",
            SupporterId.class)
        .setParameter("client", client.id())
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  /** Whether a supporter is part of an open goal, one that the caller may not read among them. */
  boolean involved(OpenClient client, SupporterId id) {
    return (Boolean)
        database
            .createNativeQuery("select supporter_involved(:id)", Boolean.class)
            .setParameter("id", id.value())
            .getSingleResult();
  }

  /** The goals that somebody on the map is part of, the first proposed first. */
  @SuppressWarnings("unchecked")
  List<InvolvingGoal> listInvolving(OpenClient client) {
    List<Tuple> rows =
        database
            .createNativeQuery(INVOLVING, Tuple.class)
            .unwrap(NativeQuery.class)
            .addScalar("supporter_id", UUID.class)
            .addScalar("id", UUID.class)
            .addScalar("words", String.class)
            .addScalar("status", String.class)
            .setParameter("client", client.id().value())
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new InvolvingGoal(
                    new SupporterId(row.get("supporter_id", UUID.class)),
                    new GoalId(row.get("id", UUID.class)),
                    row.get("words", String.class),
                    row.get("status", String.class)))
        .toList();
  }

  /** The last state of a supporter. */
  SupporterState get(OpenClient client, SupporterId id) {
    return database
        .createQuery(
            "select s from SupporterState s where s.client = :client and s.supporter = :id"
                + " order by s.number desc",
            SupporterState.class)
        .setParameter("client", client.id())
        .setParameter("id", id)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no such supporter of this client"));
  }

  /** The supporters as they stand, those who are off the map among them. */
  List<SupporterView> list(OpenClient client) {
    return listAt(client, List.of(NOW)).get(0);
  }

  /** The same at each of these moments, in one statement. */
  @SuppressWarnings("unchecked")
  List<List<SupporterView>> listAt(OpenClient client, List<String> moments) {
    List<Tuple> rows =
        database
            .createNativeQuery(STATES, Tuple.class)
            .unwrap(NativeQuery.class)
            .addScalar("place", Long.class)
            .addScalar("supporter_id", UUID.class)
            .addScalar("number", Integer.class)
            .addScalar("alias", String.class)
            .addScalar("relation", String.class)
            .addScalar("circle", Integer.class)
            .addScalar("angle", Integer.class)
            .addScalar("contact", String.class)
            .addScalar("gives", String.class)
            .addScalar("receives", String.class)
            .addScalar("tie", String.class)
            .addScalar("would_ask", Integer.class)
            .addScalar("asked_on", String.class)
            .addScalar("accepted", Integer.class)
            .addScalar("refused", Integer.class)
            .addScalar("on_map", Boolean.class)
            .addScalar("written_at", Instant.class)
            .addScalar("written_as", String.class)
            .addScalar("writer", String.class)
            .setParameter("moments", moments.toArray(String[]::new))
            .setParameter("client", client.id().value())
            .getResultList();
    List<List<SupporterView>> maps = new ArrayList<>();
    moments.forEach(moment -> maps.add(new ArrayList<>()));
    rows.forEach(row -> maps.get(row.get("place", Long.class).intValue() - 1).add(view(row)));
    return maps;
  }

  private static SupporterView view(Tuple row) {
    String contact = row.get("contact", String.class);
    String askedOn = row.get("asked_on", String.class);
    SupporterDraft told =
        new SupporterDraft(
            row.get("alias", String.class),
            Relation.valueOf(row.get("relation", String.class)),
            row.get("circle", Integer.class),
            row.get("angle", Integer.class),
            contact == null ? null : Contact.valueOf(contact),
            flows(row.get("gives", String.class)),
            flows(row.get("receives", String.class)),
            Tie.valueOf(row.get("tie", String.class)),
            row.get("would_ask", Integer.class),
            askedOn == null ? null : LocalDate.parse(askedOn),
            row.get("accepted", Integer.class),
            row.get("refused", Integer.class));
    return new SupporterView(
        new SupporterId(row.get("supporter_id", UUID.class)),
        row.get("number", Integer.class),
        told,
        row.get("on_map", Boolean.class),
        row.get("written_at", Instant.class),
        row.get("writer", String.class),
        Role.valueOf(row.get("written_as", String.class)));
  }

  private static Set<Flow> flows(String names) {
    return Arrays.stream(names.split(","))
        .filter(name -> !name.isEmpty())
        .map(Flow::valueOf)
        .collect(Collectors.toSet());
  }

  /** The maps that were kept, the last one first. */
  @SuppressWarnings("unchecked")
  List<KeptMapRow> listKept(OpenClient client) {
    List<Tuple> rows =
        database
            .createNativeQuery(
                "select m.id, m.moment, s.starts_at, m.remark, p.name from support_map m"
                    + " join person p on p.id = m.kept_by left join session s on s.id = m.session_id"
                    + " where m.client_id = :client order by m.moment desc, m.id desc",
                Tuple.class)
            .unwrap(NativeQuery.class)
            .addScalar("id", UUID.class)
            .addScalar("moment", Instant.class)
            .addScalar("starts_at", Instant.class)
            .addScalar("remark", String.class)
            .addScalar("name", String.class)
            .setParameter("client", client.id().value())
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new KeptMapRow(
                    new SupportMapId(row.get("id", UUID.class)),
                    row.get("moment", Instant.class),
                    row.get("starts_at", Instant.class),
                    row.get("remark", String.class),
                    row.get("name", String.class)))
        .toList();
  }

  /** The map that this request kept already. */
  Optional<SupportMapId> findKeptByRequest(OpenClient client, RequestKey key) {
    return database
        .createQuery(
            "select m.id from KeptMap m where m.client = :client and m.requestKey = :key",
            SupportMapId.class)
        .setParameter("client", client.id())
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  /** Whether the client keeps the map too, and whether the case is closed. */
  SharingState sharing(OpenClient client) {
    Tuple row =
        (Tuple)
            database
                .createNativeQuery(
                    "select coalesce(s.number, 0) as number, coalesce(s.shared, false) as shared,"
                        + " s.decided_at, c.closed_at is not null as closed from client c"
                        + " left join lateral (select d.* from support_sharing d"
                        + " where d.client_id = c.id order by d.number desc limit 1) s on true"
                        + " where c.id = :client",
                    Tuple.class)
                .unwrap(NativeQuery.class)
                .addScalar("number", Integer.class)
                .addScalar("shared", Boolean.class)
                .addScalar("decided_at", Instant.class)
                .addScalar("closed", Boolean.class)
                .setParameter("client", client.id().value())
                .getSingleResult();
    @Nullable Instant decidedAt = row.get("decided_at", Instant.class);
    return new SharingState(
        row.get("number", Integer.class),
        row.get("shared", Boolean.class),
        decidedAt,
        row.get("closed", Boolean.class));
  }
}
