package health.trellis.testkit;

import health.trellis.security.Asker;
import health.trellis.security.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Everybody who might ask for the record of one client, Mara, each in a session of their own; with
 * what the others have themselves, of the same kinds as Mara's.
 */
public final class Company {
  private static final String ELSEWHERE = "00000000-0000-7000-8000-00000000c002";

  /** A page that only the check of its address keeps anybody from. */
  private static final String WITHOUT_A_SERVICE = "/therapist/emergency/open.xhtml";

  private static final Duration OUT_WITHIN = Duration.ofSeconds(5);

  private final Practice practice = new Practice();
  private final List<Member> members = new ArrayList<>();
  private final Map<String, String> pupils = new HashMap<>();
  private final Map<Asker, String> openings = new HashMap<>();

  /**
   * Somebody in a session.
   *
   * @param own what is this one's own, by its name in addresses; empty without
   * @param person the person's id; empty for who did not sign in
   */
  public record Member(
      Asker asker, Role role, Visitor visitor, Map<String, String> own, String person) {
    /** Whether the role is held now. */
    public boolean isActive() {
      return !List.of(Asker.ANONYMOUS, Asker.DISABLED, Asker.WITHOUT_ROLE).contains(asker);
    }

    @Override
    public String toString() {
      return asker + " as " + role;
    }
  }

  /** Lets them all in; what was there of an earlier meeting is used again. */
  public static Company meet() throws IOException {
    Company company = new Company();
    company.invite();
    return company;
  }

  /** All of them. */
  public List<Member> members() {
    return members;
  }

  /** The client's own name for Mara, which stands in no list of anybody else's. */
  public static String name() {
    return "Mara Canary";
  }

  private void invite() throws IOException {
    String clinic =
        practice.one("select clinic_id from clinic where name = 'Espalier Lane Practice'");
    practice.change(
        """
        insert into clinic (clinic_id, name, time_zone, language, region, demo)
          values (?::uuid, 'Other Lane Practice', 'UTC', 'en', 'GB', true) on conflict do nothing""",
        ELSEWHERE);
    for (String who : List.of("mara", "zora")) {
      person(clinic, who, "CLIENT", false);
      client(clinic, who);
    }
    for (String who : List.of("former", "disabled", "norole", "glass")) {
      person(clinic, who, "THERAPIST", true);
    }
    person(clinic, "office", "ADMINISTRATOR", true);
    person(ELSEWHERE, "farclient", "CLIENT", false);
    client(ELSEWHERE, "farclient");
    person(ELSEWHERE, "faradmin", "ADMINISTRATOR", true);
    person(ELSEWHERE, "fartherapist", "THERAPIST", true);
    treat("mara", person("therapist@trellis.example"));
    treat("mara", pupil("former"));
    treat("zora", person("colleague@trellis.example"));
    treat("farclient", pupil("fartherapist"));
    stranger(Role.THERAPIST);
    stranger(Role.CLIENT);
    signIn(Asker.THERAPIST, Role.THERAPIST, "therapist", Map.of());
    signIn(Asker.SUPERVISOR, Role.THERAPIST, "supervisor", Map.of());
    signIn(Asker.COLLEAGUE, Role.THERAPIST, "colleague", records("zora"));
    signIn(Asker.ADMINISTRATOR, Role.ADMINISTRATOR, "admin", Map.of());
    signIn(Asker.COLLEAGUE_IN_EMERGENCY, Role.THERAPIST, user("glass"), Map.of());
    signIn(Asker.ADMINISTRATOR_IN_EMERGENCY, Role.ADMINISTRATOR, user("office"), Map.of());
    openings.put(Asker.COLLEAGUE_IN_EMERGENCY, opened("glass", "THERAPIST"));
    openings.put(Asker.ADMINISTRATOR_IN_EMERGENCY, opened("office", "ADMINISTRATOR"));
    signIn(Asker.CLIENT, Role.CLIENT, user("mara"), Map.of());
    signIn(Asker.OTHER_CLIENT, Role.CLIENT, user("zora"), records("zora"));
    signIn(Asker.ELSEWHERE, Role.ADMINISTRATOR, user("faradmin"), Map.of());
    signIn(Asker.ELSEWHERE, Role.THERAPIST, user("fartherapist"), records("farclient"));
    signIn(Asker.ELSEWHERE, Role.CLIENT, user("farclient"), records("farclient"));
    signIn(Asker.FORMER_THERAPIST, Role.THERAPIST, user("former"), Map.of());
    signIn(Asker.DISABLED, Role.THERAPIST, user("disabled"), Map.of());
    signIn(Asker.WITHOUT_ROLE, Role.THERAPIST, user("norole"), Map.of());
    practice.change(
        "update caseload set until = now() where until is null and therapist_id = ?::uuid",
        pupil("former"));
    practice.change("update person set disabled_at = now() where id = ?::uuid", pupil("disabled"));
    practice.change(
        "update person_role set until = now() where until is null and person_id = ?::uuid",
        pupil("norole"));
    for (Member member : members) {
      if (member.asker() == Asker.DISABLED || member.asker() == Asker.WITHOUT_ROLE) {
        awaitOut(member);
      }
    }
  }

  /** Waits until the server has forgotten the role that this one still had when signing in. */
  private static void awaitOut(Member member) throws IOException {
    long end = System.nanoTime() + OUT_WITHIN.toNanos();
    while (member.visitor().get(WITHOUT_A_SERVICE).statusCode() == 200) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(member + " is still in after " + OUT_WITHIN);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  /**
   * What this one opened of Mara's record in an emergency; for who did not, what somebody else did.
   */
  public String opening(Asker asker) {
    return openings.getOrDefault(asker, openings.getOrDefault(Asker.COLLEAGUE_IN_EMERGENCY, ""));
  }

  private String opened(String who, String role) {
    return practice.openedInEmergency(user(who) + "@invented.example", role, client("mara"));
  }

  /** The record of one of the clients. */
  public String clientOf(String who) {
    return client(who);
  }

  /** Nobody treats that client from now on. */
  public void endTreatmentOf(String who) {
    practice.change(
        "update caseload set until = now() where until is null and client_id = ?::uuid",
        client(who));
  }

  /** That one treats Mara too from now on. */
  public void letTreatMara(String who) {
    treat("mara", pupil(who));
  }

  /** That one is disabled from now on. */
  public void disable(String who) {
    practice.change("update person set disabled_at = now() where id = ?::uuid", pupil(who));
  }

  /** Ends what only this meeting wanted, so that nobody finds more clients than there were. */
  public void part() {
    List.of("mara", "zora", "farclient").forEach(this::endTreatmentOf);
  }

  private static String called(String who) {
    return who.equals("mara") ? name() : "Invented " + who;
  }

  /** Records of each kind about Mara, fresh, by their names in addresses. */
  public Map<String, String> records() {
    return records("mara");
  }

  /** What this one is to a client of theirs: {@code mara}, {@code zora} or {@code farclient}. */
  public static Asker as(Member member, String owner) {
    Asker asker = member.asker();
    if (owner.equals("mara") || !member.isActive()) {
      return asker;
    }
    if (owner.equals("farclient")) {
      return asker != Asker.ELSEWHERE
          ? Asker.ELSEWHERE
          : switch (member.role()) {
            case THERAPIST -> Asker.THERAPIST;
            case ADMINISTRATOR -> Asker.ADMINISTRATOR;
            case CLIENT -> Asker.CLIENT;
          };
    }
    return switch (asker) {
      case COLLEAGUE -> Asker.THERAPIST;
      case OTHER_CLIENT -> Asker.CLIENT;
      case CLIENT -> Asker.OTHER_CLIENT;
      case THERAPIST, SUPERVISOR, FORMER_THERAPIST, COLLEAGUE_IN_EMERGENCY -> Asker.COLLEAGUE;
      case ADMINISTRATOR_IN_EMERGENCY -> Asker.ADMINISTRATOR;
      default -> asker;
    };
  }

  /** The same about one of their clients. */
  public Map<String, String> records(String who) {
    return recordsOf(practice, client(who));
  }

  /** The same about any client. */
  public static Map<String, String> recordsOf(Practice practice, String client) {
    Map<String, String> all = new HashMap<>();
    all.put("client", client);
    all.put("open", practice.give(client));
    all.put("submitted", practice.giveSubmitted(client, false));
    all.put("released", practice.giveSubmitted(client, true));
    String draft = practice.draftOf(client);
    String signed = practice.signed(practice.draftOf(client));
    practice.addTo(signed);
    practice.sentBack(draft);
    all.put("draft", draft);
    all.put("signed", signed);
    all.put("process", practice.processNoteOf(client));
    String belief = practice.shared(practice.beliefOf(client));
    all.put("belief", belief);
    practice.tried(practice.experimentWith(belief));
    practice.givenUp(practice.experimentWith(belief));
    all.put("experiment", practice.experimentWith(belief));
    all.put("event", practice.lifeEventOf(client));
    practice.formulate(client, belief);
    practice.linked(draft, belief);
    practice.linked(signed, belief);
    practice.ended(practice.sharedGoal(practice.goalOf(client)));
    String goal = practice.sharedGoal(practice.goalOf(client));
    all.put("goal", goal);
    all.put("rating", rating(practice, goal, "THERAPIST"));
    all.put("ownrating", rating(practice, goal, "CLIENT"));
    all.put("step", practice.one("select id from goal_step where goal_id = ?::uuid limit 1", goal));
    all.put("supporter", practice.supporterOf(client));
    practice.shareMap(client);
    all.put("template", practice.templateInUse());
    all.put("starter", practice.starterInUse());
    all.put("item", "help1");
    all.put("number", practice.lastActIn(client));
    all.put("staff", practice.spareStaff());
    all.put("leaving", practice.spareClient());
    return all;
  }

  private static String rating(Practice practice, String goal, String as) {
    return practice.one(
        "select id from goal_rating where goal_id = ?::uuid and rated_as = ? limit 1", goal, as);
  }

  /** The name under which one of those who came for this meeting signs in. */
  public static String user(String who) {
    return "company" + who;
  }

  private void signIn(Asker asker, Role role, String user, Map<String, String> own)
      throws IOException {
    Stage stage = Stage.get();
    String password = stage.backstage().passwordOf(user);
    String email = user + (user.startsWith("company") ? "@invented.example" : "@trellis.example");
    members.add(
        new Member(
            asker, role, Visitor.signIn(stage.address(), "/", user, password), own, person(email)));
  }

  private void stranger(Role role) {
    members.add(
        new Member(Asker.ANONYMOUS, role, Visitor.stranger(Stage.get().address()), Map.of(), ""));
  }

  private String pupil(String who) {
    return pupils.getOrDefault(who, "");
  }

  private String person(String email) {
    return practice.one("select id from person where email = ?", email);
  }

  private String client(String who) {
    return practice.one("select id from client where person_id = ?::uuid", pupil(who));
  }

  /** Somebody who can sign in, with a role that is held now. */
  private void person(String clinic, String who, String role, boolean staff) {
    String email = user(who) + "@invented.example";
    List<String> known = practice.all("select id from person where email = ?", email);
    String id = known.isEmpty() ? UUID.randomUUID().toString() : known.get(0);
    pupils.put(who, id);
    if (known.isEmpty()) {
      String sub = Stage.get().backstage().addPerson(user(who));
      String name = called(who);
      practice.change(
          """
          insert into person (id, clinic_id, sub, staff, name, email, language)
          values (?::uuid, ?::uuid, ?, ?::boolean, ?, ?, 'en')""",
          id,
          clinic,
          sub,
          Boolean.toString(staff),
          name,
          email);
    }
    practice.change(
        """
        insert into person_role (clinic_id, person_id, role)
        select clinic_id, id, ? from person p where id = ?::uuid
          and not exists (select from person_role r where r.person_id = p.id and r.until is null)""",
        role,
        id);
    practice.change("update person set disabled_at = null where id = ?::uuid", id);
  }

  private void client(String clinic, String who) {
    practice.change(
        """
        insert into client (id, clinic_id, person_id, name, name_key, language, registered_by,
          registered_at, request_key)
        select gen_random_uuid(), ?::uuid, id, name, lower(name), 'en', id, now(), gen_random_uuid()
        from person where id = ?::uuid on conflict do nothing""",
        clinic,
        pupil(who));
  }

  private void treat(String who, String therapist) {
    practice.change(
        """
        insert into caseload (id, clinic_id, client_id, therapist_id, since, assigned_by)
        select gen_random_uuid(), c.clinic_id, c.id, ?::uuid, now(), c.registered_by
        from client c where c.id = ?::uuid on conflict do nothing""",
        therapist,
        client(who));
  }
}
