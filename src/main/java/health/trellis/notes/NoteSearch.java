package health.trellis.notes;

import health.trellis.clients.OpenCaseload;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

/**
 * Finds notes by what they say. The database looks among the notes on the caller's own clients and
 * no others, whatever it is asked.
 */
@ApplicationScoped
class NoteSearch {
  @PersistenceContext private EntityManager database;

  /** Up to so many notes that fit, the latest session first; days begin in this time zone. */
  @SuppressWarnings("unchecked")
  List<NoteFind> find(
      OpenCaseload own, NoteQuery query, List<NoteTemplate> forms, ZoneId zone, int most) {
    LocalDate until = query.until();
    NativeQuery<Tuple> asked =
        database
            .createNativeQuery(
                "select note_id, client_id, client, author, starts_at, template, state, excerpt"
                    + " from search_notes(:words, :most, :client, :from, :until, :template, :state,"
                    + " :after, :belief, :goal)",
                Tuple.class)
            .unwrap(NativeQuery.class);
    List<Tuple> rows =
        asked
            .addScalar("note_id", UUID.class)
            .addScalar("client_id", UUID.class)
            .addScalar("client", String.class)
            .addScalar("author", String.class)
            .addScalar("starts_at", Instant.class)
            .addScalar("template", String.class)
            .addScalar("state", String.class)
            .addScalar("excerpt", String.class)
            .setParameter(
                "words", query.words().isEmpty() ? null : query.words(), StandardBasicTypes.STRING)
            .setParameter(
                "client",
                query.client() == null ? null : query.client().value(),
                StandardBasicTypes.UUID)
            .setParameter(
                "belief",
                query.belief() == null ? null : query.belief().value(),
                StandardBasicTypes.UUID)
            .setParameter(
                "goal", query.goal() == null ? null : query.goal().value(), StandardBasicTypes.UUID)
            .setParameter("from", begin(query.from(), zone), StandardBasicTypes.INSTANT)
            .setParameter(
                "until",
                begin(until == null ? null : until.plusDays(1), zone),
                StandardBasicTypes.INSTANT)
            .setParameter("template", query.template(), StandardBasicTypes.STRING)
            .setParameter("state", name(query.state()), StandardBasicTypes.STRING)
            .setParameter(
                "after",
                query.after() == null ? null : query.after().value(),
                StandardBasicTypes.UUID)
            .setParameter("most", most)
            .getResultList();
    return rows.stream().map(row -> find(row, forms)).toList();
  }

  private static @Nullable Instant begin(@Nullable LocalDate day, ZoneId zone) {
    return day == null ? null : day.atStartOfDay(zone).toInstant();
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static NoteFind find(Tuple row, List<NoteTemplate> forms) {
    String form = row.get("template", String.class);
    return new NoteFind(
        new NoteId(row.get("note_id", UUID.class)),
        new ClientId(row.get("client_id", UUID.class)),
        row.get("client", String.class),
        row.get("author", String.class),
        row.get("starts_at", Instant.class),
        forms.stream().filter(each -> each.code().equals(form)).findFirst().orElseThrow(),
        NoteState.valueOf(row.get("state", String.class)),
        ExcerptPart.cut(row.get("excerpt", String.class)));
  }
}
