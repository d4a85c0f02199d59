package health.trellis.launch;

import health.trellis.clients.ClientDraft;
import health.trellis.clients.NameKey;
import health.trellis.kernel.TimeOrderedUuid;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The invented clinic, its people and clients, and who treats whom, as rows of the database. */
final class DemoRegister {
  private static final String NAME = "Espalier Lane Practice";
  private static final String PORTAL_USER = "client";
  private static final int FIRST_NUMBER = 110;

  private final UUID clinic;
  private final Instant opened;
  private final Map<String, String> subByUserName;
  private final Map<DemoStaff, UUID> ids = new EnumMap<>(DemoStaff.class);
  private int number = FIRST_NUMBER;

  private final DemoTable clinics =
      new DemoTable(
          "insert into clinic (clinic_id, name, time_zone, language, region, demo, created_at)"
              + " values (?, ?, ?, 'en', 'GB', true, ?)");
  private final DemoTable people =
      new DemoTable(
          "insert into person (id, clinic_id, sub, staff, name, email, language, created_at)"
              + " values (?, ?, ?, ?, ?, ?, 'en', ?)");
  private final DemoTable roles =
      new DemoTable(
          "insert into person_role (clinic_id, person_id, role, since) values (?, ?, ?, ?)");
  private final DemoTable supervisions =
      new DemoTable(
          "insert into supervision (clinic_id, supervisor_id, supervisee_id, since)"
              + " values (?, ?, ?, ?)");
  private final DemoTable clients =
      new DemoTable(
          "insert into client (id, clinic_id, person_id, name, name_key, birth_date, email, phone,"
              + " language, registered_by, registered_at, request_key)"
              + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  private final DemoTable caseloads =
      new DemoTable(
          "insert into caseload (id, clinic_id, client_id, therapist_id, since, assigned_by)"
              + " values (?, ?, ?, ?, ?, ?)");

  DemoRegister(UUID clinic, Instant opened, Map<String, String> subByUserName) {
    this.clinic = clinic;
    this.opened = opened;
    this.subByUserName = subByUserName;
  }

  /** The clinic and everybody who works there. */
  void staff() {
    clinics.add(clinic, NAME, DemoHistory.ZONE.getId(), opened);
    for (DemoStaff each : DemoStaff.values()) {
      ids.put(each, person(each.userName(), each.fullName(), each.role(), opened));
    }
    supervisions.add(clinic, id(DemoStaff.SUPERVISOR), id(DemoStaff.THERAPIST), opened);
  }

  /** The identity of somebody who works there. */
  UUID id(DemoStaff staff) {
    UUID id = ids.get(staff);
    if (id == null) {
      throw new IllegalStateException(staff + " was not registered");
    }
    return id;
  }

  /** A client with those who treat this client; answers with the client's identity. */
  UUID client(DemoClient client, DemoHistory history) {
    boolean portal = client.notes().contains(DemoClient.Note.PORTAL);
    Instant at = history.registeredAt();
    UUID id = TimeOrderedUuid.at(at.toEpochMilli());
    UUID person = portal ? person(PORTAL_USER, client.name(), "CLIENT", at) : null;
    UUID admin = id(DemoStaff.ADMIN);
    ClientDraft draft =
        new ClientDraft(
            client.name(),
            history.birthDate(),
            portal ? mail(PORTAL_USER) : mail(client.name()),
            phone(client.language()),
            client.language());
    clients.add(
        id,
        clinic,
        person,
        draft.name(),
        NameKey.of(draft.name()),
        draft.birthDate(),
        draft.email(),
        draft.phone(),
        draft.language(),
        admin,
        at,
        UUID.randomUUID());
    Instant since = at.plus(Duration.ofHours(2));
    for (DemoStaff therapist : client.therapists()) {
      UUID entry = TimeOrderedUuid.at(since.toEpochMilli());
      caseloads.add(entry, clinic, id, id(therapist), since, admin);
    }
    return id;
  }

  void write(Connection owner) throws SQLException {
    for (DemoTable table : List.of(clinics, people, roles, supervisions, clients, caseloads)) {
      table.write(owner);
    }
  }

  private UUID person(String userName, String name, String role, Instant at) {
    String sub = subByUserName.get(userName);
    if (sub == null) {
      throw new Fault(
          "The demonstration has no sign-in for %s: bring config/keycloak/demo/people.json back from the project."
              .formatted(userName));
    }
    UUID id = TimeOrderedUuid.at(at.toEpochMilli());
    boolean staff = !userName.equals(PORTAL_USER);
    people.add(id, clinic, sub, staff, name, mail(userName), at);
    roles.add(clinic, id, role, at);
    return id;
  }

  /** An address that no mail reaches; absent where the name has no Latin letters. */
  private static @Nullable String mail(String name) {
    String latin = NameKey.of(name).replaceAll("[^a-z ]", "").strip();
    return latin.isEmpty() ? null : latin.replaceAll(" +", ".") + "@trellis.example";
  }

  /** A number from a range that is kept free for films and the like. */
  private String phone(String language) {
    number++;
    return (language.equals("de") ? "+49 30 23125 " : "+44 7700 900") + number;
  }
}
