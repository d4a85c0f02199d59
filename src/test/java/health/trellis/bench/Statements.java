package health.trellis.bench;

import health.trellis.launch.BenchServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements that one request sends, read from what PostgreSQL itself logs. */
final class Statements {
  private static final Pattern LOGGED =
      Pattern.compile("trellis_app LOG: +(?:execute [^:]*|statement): *(.*)");
  private static final Pattern FRAME =
      Pattern.compile("(?i)(begin|commit|rollback|start transaction).*|");

  private final BenchServers servers;

  Statements(BenchServers servers) {
    this.servers = servers;
  }

  /** Something that makes one request. */
  interface Request {
    void make() throws IOException;
  }

  /** The first line of each statement, without those that only begin and end the transaction. */
  List<String> of(Request request) throws SQLException, IOException {
    // Checks of idle connections and the roles that are asked at most every two seconds have their
    // turn in a first request.
    request.make();
    String before = Files.readString(log());
    request.make();
    return Files.readString(log())
        .substring(before.length())
        .lines()
        .map(LOGGED::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1).strip())
        .filter(statement -> !FRAME.matcher(statement).matches())
        .toList();
  }

  /** Has every statement logged from now on, or no longer. */
  void log(boolean all) throws SQLException, IOException {
    try (Connection superuser = servers.asSuperuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("alter system set log_line_prefix = '%m %u '");
      statement.execute("alter system set log_statement = " + (all ? "'all'" : "'none'"));
      statement.execute("select pg_reload_conf()");
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private Path log() {
    return servers.databaseLog();
  }
}
