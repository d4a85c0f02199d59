package health.trellis.security;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.desk.CaseloadQuery;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.EmergencyAccessId;
import health.trellis.kernel.GoalStarterId;
import health.trellis.kernel.Identifier;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.NoteTemplateId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.RequestKey;
import health.trellis.kernel.SavedFilterId;
import health.trellis.notes.NoteQuery;
import health.trellis.testkit.inside.AjarService;
import health.trellis.testkit.inside.Askers;
import health.trellis.testkit.inside.Cells;
import health.trellis.testkit.inside.Door;
import health.trellis.testkit.inside.Given;
import health.trellis.testkit.inside.Owner;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every public method of every service, called inside the server by everybody, about Lea, about
 * Lea's records under another client's name, and about what is not there; compared with the rules,
 * once with row-level security behind the services and once without it. Each call is undone.
 */
@ExtendWith(ArquillianExtension.class)
class ServiceAccessIT {
  private static final int AT_LEAST = 2_000;
  private static final String TABLES =
      "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
          + " where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relforcerowsecurity";

  /** Whose answers grow by each call that is made here, or shrink as time passes. */
  private static final Set<String> READ_THE_LOG =
      Set.of(
          "SignInService.list",
          "WorkLogService.read",
          "UnusualAccessService.list",
          "AuditReviewService.read",
          "AuditReviewService.export",
          "AuditReviewService.prove",
          "AuditCheckService.list",
          "AccessReportService.read");

  /** Moments of the call itself, and the places of arrays in memory. */
  private static final Pattern NEW_IN_EACH =
      Pattern.compile("(?:now|printedAt|savedAt)=[^,\\]]*|\\[B@[0-9a-f]+");

  /** Of each kind something that the policies hide from somebody who reads the rest. */
  private static final String HIDDEN =
      """
      with held as (
        insert into session (id, clinic_id, client_id, held_by, starts_at, minutes, place, attendance,
          created_at, request_key)
        select 'ffffffff-0000-7000-8000-00000000d001', c.clinic_id, c.id, t.id, now(), 50, 'PRACTICE',
          'ATTENDED', now(), 'ffffffff-0000-7000-8000-00000000d001'
        from client c join person p on p.id = c.person_id, person t
        where p.email = 'client@trellis.example' and t.email = 'therapist@trellis.example'
        on conflict do nothing returning *)
      insert into session_note (id, clinic_id, client_id, session_id, author_id, template, sections, saved_at,
        saved_by, created_at)
      select 'ffffffff-0000-7000-8000-00000000d004', clinic_id, client_id, id, held_by, 'FREE',
        '{"text": "A draft."}', now(), held_by, now() from held;
      insert into goal (id, clinic_id, client_id, words, status, status_at, status_by, status_as, proposed_by,
        proposed_at, revised_at, request_key)
      select '00000000-0000-7000-8000-00000000d002', c.clinic_id, c.id, 'Not shared.', 'PROPOSED', now(), t.id,
        'THERAPIST', t.id, now(), now(), '00000000-0000-7000-8000-00000000d002'
      from client c join person p on p.id = c.person_id, person t
      where p.email = 'client@trellis.example' and t.email = 'therapist@trellis.example'
      on conflict do nothing;
      insert into goal_starter (id, clinic_id, focus, words, made_by, made_at, changed_at, request_key)
      select p.id, p.clinic_id, 'HELP', 'Another clinic''s.', p.id, now(), now(), p.id
      from person p where p.sub = 'elsewhere' on conflict do nothing;
      insert into saved_filter (id, clinic_id, name, outcome, kept_by, kept_at, request_key)
      select p.id, p.clinic_id, 'Another clinic''s.', 'REFUSED', p.id, now(), p.id
      from person p where p.sub = 'elsewhere' on conflict do nothing;
      insert into note_template (id, clinic_id, layout, made_by, made_at, changed_at, request_key)
      select p.id, p.clinic_id, '{"name": "Of another clinic", "sections": [{"name": "A", "hint": "",
        "required": true}]}', p.id, now(), now(), p.id
      from person p where p.sub = 'elsewhere' on conflict do nothing;
      insert into supporter_state (id, clinic_id, client_id, supporter_id, number, alias, relation, circle, angle,
        gives, receives, tie, accepted, refused, on_map, written_by, written_as, written_at, request_key)
      select '00000000-0000-7000-8000-00000000d003', c.clinic_id, c.id, s.supporter_id, s.number + 1, s.alias,
        s.relation, s.circle, s.angle, s.gives, s.receives, s.tie, s.accepted, s.refused, s.on_map, p.id, 'CLIENT',
        clock_timestamp(), '00000000-0000-7000-8000-00000000d003'
      from client c join person p on p.id = c.person_id
      cross join lateral (select * from supporter_state o where o.client_id = c.id
        order by o.supporter_id, o.number desc limit 1) s
      where p.email = 'client@trellis.example'
        and not exists (select from supporter_state o where o.id = '00000000-0000-7000-8000-00000000d003')""";

  @Inject private BeanManager beans;
  @Inject private CurrentCaller caller;
  @Inject private UserTransaction transaction;

  private final Owner owner = new Owner();
  private Cells cells = new Cells();
  private final Map<Role, Map<Class<?>, @Nullable Object>> about = new HashMap<>();

  /** What a call came to: refused, or what was said. */
  private record Outcome(boolean refused, String said) {}

  @BeforeEach
  void invent() {
    Askers.invent(owner);
    owner.change(HIDDEN);
    for (Role rater : List.of(Role.CLIENT, Role.THERAPIST)) {
      Map<Class<?>, @Nullable Object> lea =
          Given.about("client@trellis.example", "therapist@trellis.example", rater);
      lea.put(NoteQuery.class, NoteQuery.of((ClientId) of(lea, ClientId.class)));
      lea.put(
          CaseloadQuery.class,
          new CaseloadQuery((PersonId) of(lea, PersonId.class), CaseloadQuery.Sort.NAME, "", null));
      about.put(rater, lea);
    }
  }

  @AfterEach
  void leave() {
    Askers.leave(owner);
  }

  @Test
  void everybody_gets_what_the_rules_say_and_the_services_alone_say_the_same() throws Exception {
    Map<String, String> said = compare("services, with row-level security");
    List<String> tables = owner.all(TABLES);
    assertThat(tables).hasSizeGreaterThan(30);
    turn(tables, "disable");
    try {
      assertThat(said).containsAllEntriesOf(compare("services, without row-level security"));
    } finally {
      turn(tables, "enable");
    }
  }

  /** No method may be open to others than its rule says, nor closed to one of them, unnoticed. */
  @Test
  void a_method_that_lets_in_nobody_or_everybody_is_noticed_each() throws Exception {
    Cells changes = new Cells();
    for (Door door : doors()) {
      for (Set<Role> roles : List.of(Set.<Role>of(), Set.of(Role.values()))) {
        if (roles.equals(rule(door).roles())) {
          continue;
        }
        if (!isNoticed(door, roles)) {
          changes.deviates(door + " for " + roles);
        }
        changes.count(roles.isEmpty() ? "open to nobody" : "open to everybody");
      }
    }
    changes.keep("changed roles of methods, each noticed");
    assertThat(changes.deviations()).isEmpty();
    assertThat(changes.all()).isGreaterThan(250);
  }

  /** Whether somebody's call comes to something else, or to a fault, while it lets these in. */
  private boolean isNoticed(Door door, Set<Role> roles) throws Exception {
    cells = new Cells();
    Changed.METHODS.put(door.method(), roles);
    try {
      for (Askers who : Askers.values()) {
        if (who != Askers.NOBODY) {
          compareOwn(who, door, call(who, door, leas(who, door)));
        }
      }
      return !cells.deviations().isEmpty();
    } catch (RuntimeException refusedByTheDatabase) {
      return true;
    } finally {
      Changed.METHODS.clear();
    }
  }

  /** The roles of all methods, of which one at a time is changed. */
  @Alternative
  @Priority(1)
  @ApplicationScoped
  static class Changed extends AllowedRoles {
    static final Map<Method, Set<Role>> METHODS = new ConcurrentHashMap<>();

    @Override
    Set<Role> of(Method method) {
      Set<Role> changed = METHODS.get(method);
      return changed == null ? super.of(method) : changed;
    }
  }

  private void turn(List<String> tables, String how) {
    StringBuilder all = new StringBuilder();
    tables.forEach(
        table -> all.append("alter table %s %s row level security;".formatted(table, how)));
    owner.change(all + "select 1");
  }

  /**
   * Compares everybody's every call with the rules.
   *
   * @return what was said to each, but for the answers to what is made anew
   */
  private Map<String, String> compare(String run) throws Exception {
    cells = new Cells();
    Map<String, String> said = new TreeMap<>();
    for (Askers who : Askers.values()) {
      if (who == Askers.NOBODY && caller.visit().isPresent()) {
        continue; // Who called once in a request never becomes nobody again.
      }
      for (Door door : doors()) {
        Map<Class<?>, @Nullable Object> lea = leas(who, door);
        Outcome own = call(who, door, lea);
        compareOwn(who, door, own);
        if (!door.asksFor(RequestKey.class) && !READ_THE_LOG.contains(door.toString())) {
          said.put(
              who + " " + door + " " + door.method(),
              NEW_IN_EACH.matcher(own.toString()).replaceAll(""));
        }
        if (door.asksFor(ClientId.class) && door.asksForARecord()) {
          for (ClientId other : otherClientOf(who)) {
            Map<Class<?>, @Nullable Object> mixed = new HashMap<>(lea);
            mixed.put(ClientId.class, other);
            compareMixed(who, door, call(who, door, mixed));
          }
        }
        if (isAboutOneRecord(door)) {
          compareAbsent(who, door, call(who, door, Given.absent(lea)));
        }
      }
    }
    cells.keep(run);
    assertThat(cells.deviations()).isEmpty();
    assertThat(cells.all()).isGreaterThan(AT_LEAST);
    return said;
  }

  /** Something of Lea's of each kind, as far as it depends on who asks and for what. */
  private Map<Class<?>, @Nullable Object> leas(Askers who, Door door) {
    Map<Class<?>, @Nullable Object> lea =
        new HashMap<>(
            about.getOrDefault(door.isFor(Role.CLIENT) ? Role.CLIENT : Role.THERAPIST, Map.of()));
    if (who.asker().otherwise().isPresent()) {
      lea.put(EmergencyAccessId.class, who.opened(owner));
    }
    return lea;
  }

  /**
   * Whom the rule names gets in; whoever else gets nothing of Lea, and is turned back at the gate
   * already where the rule is not for that role.
   */
  private void compareOwn(Askers who, Door door, Outcome outcome) {
    cells.count("about Lea, by " + who.asker());
    AccessRule rule = rule(door);
    if (who.email() != null
        && !rule.roles().contains(who.role())
        && !outcome.said.equals("not for " + who.role())) {
      deviates(who, door, "Lea's, past the gate", outcome);
      return;
    }
    boolean named = rule.names(who.asker());
    boolean list = rule.reach() != AccessRule.Reach.RECORD;
    boolean gets = list && who.isActive() && rule.roles().contains(who.role());
    if (named == outcome.refused && !(gets && !named)) {
      deviates(who, door, "Lea's", outcome);
    } else if (!outcome.refused && !named && (!gets || tellsOf(who, outcome))) {
      deviates(who, door, "Lea's, in a list", outcome);
    }
  }

  /** Lea's records are not found under another client, and nothing of them is said. */
  private void compareMixed(Askers who, Door door, Outcome outcome) {
    cells.count("about Lea's records under another client, by " + who.asker());
    if (!outcome.refused
        && (door.method().getReturnType() == void.class || tellsOf(who, outcome))) {
      deviates(who, door, "Lea's under another client", outcome);
    }
  }

  private void compareAbsent(Askers who, Door door, Outcome outcome) {
    cells.count("about what is not there, by " + who.asker());
    if (!outcome.refused) {
      deviates(who, door, "what is not there", outcome);
    }
  }

  private void deviates(Askers who, Door door, String whose, Outcome outcome) {
    cells.deviates(
        "%s %s %s for %s: %.300s"
            .formatted(
                who, outcome.refused ? "is refused" : "gets into", door, whose, outcome.said));
  }

  /** Whether something is said of Lea, or of the clinic to somebody of another one. */
  private boolean tellsOf(Askers who, Outcome outcome) {
    List<String> hers = new ArrayList<>(List.of("Lea Sommer"));
    about
        .values()
        .forEach(
            given ->
                given.forEach(
                    (type, id) -> {
                      boolean clinics =
                          List.of(
                                  PersonId.class,
                                  NoteTemplateId.class,
                                  GoalStarterId.class,
                                  SavedFilterId.class)
                              .contains(type);
                      if (id instanceof Identifier
                          && (!clinics || who.asker() == Asker.ELSEWHERE)) {
                        hers.add(id.toString());
                      }
                    }));
    return hers.stream().anyMatch(outcome.said::contains);
  }

  private static boolean isAboutOneRecord(Door door) {
    return !List.of(AccessRule.Reach.LIST, AccessRule.Reach.OPEN).contains(rule(door).reach())
        && (door.asksFor(ClientId.class) || door.asksForARecord());
  }

  private List<ClientId> otherClientOf(Askers who) {
    if (who == Askers.THE_ADMINISTRATOR) {
      return owner.all("select id from client where person_id is null order by id limit 1").stream()
          .map(ClientId::of)
          .toList();
    }
    return who.email() == null
        ? List.of()
        : owner
            .all(
                "select l.client_id from caseload l join person p on p.id = l.therapist_id"
                    + " join client c on c.id = l.client_id where p.email = ? and l.until is null"
                    + " and c.person_id is null and c.closed_at is null order by 1 limit 1",
                who.email())
            .stream()
            .map(ClientId::of)
            .toList();
  }

  private static Object of(Map<Class<?>, @Nullable Object> given, Class<?> type) {
    Object one = given.get(type);
    if (one == null) {
      throw new IllegalStateException("nothing given of " + type);
    }
    return one;
  }

  private static AccessRule rule(Door door) {
    return AccessRule.of(door.toString()).orElseThrow();
  }

  private List<Door> doors() {
    return Door.all(beans).stream()
        .filter(door -> !door.method().getDeclaringClass().equals(AjarService.class))
        .toList();
  }

  /** Calls, and undoes what came of it. What the caller is asked to mend was let in. */
  private Outcome call(Askers who, Door door, Map<Class<?>, @Nullable Object> given)
      throws Exception {
    if (who.email() != null) {
      String sub = owner.all("select sub from person where email = ?", who.email()).get(0);
      caller.enter(new Visit(sub, who.role(), "session", "127.0.0.1", UUID.randomUUID()));
    }
    Map<Class<?>, @Nullable Object> fresh = new HashMap<>(given);
    fresh.put(RequestKey.class, RequestKey.next());
    transaction.begin();
    try {
      return new Outcome(false, String.valueOf(door.enter(fresh)));
    } catch (NotFoundException refused) {
      return new Outcome(true, String.valueOf(refused.getMessage()));
    } catch (ConflictException | InvalidException asked) {
      return new Outcome(false, asked.toString());
    } finally {
      transaction.rollback();
    }
  }
}
