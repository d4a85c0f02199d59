package health.trellis.testkit;

import health.trellis.inventory.Inventory;
import health.trellis.inventory.InventoryCatalog;
import health.trellis.inventory.InventoryCode;
import health.trellis.inventory.Item;
import health.trellis.inventory.UnusableAnswer;
import health.trellis.launch.Backstage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The invented many: clients by the ten thousand, and inventories for those who answer. */
public final class Crowd {
  private final Backstage servers;
  private final Inventory inventory =
      InventoryCatalog.load().latest(new InventoryCode("hyper-independence"), "en");

  public Crowd(Backstage servers) {
    this.servers = servers;
  }

  /** Every item with an answer it takes. */
  public List<Item> items() {
    return inventory.items();
  }

  /** An answer that this item takes. */
  public int valueOf(Item item) {
    return IntStream.rangeClosed(0, 10)
        .filter(value -> takes(item, value))
        .findFirst()
        .orElseThrow();
  }

  private boolean takes(Item item, int value) {
    try {
      inventory.check(item.code(), value);
      return true;
    } catch (UnusableAnswer unusable) {
      return false;
    }
  }

  /** The person with a name. */
  public UUID person(String name) throws SQLException {
    return ids("select id from person where name = '" + name + "'").get(0);
  }

  /** The identity of a person. */
  public String sub(UUID person) throws SQLException {
    return ids("select sub::uuid from person where id = '" + person + "'").get(0).toString();
  }

  /** The first column of a query of ours. */
  public List<UUID> ids(String sql) throws SQLException {
    try (Connection owner = servers.asOwner();
        Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<UUID> ids = new ArrayList<>();
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
      return ids;
    }
  }

  /**
   * Puts many clients on a therapist's caseload. The row triggers rest meanwhile: they would write
   * three events a client, and the lines that they keep are written here by themselves.
   */
  public void fillCaseload(UUID therapist, int clients) throws SQLException {
    change(
        """
        alter table client disable trigger user;
        alter table caseload disable trigger user;
        alter table caseload_line disable trigger user;
        create temporary table crowd on commit drop as
          select uuidv7() as id, clinic_id, given || ' ' || family as name, n
          from (select p.clinic_id, n,
              (array['Ada','Ben','Clara','David','Ella','Femi','Greta','Hugo','Ines','Jan',
                'Kira','Leon','Maya','Nils','Olga','Paul','Rosa','Sven','Tara','Yusuf'])
                [1 + (hashint4(n) & 15)] as given,
              initcap(substr(translate(md5(n::text), '0123456789', 'aeiouaeiou'), 1, 7)) as family
            from person p, generate_series(1, %2$d) n where p.id = '%1$s') named;
        insert into client (id, clinic_id, name, name_key, birth_date, language, registered_by,
            registered_at, request_key)
          select id, clinic_id, name, lower(name), date '1950-01-01' + n %% 18000, 'en', '%1$s',
            now() - n %% 900 * interval '1 day', gen_random_uuid() from crowd;
        insert into caseload (id, clinic_id, client_id, therapist_id, since, assigned_by)
          select uuidv7(), clinic_id, id, '%1$s', now(), '%1$s' from crowd;
        insert into caseload_line (clinic_id, therapist_id, client_id, name, name_key, birth_date,
            last_mean, recent_means, last_at, open_assignment, due_on)
          select clinic_id, '%1$s', id, name, lower(name), date '1950-01-01' + n %% 18000,
            1 + n %% 4000 / 1000.0, array[2.1, 2.6, 3.4, 3.1, 2.9, 2.2, 1.8, 2.4, 2.0, 1.7]
              || (1 + n %% 4000 / 1000.0), now() - abs(hashint4(n) %% 525600) * interval '1 minute',
            case when n %% 3 = 0 then gen_random_uuid() end,
            case when n %% 3 = 0 then current_date + hashint4(n) %% 30 else '9999-12-31' end
          from crowd;
        alter table client enable trigger user;
        alter table caseload enable trigger user;
        alter table caseload_line enable trigger user;
        """
            .formatted(therapist, clients));
    tidy();
  }

  /** A client with a sign-in and open inventories, some of them answered but not yet sent. */
  public void addAnswering(String sub, UUID therapist, int blank, int answered)
      throws SQLException {
    UUID client = UUID.randomUUID();
    change(
        """
        insert into person (id, clinic_id, sub, staff, name, language)
          select '%1$s', clinic_id, '%2$s', false, 'Bench Client', 'en' from person where id = '%3$s';
        insert into person_role (clinic_id, person_id, role, since)
          select clinic_id, id, 'CLIENT', now() from person where id = '%1$s';
        insert into client (id, clinic_id, person_id, name, name_key, language, registered_by,
            registered_at, request_key)
          select '%1$s', clinic_id, id, name, 'bench client', 'en', '%3$s', now(), gen_random_uuid()
          from person where id = '%1$s';
        insert into caseload (id, clinic_id, client_id, therapist_id, since, assigned_by)
          select uuidv7(), clinic_id, id, '%3$s', now(), '%3$s' from person where id = '%1$s';
        insert into assignment (id, clinic_id, client_id, inventory_code, inventory_version,
            language, assigned_by, assigned_at, due_on, request_key)
          select uuidv7(), clinic_id, id, '%4$s', %5$d, 'en', '%3$s', now(),
            current_date + case when n > %6$d then 9 else 7 end, gen_random_uuid()
          from person, generate_series(1, %6$d + %7$d) n where id = '%1$s';
        """
            .formatted(
                client,
                sub,
                therapist,
                inventory.code().value(),
                inventory.version(),
                blank,
                answered));
    answer(client);
  }

  /** The open inventories of who has a sign-in, without or with answers. */
  public List<UUID> assignments(String sub, boolean answered) throws SQLException {
    return ids(
        "select a.id from assignment a join client c on c.id = a.client_id"
            + " join person p on p.id = c.person_id where a.submitted_at is null and p.sub = '"
            + sub
            + "' and a.due_on = current_date + "
            + (answered ? 9 : 7)
            + " order by a.id");
  }

  private void answer(UUID client) throws SQLException {
    StringBuilder values = new StringBuilder();
    for (Item item : items()) {
      values.append(values.isEmpty() ? "" : ", ");
      values.append("('%s', %d)".formatted(item.code().value(), valueOf(item)));
    }
    change(
        """
        insert into answer (clinic_id, client_id, assignment_id, item, value, declined, answered_at,
            keys)
          select a.clinic_id, a.client_id, a.id, given.item, given.value, false, now(),
            array[gen_random_uuid()]
          from assignment a, (values %s) given (item, value)
          where a.client_id = '%s' and a.due_on = current_date + 9
        """
            .formatted(values, client));
  }

  private void tidy() throws SQLException {
    try (Connection superuser = servers.asSuperuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("vacuum analyze client");
      statement.execute("vacuum analyze caseload");
      statement.execute("vacuum analyze caseload_line");
      statement.execute("checkpoint");
    }
  }

  /** Changes something as named system work does. */
  void change(String sql) throws SQLException {
    try (Connection owner = servers.asOwner();
        PreparedStatement begin =
            owner.prepareStatement(
                "select begin_job('crowd', (select clinic_id from clinic limit 1), gen_random_uuid())");
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      begin.execute();
      statement.execute(sql);
      owner.commit();
    }
  }
}
