package health.trellis.launch;

import health.trellis.seal.Anchors;
import health.trellis.seal.Sealer;
import health.trellis.seal.SealingKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;

/**
 * A clinic of three people with one client, whose log is sealed in small batches and signed every
 * third, so that it is checked in a moment.
 */
public final class SmallLog implements AutoCloseable {
  private static final String PEOPLE =
      """
      select begin_job('test', null, gen_random_uuid());
      insert into clinic (clinic_id, name, time_zone, language, region)
        values ('00000000-0000-7000-8000-000000000001', 'Small', 'UTC', 'en', 'DE');
      insert into person (id, clinic_id, sub, staff, name, language) values
        ('00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000001', 'thea', true, 'Thea', 'en'),
        ('00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000001', 'adam', true, 'Adam', 'en'),
        ('00000000-0000-7000-8000-000000000013', '00000000-0000-7000-8000-000000000001', 'lea', false, 'Lea', 'en');
      insert into person_role (clinic_id, person_id, role)
        select clinic_id, id, case sub when 'thea' then 'THERAPIST' when 'adam' then 'ADMINISTRATOR' else 'CLIENT' end
        from person;
      insert into client (id, clinic_id, person_id, name, name_key, language, registered_by, registered_at, request_key)
        select '00000000-0000-7000-8000-0000000000c1', clinic_id, id, name, 'lea', 'en',
          '00000000-0000-7000-8000-000000000012', now(), gen_random_uuid() from person where sub = 'lea';
      insert into caseload (id, clinic_id, client_id, therapist_id, since, assigned_by)
        values (gen_random_uuid(), '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000c1',
          '00000000-0000-7000-8000-000000000011', now(), '00000000-0000-7000-8000-000000000012');
      """;

  private static final String OPEN =
      """
      select person_id from begin_context('thea', 'THERAPIST', 'session', '127.0.0.1', gen_random_uuid());
      select scope from open_client('00000000-0000-7000-8000-0000000000c1', 'treatment');
      """;

  private static final String WRITE =
      """
      with held as (
        insert into session (id, clinic_id, client_id, held_by, starts_at, minutes, place, attendance, created_at,
          request_key)
        values (gen_random_uuid(), app_clinic(), app_client(), app_person(), now(), 50, 'PRACTICE', 'ATTENDED', now(),
          gen_random_uuid())
        returning id)
      insert into session_note (id, clinic_id, client_id, session_id, author_id, template, sections, saved_at, saved_by,
        created_at)
      select gen_random_uuid(), app_clinic(), app_client(), id, app_person(), 'FREE',
        jsonb_build_object('text', 'She asked once.'), now(), app_person(), now() from held;
      """;

  /** Its key. */
  public final SealingKey key = SealingKey.make();

  /** What is kept elsewhere. */
  public final Anchors anchors;

  private final PracticeDatabase database;

  private SmallLog(Path folder) throws SQLException {
    database = PracticeDatabase.empty(folder);
    anchors = new Anchors(folder.resolve("anchors"));
  }

  /** Starts one below the folder, with that many batches. */
  public static SmallLog start(Path folder, int batches) throws SQLException {
    SmallLog log = new SmallLog(folder);
    run(log.database.owner(), PEOPLE);
    for (int batch = 1; batch <= batches; batch++) {
      log.act();
      log.seal();
      if (batch % 3 == 0) {
        log.sign();
      }
    }
    log.sign();
    return log;
  }

  /** The therapist opens the client and writes. */
  public void act() throws SQLException {
    act(database.application());
  }

  /** The therapist opens the client and reads; two events. */
  public static void read(Connection application) throws SQLException {
    application.setAutoCommit(false);
    run(application, OPEN);
    run(
        application,
        "insert into audit_event (kind, code, action, client_id, entity, entity_id) values ('act',"
            + " 'NOTE_READ', 'R', app_client(), 'session_note', gen_random_uuid())");
    application.commit();
  }

  /** The therapist opens the client and writes, through this connection; three events. */
  public static void act(Connection application) throws SQLException {
    application.setAutoCommit(false);
    run(application, OPEN);
    run(application, WRITE);
    application.commit();
  }

  /** Seals what waits. */
  int seal() throws SQLException {
    try (Connection own = database.sealer()) {
      return new Sealer(own, Clock.systemUTC()).seal();
    }
  }

  /** Seals and signs all that waits. */
  public void sealAll() throws SQLException {
    while (seal() > 0) {
      continue;
    }
    sign();
  }

  /** Signs the head of the chain, here and elsewhere. */
  void sign() throws SQLException {
    try (Connection own = database.sealer()) {
      Sealer sealer = new Sealer(own, Clock.systemUTC());
      sealer.sign(key);
      sealer.anchor(anchors);
    }
  }

  /** One more connection as the application. */
  public Connection application() throws SQLException {
    return database.another();
  }

  /** One more connection as the role that seals. */
  public Connection sealer() throws SQLException {
    return database.sealer();
  }

  /** One more connection as the one whom nothing binds. */
  public Connection superuser() throws SQLException {
    return database.superuser();
  }

  PracticeDatabase database() {
    return database;
  }

  public static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
