package health.trellis.bench;

import health.trellis.launch.Backstage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * How long PostgreSQL worked for the application, as it logs itself: the sum over each statement's
 * parsing, planning, running and committing.
 */
final class DatabaseTime implements AutoCloseable {
  private static final Pattern TOOK = Pattern.compile("trellis_app LOG: +duration: ([0-9.]+) ms");

  private final Backstage servers;
  private long read;

  /** From now on PostgreSQL logs how long it takes. */
  DatabaseTime(Backstage servers) throws SQLException, IOException {
    this.servers = servers;
    turn("on");
    skip();
  }

  /** Forgets what was logged until now. */
  void skip() throws IOException {
    read = Files.size(servers.databaseLog());
  }

  /** Milliseconds since it was asked last. */
  double millis() throws IOException {
    try (var in = Files.newInputStream(servers.databaseLog())) {
      in.skipNBytes(read);
      byte[] more = in.readAllBytes();
      read += more.length;
      return TOOK.matcher(new String(more, StandardCharsets.UTF_8))
          .results()
          .mapToDouble(each -> Double.parseDouble(each.group(1)))
          .sum();
    }
  }

  private void turn(String how) throws SQLException {
    try (Connection superuser = servers.asSuperuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("alter system set log_line_prefix = '%m %u '");
      statement.execute("alter system set log_duration = " + how);
      statement.execute("select pg_reload_conf()");
    }
  }

  @Override
  public void close() throws SQLException {
    turn("off");
  }
}
