package health.trellis.audit;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import health.trellis.kernel.SavedFilterId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The questions to the log that the caller's clinic keeps, as they are stored. */
@ApplicationScoped
class FilterBook {
  @PersistenceContext private EntityManager database;

  /** Those that were not removed, by name. */
  @SuppressWarnings("unchecked")
  List<SavedFilterView> list() {
    NativeQuery<Tuple> query =
        database
            .createNativeQuery(
                "select f.id, f.name, f.recent, f.first_day, f.last_day, f.by_person, f.about_client,"
                    + " f.kind, f.outcome, p.name as kept_by from saved_filter f"
                    + " join person p on p.id = f.kept_by"
                    + " where f.clinic_id = app_clinic() and f.removed_at is null"
                    + " order by lower(f.name), f.id",
                Tuple.class)
            .unwrap(NativeQuery.class);
    for (String id : List.of("id", "by_person", "about_client")) {
      query.addScalar(id, UUID.class);
    }
    for (String day : List.of("first_day", "last_day")) {
      query.addScalar(day, LocalDate.class);
    }
    for (String word : List.of("name", "recent", "kind", "outcome", "kept_by")) {
      query.addScalar(word, String.class);
    }
    return query.getResultList().stream().map(FilterBook::view).toList();
  }

  private static SavedFilterView view(Tuple row) {
    return new SavedFilterView(
        new SavedFilterId(row.get("id", UUID.class)),
        row.get("name", String.class),
        maybe(row.get("recent", String.class), Recent::valueOf),
        new ReviewFilter(
            row.get("first_day", LocalDate.class),
            row.get("last_day", LocalDate.class),
            maybe(row.get("by_person", UUID.class), PersonId::new),
            maybe(row.get("about_client", UUID.class), ClientId::new),
            maybe(row.get("kind", String.class), ActKind::valueOf),
            maybe(row.get("outcome", String.class), Outcome::valueOf)),
        row.get("kept_by", String.class));
  }

  /**
   * Keeps it, where none that is shown has the name and none came of this request; says whether.
   */
  boolean add(SavedFilterId id, SavedFilterDraft draft, RequestKey key) {
    ReviewFilter filter = draft.filter();
    Query insert =
        database
            .createNativeQuery(
                "insert into saved_filter (id, clinic_id, name, recent, first_day, last_day,"
                    + " by_person, about_client, kind, outcome, kept_by, kept_at, request_key)"
                    + " values (:id, app_clinic(), :name, :recent, :first, :last, :person, :client,"
                    + " :kind, :outcome, app_person(), clock_timestamp(), :key)"
                    + " on conflict do nothing")
            .setParameter("id", id.value())
            .setParameter("name", draft.name())
            .setParameter("key", key.value());
    NativeQuery<?> typed = insert.unwrap(NativeQuery.class);
    typed.setParameter("recent", maybe(draft.recent(), Recent::name), String.class);
    typed.setParameter("first", filter.from(), LocalDate.class);
    typed.setParameter("last", filter.until(), LocalDate.class);
    typed.setParameter("person", maybe(filter.person(), PersonId::value), UUID.class);
    typed.setParameter("client", maybe(filter.client(), ClientId::value), UUID.class);
    typed.setParameter("kind", maybe(filter.kind(), ActKind::name), String.class);
    typed.setParameter("outcome", maybe(filter.outcome(), Outcome::name), String.class);
    return insert.executeUpdate() == 1;
  }

  /** The one that this request kept already. */
  Optional<SavedFilterId> findByRequest(RequestKey key) {
    return database
        .createNativeQuery(
            "select id from saved_filter where clinic_id = app_clinic() and request_key = :key",
            UUID.class)
        .setParameter("key", key.value())
        .getResultStream()
        .findFirst()
        .map(found -> new SavedFilterId((UUID) found));
  }

  /**
   * Takes it from those that are shown; says whether it was among them.
   *
   * @throws NotFoundException where the clinic never kept it
   */
  boolean remove(SavedFilterId id) {
    Number found =
        (Number)
            database
                .createNativeQuery(
                    "select count(*) from saved_filter where clinic_id = app_clinic() and id = :id",
                    Long.class)
                .setParameter("id", id.value())
                .getSingleResult();
    if (found.longValue() == 0) {
      throw new NotFoundException("no such filter of this clinic");
    }
    return database
            .createNativeQuery(
                "update saved_filter set removed_at = clock_timestamp()"
                    + " where clinic_id = app_clinic() and id = :id and removed_at is null")
            .setParameter("id", id.value())
            .executeUpdate()
        == 1;
  }

  private static <F, T> @Nullable T maybe(@Nullable F from, Function<F, T> to) {
    return from == null ? null : to.apply(from);
  }
}
