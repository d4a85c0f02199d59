package health.trellis.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words planted into every text that is held of a client, each naming whose it is and where it
 * stands, until they are taken back. The columns are found in the database's catalogue: one that
 * takes no planted word must be a code, which a constraint names.
 */
public final class Canaries implements AutoCloseable {
  private static final Pattern PLANTED =
      Pattern.compile("cnry\\.([a-z]+)\\.([a-z_]+)\\.([a-z_]+)\\.");

  /**
   * Texts that are no client's, that name something else, or that are not shown from where they
   * stand.
   */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "note_words.",
          "emergency_access.reason",
          "session_note.template",
          "client.name_key",
          "person.sub");

  private final Connection database = connect();
  private final Map<String, Set<String>> planted = new TreeMap<>();
  private final Set<String> kept = new HashSet<>();

  /** A planted word that was found somewhere. */
  public record Found(String owner, String table, String column) {}

  /** All that stand in a text, each once. */
  public static Set<Found> in(String text) {
    return PLANTED
        .matcher(text)
        .results()
        .map(found -> new Found(found.group(1), found.group(2), found.group(3)))
        .collect(Collectors.toSet());
  }

  /** Plants them into all that is held of this client, whom they call so. */
  public void plant(String client, String owner) {
    try {
      run("select begin_job('test', null, gen_random_uuid())");
      for (String[] column : columns()) {
        plant(client, owner, column[0], column[1], column[2]);
      }
      database.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many columns hold such a word now. */
  public int planted() {
    return planted.values().stream().mapToInt(Set::size).sum();
  }

  /** Puts back what stood there before. */
  @Override
  public void close() {
    try (database) {
      run("select begin_job('test', null, gen_random_uuid())");
      for (Map.Entry<String, Set<String>> table : planted.entrySet()) {
        putBack(table.getKey(), table.getValue());
      }
      database.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void putBack(String table, Set<String> columns) throws SQLException {
    String texts =
        columns.stream().map(each -> each + " = k." + each).collect(Collectors.joining(", "));
    String key =
        keyOf(table).stream()
            .map(each -> "t.%1$s = k.%1$s".formatted(each))
            .collect(Collectors.joining(" and "));
    run("alter table %s disable trigger user".formatted(table));
    run("update %1$s t set %2$s from kept_%1$s k where %3$s".formatted(table, texts, key));
    run("alter table %s enable trigger user".formatted(table));
  }

  private List<String> keyOf(String table) throws SQLException {
    String sql =
        """
        select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
        where i.indrelid = ?::regclass and i.indisprimary""";
    List<String> key = new ArrayList<>();
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          key.add(rows.getString(1));
        }
      }
    }
    return key;
  }

  private static Connection connect() {
    try {
      Connection database = Stage.get().asOwner();
      database.setAutoCommit(false);
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String[]> columns() throws SQLException {
    String sql =
        """
        select c.relname, a.attname, format_type(a.atttypid, null) from pg_class c
          join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
        where n.nspname = 'public' and c.relkind = 'r' and not c.relispartition and c.relname !~ '^audit_'
          and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          and format_type(a.atttypid, null) in ('text', 'character varying', 'jsonb')
          and (c.relname in ('client', 'person') or exists (select from pg_attribute o
            where o.attrelid = c.oid and o.attname = 'client_id' and not o.attisdropped))
        order by 1, 2""";
    List<String[]> found = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
      }
    }
    return found;
  }

  private void plant(String client, String owner, String table, String column, String type)
      throws SQLException {
    String name = table + "." + column;
    if (LEFT_OUT.stream().anyMatch(name::startsWith)) {
      return;
    }
    String word = "'cnry.%s.%s.%s.'".formatted(owner, table, column);
    if (name.equals("session_note.sections")) {
      word =
          "('cnry.%1$s.session_note.' || case when signed_at is null then 'draft.' else 'signed.' end)"
              .formatted(owner);
    }
    String value =
        type.equals("jsonb")
            ? "(select jsonb_object_agg(key, to_jsonb(cast(%s as text))) from jsonb_each(%s))"
                .formatted(word, column)
            : word;
    String whose =
        switch (table) {
          case "client" -> "id = '%s'";
          case "person" -> "id = (select person_id from client where id = '%s')";
          default -> "client_id = '%s'";
        };
    String where = whose.formatted(client);
    if (kept.add(table + " " + owner)) {
      run("create temp table if not exists kept_%1$s as table %1$s with no data".formatted(table));
      run("insert into kept_%1$s select * from %1$s where %2$s".formatted(table, where));
    }
    run("alter table %s disable trigger user".formatted(table));
    boolean done =
        tries("update %s set %s = %s where %s".formatted(table, column, value, where))
            || tries(
                "update %1$s set %2$s = %3$s where %4$s and %2$s is not null"
                    .formatted(table, column, value, where));
    run("alter table %s enable trigger user".formatted(table));
    if (done) {
      planted.computeIfAbsent(table, any -> new TreeSet<>()).add(column);
    } else if (!isConstrained(table, column)) {
      throw new IllegalStateException("no word can be planted in " + name + " of " + owner);
    }
  }

  /** Whether a constraint or a key says what may stand there. */
  private boolean isConstrained(String table, String column) throws SQLException {
    String sql =
        """
        select 1 from pg_constraint k where k.conrelid = ?::regclass and k.contype in ('c', 'f', 'p', 'u')
          and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = ?
            and a.attnum = any (k.conkey))""";
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setString(1, table);
      statement.setString(2, column);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private boolean tries(String sql) throws SQLException {
    run("savepoint planting");
    try {
      run(sql);
      return true;
    } catch (SQLException takesNone) {
      run("rollback to savepoint planting");
      return false;
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
