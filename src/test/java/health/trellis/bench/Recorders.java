package health.trellis.bench;

import health.trellis.launch.Backstage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Connections that write acts as the application does: a transaction each, that says who acts,
 * writes the act, and is committed to the disk.
 */
final class Recorders implements AutoCloseable {
  private final List<Connection> connections = new ArrayList<>();

  Recorders(Backstage servers, int many) throws SQLException {
    for (int i = 0; i < many; i++) {
      Connection connection = servers.asOwner();
      connection.setAutoCommit(false);
      connections.add(connection);
    }
  }

  /**
   * Writes for so long, at a steady rate, or as fast as it goes where that is 0.
   *
   * @return how many a second were kept
   */
  double run(String sub, double seconds, double perSecond) throws IOException {
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    AtomicLong next = new AtomicLong();
    List<Callable<Integer>> work = new ArrayList<>();
    for (Connection connection : connections) {
      work.add(() -> record(connection, sub, start, end, perSecond, next));
    }
    int kept = Load.together(work).stream().mapToInt(Integer::intValue).sum();
    return kept / ((System.nanoTime() - start) / 1e9);
  }

  private static int record(
      Connection connection, String sub, long start, long end, double perSecond, AtomicLong next)
      throws SQLException, InterruptedException {
    int kept = 0;
    try (PreparedStatement context =
            connection.prepareStatement(
                "select person_id from begin_context(?, 'THERAPIST', 'bench', '127.0.0.1', gen_random_uuid())");
        PreparedStatement act =
            connection.prepareStatement(
                "insert into audit_event (kind, code, action, entity, entity_id)"
                    + " values ('act', 'NOTE_READ', 'R', 'session_note', gen_random_uuid())")) {
      while (true) {
        long due = System.nanoTime();
        if (perSecond > 0) {
          due = start + (long) (next.getAndIncrement() * 1e9 / perSecond);
          Load.sleepUntil(Math.min(due, end));
        }
        if (due >= end || System.nanoTime() >= end) {
          return kept;
        }
        context.setString(1, sub);
        try (ResultSet who = context.executeQuery()) {
          who.next();
        }
        act.executeUpdate();
        connection.commit();
        kept++;
      }
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
