package health.trellis.launch;

import health.trellis.launch.AccessPractice.Target;
import health.trellis.security.AccessRule;
import health.trellis.security.Asker;
import health.trellis.testkit.inside.Cells;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Statements on rows, tried by everybody in the most favourable form, against the rules. */
final class RowAccess {
  private static final List<String> STATEMENTS = List.of("select", "insert", "update", "delete");
  private static final int ROWS_A_WAY = Cells.isLong() ? 3 : 1;
  private static final String UNDO = "rollback to savepoint tried; release savepoint tried";

  /** Everybody who asks, by identity and role; an empty identity did not sign in. */
  static final List<User> USERS =
      List.of(
          new User("s1", "ADMINISTRATOR"),
          new User("s2", "THERAPIST"),
          new User("s3", "THERAPIST"),
          new User("s4", "THERAPIST"),
          new User("s5", "CLIENT"),
          new User("s6", "THERAPIST"),
          new User("s7", "CLIENT"),
          new User("s8", "THERAPIST"),
          new User("s9", "THERAPIST"),
          new User("sa", "THERAPIST"),
          new User("sb", "ADMINISTRATOR"),
          new User("", "THERAPIST"),
          new User("s1" + AccessPractice.THERE, "ADMINISTRATOR"),
          new User("s2" + AccessPractice.THERE, "THERAPIST"),
          new User("s4" + AccessPractice.THERE, "THERAPIST"),
          new User("s5" + AccessPractice.THERE, "CLIENT"));

  private final AccessPractice practice;
  private final List<Cell> cells = new ArrayList<>();

  RowAccess(AccessPractice practice) throws SQLException {
    this.practice = practice;
    for (String table : practice.tables()) {
      for (Target target : Target.values()) {
        addCells(table, target);
      }
    }
  }

  /** Somebody in a role. */
  record User(String sub, String role) {
    /** As whom the client sees this one. */
    Asker as(Target target) {
      if (sub.isEmpty()) {
        return Asker.ANONYMOUS;
      }
      boolean there = sub.endsWith(AccessPractice.THERE);
      if (there != (target == Target.LEA_ELSEWHERE)) {
        return switch (sub) {
          case "s8" -> Asker.DISABLED;
          case "s9" -> Asker.WITHOUT_ROLE;
          default -> Asker.ELSEWHERE;
        };
      }
      boolean lea = target != Target.ZORA;
      return switch (sub.substring(0, 2)) {
        case "s1" -> Asker.ADMINISTRATOR;
        case "s2" -> lea ? Asker.THERAPIST : Asker.COLLEAGUE;
        case "s3" -> lea ? Asker.COLLEAGUE : Asker.THERAPIST;
        case "s4" -> lea ? Asker.SUPERVISOR : Asker.COLLEAGUE;
        case "s5" -> lea ? Asker.CLIENT : Asker.OTHER_CLIENT;
        case "s6" -> lea ? Asker.FORMER_THERAPIST : Asker.COLLEAGUE;
        case "s7" -> lea ? Asker.OTHER_CLIENT : Asker.CLIENT;
        case "s8" -> Asker.DISABLED;
        case "s9" -> Asker.WITHOUT_ROLE;
        case "sa" -> Asker.COLLEAGUE_IN_EMERGENCY;
        case "sb" -> Asker.ADMINISTRATOR_IN_EMERGENCY;
        default -> throw new IllegalStateException(sub);
      };
    }
  }

  /**
   * A statement on one row of somebody's.
   *
   * @param way under which rule it is; null where nobody may
   * @param row all of it
   * @param attempts the statement as it is, and as somebody would forge it who knows the policies
   */
  record Cell(
      String statement,
      String table,
      Target target,
      @Nullable String way,
      String row,
      List<String> attempts) {
    boolean isFor(Asker asker) {
      return way != null && AccessRule.of(way).orElseThrow().names(asker, way);
    }

    boolean isOfOneRecord() {
      return way == null || AccessRule.of(way).orElseThrow().reach() == AccessRule.Reach.RECORD;
    }
  }

  /** A policy of the application's role, as it can be made again. */
  record Policy(String table, String name, boolean using, boolean check) {
    List<String> changes() {
      String on = " policy %s on %s".formatted(name, table);
      List<String> changes = new ArrayList<>(List.of("drop" + on));
      if (Cells.isLong()) {
        changes.add(
            "alter" + on + (using ? " using (true)" : "") + (check ? " with check (true)" : ""));
      }
      return changes;
    }
  }

  static boolean isStatement(String way) {
    return STATEMENTS.stream().anyMatch(each -> way.startsWith(each + " "));
  }

  List<Cell> cells() {
    return cells;
  }

  private void addCells(String table, Target target) throws SQLException {
    for (String statement : STATEMENTS) {
      Map<String, String> ways = ways(statement, table);
      for (Map.Entry<String, String> way : ways.entrySet()) {
        add(statement, table, target, way.getKey(), way.getValue());
      }
      StringJoiner none = new StringJoiner(") or (", "not coalesce((", "), false)");
      ways.values().forEach(none::add);
      add(statement, table, target, null, ways.isEmpty() ? "true" : none.toString());
    }
  }

  /** The ways of one statement on one table, with the condition that each sets. */
  private static Map<String, String> ways(String statement, String table) {
    Map<String, String> ways = new LinkedHashMap<>();
    Arrays.stream(AccessRule.values())
        .flatMap(rule -> rule.ways().stream())
        .filter(way -> (way + " ").startsWith(statement + " " + table + " "))
        .forEach(
            way -> ways.put(way, way.contains(" where ") ? way.split(" where ", 2)[1] : "true"));
    return ways;
  }

  private void add(
      String statement, String table, Target target, @Nullable String way, String condition)
      throws SQLException {
    try (Statement asked = practice.superuser().createStatement();
        ResultSet rows =
            asked.executeQuery(
                "select "
                    + (columns(table).contains("id")
                        ? "format('t.id = %L', t.id), "
                        : "format('t.tableoid = %s and t.ctid = %L', t.tableoid::int, t.ctid), ")
                    + "to_jsonb(t)"
                    + " from %s t where (%s) and (%s) order by t.ctid limit %d"
                        .formatted(table, of(table, target), condition, ROWS_A_WAY))) {
      while (rows.next()) {
        String row = rows.getString(2);
        cells.add(
            new Cell(
                statement,
                table,
                target,
                way,
                row,
                attempts(statement, table, target, rows.getString(1), row)));
      }
    }
  }

  /** The rows of a table that are about the client, or of the clinic where none is about one. */
  private String of(String table, Target target) throws SQLException {
    String client = "'" + practice.client(target) + "'";
    String clinic = "t.clinic_id = (select clinic_id from client where id = " + client + ")";
    String account = "(select person_id from client where id = " + client + ")";
    String therapist =
        "(select id from person where sub = '%s')"
            .formatted(
                switch (target) {
                  case LEA -> "s2";
                  case ZORA -> "s3";
                  case LEA_ELSEWHERE -> "s2" + AccessPractice.THERE;
                });
    return switch (table) {
      case "client" -> "t.id = " + client;
      case "person" -> "t.id = " + account + " or t.staff and " + clinic;
      case "person_role" -> "t.person_id in (%s, %s)".formatted(account, therapist);
      case "supervision" -> "t.supervisee_id = " + therapist;
      case "audit_event" -> "t.code = 'TOLD' and t.client_id = " + client;
      case "audit_era", "audit_batch", "audit_checkpoint" -> "true";
      default ->
          practice.columns(table).containsKey("client_id") ? "t.client_id = " + client : clinic;
    };
  }

  /** Begins as this user, and opens a record where it opens for this user. */
  void enter(Connection connection, User user, Target opened) throws SQLException {
    if (!user.sub().isEmpty()) {
      run(
          connection,
          "select * from begin_context('%s', '%s', 'session', '127.0.0.1', gen_random_uuid())"
              .formatted(user.sub(), user.role()));
      tries(
          connection,
          user.as(opened).otherwise().isPresent()
              ? "select * from open_in_emergency('%s')"
                  .formatted(practice.emergency(user.sub(), opened))
              : "select * from open_client('%s', 'test')".formatted(practice.client(opened)));
    }
  }

  /**
   * The statements that the rules say something of: while another record is open than the one that
   * the row is of, they speak only of who may do nothing with that record.
   */
  static Stream<Cell> comparable(List<Cell> cells, User user, Target opened) {
    return cells.stream()
        .filter(
            cell ->
                opened == cell.target()
                    || (!cell.isFor(user.as(cell.target())) && cell.isOfOneRecord()));
  }

  /** What came out otherwise than the rules say, if anything did. */
  Optional<String> deviation(Connection connection, User user, Target opened, Cell cell)
      throws SQLException {
    Asker asker = user.as(cell.target());
    boolean done = false;
    for (String sql : cell.attempts()) {
      done = done || tries(connection, sql);
    }
    if (opened == cell.target() && changesNothingLike(cell, asker)) {
      done = done || tries(connection, blind(cell));
    }
    return done == cell.isFor(asker)
        ? Optional.empty()
        : Optional.of(
            "%s (%s) %s %s %s of %s: %s %s"
                .formatted(
                    asker,
                    user.sub(),
                    done ? "can" : "cannot",
                    cell.statement(),
                    cell.table(),
                    cell.target(),
                    cell.way(),
                    cell.row()));
  }

  /**
   * Whether there is no row at all in the table that this one may change, with that record open.
   */
  private static boolean changesNothingLike(Cell cell, Asker asker) {
    return cell.statement().equals("update")
        && asker != Asker.CLIENT
        && asker != Asker.OTHER_CLIENT
        && asker != Asker.ELSEWHERE
        && ways(cell.statement(), cell.table()).keySet().stream()
            .noneMatch(way -> AccessRule.of(way).orElseThrow().names(asker, way));
  }

  /** A change that reads no column, and so is asked for nothing but what the change needs. */
  private String blind(Cell cell) throws SQLException {
    return "update %1$s set %2$s = (jsonb_populate_record(null::%1$s, '%3$s')).%2$s"
        .formatted(cell.table(), columns(cell.table()).get(0), cell.row().replace("'", "''"));
  }

  /** The statement as it is, and as somebody would forge it who knows the policies. */
  private List<String> attempts(
      String statement, String table, Target target, String at, String row) throws SQLException {
    String from = table + " t where " + at;
    return switch (statement) {
      case "select" -> List.of("select 1 from " + from);
      case "delete" -> List.of("delete from " + from);
      case "update" -> updates(table, at);
      default -> inserts(table, target, row);
    };
  }

  private List<String> updates(String table, String at) throws SQLException {
    List<String> columns = columns(table);
    String start = "update " + table + " t set ";
    String end = " where " + at;
    StringJoiner forged = new StringJoiner(", ");
    forge(columns).forEach((column, value) -> forged.add(column + " = " + value));
    List<String> attempts =
        new ArrayList<>(List.of(start + columns.get(0) + " = " + columns.get(0) + end));
    if (forged.length() > 0) {
      attempts.add(start + forged + end);
    }
    forge(columns).forEach((column, value) -> attempts.add(start + column + " = " + value + end));
    if (table.equals("goal")) {
      attempts.add(start + forged + ", status = 'AGREED'" + end);
    }
    return attempts;
  }

  private List<String> inserts(String table, Target target, String row) throws SQLException {
    if (table.equals("audit_event")) {
      return List.of(
          "insert into audit_event (kind, code, action, client_id) values ('act', 'TRIED', 'R', '%s')"
              .formatted(practice.client(target)));
    }
    List<String> columns = insertable(table);
    Map<String, String> forged = forge(columns);
    List<String> attempts = new ArrayList<>();
    attempts.add(insert(table, row, columns, Map.of()));
    attempts.add(insert(table, row, columns, forged));
    for (Map.Entry<String, String> one : forged.entrySet()) {
      attempts.add(insert(table, row, columns, Map.of(one.getKey(), one.getValue())));
    }
    return attempts;
  }

  private static String insert(
      String table, String row, List<String> columns, Map<String, String> otherwise) {
    StringJoiner values = new StringJoiner(", ");
    columns.forEach(column -> values.add(otherwise.getOrDefault(column, "r." + column)));
    return "insert into %1$s (%2$s) select %3$s from jsonb_populate_record(null::%1$s, '%4$s') r"
        .formatted(table, String.join(", ", columns), values, row.replace("'", "''"));
  }

  /** The columns that the application may write, where it may write some and not all. */
  private List<String> insertable(String table) throws SQLException {
    List<String> granted =
        practice.texts(
            "select attname from pg_attribute where attrelid = '%s'::regclass and attnum > 0"
                    .formatted(table)
                + " and has_column_privilege('trellis_app', attrelid, attnum, 'insert')");
    List<String> columns = new ArrayList<>(columns(table));
    if (!granted.isEmpty()) {
      columns.retainAll(granted);
    }
    return columns;
  }

  private List<String> columns(String table) throws SQLException {
    return List.copyOf(practice.columns(table).keySet());
  }

  /** Who did it, and in which role, as the policies want it. */
  private static Map<String, String> forge(List<String> columns) {
    Map<String, String> forged = new LinkedHashMap<>();
    for (String column : columns) {
      if (column.endsWith("_by") || column.equals("author_id")) {
        forged.put(column, "app_person()");
      } else if (column.endsWith("_as")) {
        forged.put(column, "app_role()");
      }
    }
    return forged;
  }

  /** Whether it is done, or would be but for something that comes after the policies. */
  private static boolean tries(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("savepoint tried; " + sql);
      if (statement.getMoreResults()) {
        try (ResultSet found = statement.getResultSet()) {
          boolean seen = found.next();
          run(connection, "release savepoint tried");
          return seen;
        }
      }
      boolean done = statement.getUpdateCount() > 0;
      run(connection, UNDO);
      return done;
    } catch (SQLException refused) {
      run(connection, UNDO);
      return !"42501".equals(refused.getSQLState());
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The policies of the application's role. */
  List<Policy> policies() throws SQLException {
    List<Policy> policies = new ArrayList<>();
    try (Statement asked = practice.superuser().createStatement();
        ResultSet rows =
            asked.executeQuery(
                "select tablename, policyname, qual is not null, with_check is not null"
                    + " from pg_policies where 'trellis_app' = any (roles) order by 1, 2")) {
      while (rows.next()) {
        policies.add(
            new Policy(
                rows.getString(1), rows.getString(2), rows.getBoolean(3), rows.getBoolean(4)));
      }
    }
    return policies;
  }

  /** Whether the comparison differs once a policy was changed; it is as before afterwards. */
  boolean isNoticed(Policy policy, String change) throws SQLException {
    Connection superuser = practice.superuser();
    List<Cell> own = cells.stream().filter(cell -> cell.table().equals(policy.table())).toList();
    try {
      run(superuser, change);
      for (User user : USERS) {
        for (Target opened : Target.values()) {
          if (differs(superuser, user, opened, own)) {
            return true;
          }
        }
      }
      return false;
    } finally {
      superuser.rollback();
    }
  }

  private boolean differs(Connection superuser, User user, Target opened, List<Cell> own)
      throws SQLException {
    run(superuser, "savepoint entered");
    run(superuser, "set local role trellis_app");
    enter(superuser, user, opened);
    for (Cell cell : comparable(own, user, opened).toList()) {
      if (deviation(superuser, user, opened, cell).isPresent()) {
        return true;
      }
    }
    run(superuser, "rollback to savepoint entered");
    return false;
  }
}
