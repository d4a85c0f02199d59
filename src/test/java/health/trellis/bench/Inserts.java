package health.trellis.bench;

import health.trellis.launch.Backstage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** The limit of durable writes: connections that insert one small row a commit, by bare JDBC. */
final class Inserts implements AutoCloseable {
  private final List<Connection> connections = new ArrayList<>();

  Inserts(Backstage servers, int many) throws SQLException {
    for (int i = 0; i < many; i++) {
      connections.add(servers.asOwner());
    }
    try (Statement statement = connections.get(0).createStatement()) {
      statement.execute(
          "create table bench_row (id uuid primary key default uuidv7(), item text, value int)");
    }
  }

  /** How many rows are kept in a second. */
  double perSecond(double seconds) throws IOException {
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    List<Callable<Integer>> work = new ArrayList<>();
    for (Connection connection : connections) {
      work.add(() -> insert(connection, end));
    }
    int rows = Load.together(work).stream().mapToInt(Integer::intValue).sum();
    return rows / ((System.nanoTime() - start) / 1e9);
  }

  private static int insert(Connection connection, long end) throws SQLException {
    int rows = 0;
    try (PreparedStatement insert =
        connection.prepareStatement("insert into bench_row (item, value) values ('h1', ?)")) {
      while (System.nanoTime() < end) {
        insert.setInt(1, rows % 5);
        insert.executeUpdate();
        rows++;
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    try (Statement statement = connections.get(0).createStatement()) {
      statement.execute("drop table bench_row");
    }
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
