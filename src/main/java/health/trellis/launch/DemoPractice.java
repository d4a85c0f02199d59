package health.trellis.launch;

import health.trellis.inventory.InventoryCatalog;
import health.trellis.kernel.TimeOrderedUuid;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The invented practice of the demonstration: four people who work there, forty clients, and up to
 * a year of inventories and notes that look like life. It is written once, in one transaction, and
 * never into a database that holds anything real.
 */
public final class DemoPractice {
  private static final long SEED = 20;
  private static final Duration OPEN_FOR = Duration.ofDays(420);

  private DemoPractice() {}

  /**
   * Fills an empty database with the practice, and does nothing where it is there already.
   *
   * @param owner a connection as the owner of the tables
   * @param subByUserName the identities that Keycloak gave to those who can sign in
   * @throws Fault where the database holds something else, which a demonstration must not touch
   */
  public static void fill(Connection owner, Map<String, String> subByUserName) throws SQLException {
    fill(owner, subByUserName, Instant.now());
  }

  /** Fills the database as if it were another time: the answers are always the same. */
  static void fill(Connection owner, Map<String, String> subByUserName, Instant now)
      throws SQLException {
    boolean separately = owner.getAutoCommit();
    owner.setAutoCommit(false);
    try {
      if (isEmpty(owner)) {
        write(owner, subByUserName, now);
      }
      owner.commit();
    } catch (SQLException | RuntimeException e) {
      owner.rollback();
      throw e;
    } finally {
      owner.setAutoCommit(separately);
    }
  }

  /**
   * Whether there is no clinic at all; held against every other start until the transaction ends.
   */
  private static boolean isEmpty(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("lock table clinic in share row exclusive mode");
      try (ResultSet clinics = statement.executeQuery("select demo from clinic order by demo")) {
        boolean some = clinics.next();
        if (some && !clinics.getBoolean(1)) {
          throw real();
        }
        return !some;
      }
    }
  }

  /**
   * Sees, before anything of the demonstration is made anywhere, that there is no real clinic.
   *
   * @throws Fault where there is one
   */
  static void refuseOverRealClinic(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet real =
            statement.executeQuery("select exists (select from clinic where not demo)")) {
      real.next();
      if (real.getBoolean(1)) {
        throw real();
      }
    }
  }

  private static Fault real() {
    return new Fault(
        "This database holds a real clinic, which the demonstration must not touch: set"
            + " TRELLIS_DEMO to false, or choose another folder with TRELLIS_DATA.");
  }

  private static void write(Connection owner, Map<String, String> subByUserName, Instant now)
      throws SQLException {
    Instant opened = now.minus(OPEN_FOR);
    UUID clinic = TimeOrderedUuid.at(opened.toEpochMilli());
    beginJob(owner, clinic);
    DemoRegister register = new DemoRegister(clinic, opened, subByUserName);
    DemoInventories inventories = new DemoInventories(clinic, InventoryCatalog.load());
    DemoNotes notes = new DemoNotes(clinic, now);
    DemoBeliefs beliefs = new DemoBeliefs(clinic, now);
    DemoFormulations formulations = new DemoFormulations(clinic, now);
    DemoSupport support = new DemoSupport(clinic, now);
    DemoGoals goals = new DemoGoals(clinic, now);
    register.staff();
    notes.offerTemplate(register.id(DemoStaff.ADMIN), opened);
    goals.offerStarter(register.id(DemoStaff.ADMIN), opened);
    for (DemoClient client : DemoClients.list()) {
      DemoHistory history = DemoHistory.of(client, now, SEED);
      UUID id = register.client(client, history);
      if (!client.therapists().isEmpty()) {
        UUID therapist = register.id(client.therapists().get(0));
        inventories.give(client, id, history, therapist);
        notes.write(client, id, therapist);
        beliefs.name(client, id, therapist);
        formulations.write(client, id, therapist);
        support.draw(client, id, therapist);
        goals.set(client, id, therapist);
      }
    }
    register.write(owner);
    inventories.write(owner);
    notes.write(owner);
    beliefs.write(owner);
    DemoLinks.write(owner);
    formulations.write(owner);
    support.write(owner);
    goals.write(owner);
  }

  private static void beginJob(Connection owner, UUID clinic) throws SQLException {
    try (PreparedStatement begin = owner.prepareStatement("select begin_job('demo', ?, ?)")) {
      begin.setObject(1, clinic);
      begin.setObject(2, UUID.randomUUID());
      begin.execute();
    }
  }
}
