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
import java.util.stream.Collectors;

/**
 * Texts in the place of what the database holds, behind the back of its triggers, until they are
 * taken back. The columns are found in the catalogue.
 */
final class Planting implements AutoCloseable {
  /** What must stand beside a text for it to fit. */
  private static final Map<String, Map<String, String>> ALONGSIDE =
      Map.of(
          "belief.own_theme",
          Map.of("theme", "'OWN'"),
          "evidence.source_words",
          Map.of(
              "source", "'OTHER'",
              "note_id", "null",
              "assignment_id", "null",
              "item", "null",
              "experiment_id", "null"),
          "goal_step.owner_words",
          Map.of("owner", "'OTHER'"),
          "goal_rating.withdrawn_reason",
          Map.of("withdrawn_by", "rated_by", "withdrawn_at", "now()"));

  private final Connection database = connect();
  private final Set<String> changed = new TreeSet<>();
  private final Set<Column> planted = new HashSet<>();
  private final Set<String> kept = new HashSet<>();

  /** A column that holds text, in words or as JSON. */
  record Column(String table, String name, String type) {
    @Override
    public String toString() {
      return table + "." + name;
    }

    boolean isJson() {
      return type.equals("jsonb");
    }
  }

  /** How a column takes another text. */
  enum Taken {
    /** Each row has it now. */
    EVERYWHERE,
    /** Where something stood it stands now; other rows may not have any. */
    IN_PART,
    /** There is no row to have it. */
    NOWHERE,
    /** It is none that may stand there. */
    REFUSED
  }

  /** What is done to the database at once. */
  interface Work {
    void run() throws SQLException;
  }

  /** Does it in one transaction. */
  void in(Work work) {
    try {
      run("select begin_job('test', null, gen_random_uuid())");
      work.run();
      database.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many columns hold another text now; what had to be set beside it does not count. */
  int planted() {
    return planted.size();
  }

  /** Puts back what stood there before. */
  @Override
  public void close() {
    try (database) {
      in(
          () -> {
            for (String table : changed) {
              putBack(table);
            }
          });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows as they were, whatever was done to them meanwhile. */
  private void putBack(String table) throws SQLException {
    List<String> key = keyOf(table);
    String all =
        names(
                """
                select a.attname from pg_attribute a where a.attrelid = ?::regclass and a.attnum > 0
                  and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''""",
                table)
            .stream()
            .filter(name -> !key.contains(name))
            .map(each -> each + " = k." + each)
            .collect(Collectors.joining(", "));
    String same =
        key.stream()
            .map(each -> "t.%1$s = k.%1$s".formatted(each))
            .collect(Collectors.joining(" and "));
    run("alter table %s disable trigger user".formatted(table));
    run("update %1$s t set %2$s from kept_%1$s k where %3$s".formatted(table, all, same));
    run("alter table %s enable trigger user".formatted(table));
  }

  private List<String> keyOf(String table) throws SQLException {
    return names(
        """
        select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
        where i.indrelid = ?::regclass and i.indisprimary""",
        table);
  }

  private List<String> names(String sql, String table) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    }
    return names;
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

  /**
   * The columns of all tables {@code c} for which this is so, but those of the log itself and what
   * a row is known by.
   */
  List<Column> columns(String condition) throws SQLException {
    String sql =
        """
        select c.relname, a.attname, format_type(a.atttypid, null) from pg_class c
          join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
        where n.nspname = 'public' and c.relkind = 'r' and not c.relispartition and c.relname !~ '^(audit|flyway)_'
          and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          and format_type(a.atttypid, null) in ('text', 'character varying', 'jsonb')
          and not exists (select from pg_index i
            where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey)) and (%s)
        order by 1, 2"""
            .formatted(condition);
    List<Column> found = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(new Column(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return found;
  }

  /** Has the column say something else in these rows. */
  Taken plant(Column column, String value, String where) throws SQLException {
    String table = column.table();
    if (kept.add(table + " " + where)) {
      run("create temp table if not exists kept_%1$s as table %1$s with no data".formatted(table));
      run("insert into kept_%1$s select * from %1$s where %2$s".formatted(table, where));
    }
    Map<String, String> texts = new TreeMap<>(ALONGSIDE.getOrDefault(column.toString(), Map.of()));
    texts.put(column.name(), value);
    String set =
        texts.entrySet().stream()
            .map(each -> each.getKey() + " = " + each.getValue())
            .collect(Collectors.joining(", "));
    run("alter table %s disable trigger user".formatted(table));
    int all = tries("update %s set %s where %s".formatted(table, set, where));
    int rows =
        all >= 0
            ? all
            : tries(
                "update %s set %s where %s and %s is not null"
                    .formatted(table, set, where, column.name()));
    run("alter table %s enable trigger user".formatted(table));
    if (rows <= 0) {
      return rows == 0 ? Taken.NOWHERE : Taken.REFUSED;
    }
    planted.add(column);
    changed.add(table);
    return all > 0 ? Taken.EVERYWHERE : Taken.IN_PART;
  }

  /** Whether a constraint or a key says what may stand there. */
  boolean isConstrained(Column column) throws SQLException {
    String sql =
        """
        select 1 from pg_constraint k where k.conrelid = ?::regclass and k.contype in ('c', 'f', 'p', 'u')
          and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = ?
            and a.attnum = any (k.conkey))""";
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setString(1, column.table());
      statement.setString(2, column.name());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private int tries(String sql) throws SQLException {
    run("savepoint planting");
    try (Statement statement = database.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException takesNone) {
      run("rollback to savepoint planting");
      return -1;
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
