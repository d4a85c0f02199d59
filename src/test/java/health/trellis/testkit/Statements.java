package health.trellis.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements that one request sends, read from what PostgreSQL itself logs. */
public final class Statements {
  private static final Pattern LOGGED =
      Pattern.compile("trellis_app LOG: +(?:execute [^:]*|statement): *(.*)");
  private static final Pattern FRAME =
      Pattern.compile(
          "(?i)(begin|commit|rollback|start transaction|set (extra_float|application)).*|select 1|");
  private static final Pattern ROLES =
      Pattern.compile("(?i)select .* from roles_of\\(.*|select sign_in_stands\\(.*");

  private final Path log;

  /** Reads a log into which every statement is written already. */
  public Statements(Path log) {
    this.log = log;
  }

  /** Something that makes one request. */
  @FunctionalInterface
  public interface Request {
    /** Makes it, and comes back with its answer. */
    void make() throws IOException;
  }

  /**
   * The first line of each statement, without those that only begin and end the transaction or try
   * a connection, and without the roles and whether the session stands, which are asked at most
   * every two seconds by however many requests.
   */
  public List<String> of(Request request) throws IOException {
    long before = Files.size(log);
    request.make();
    try (var in = Files.newInputStream(log)) {
      in.skipNBytes(before);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(LOGGED::matcher)
          .filter(Matcher::find)
          .map(matcher -> matcher.group(1).strip())
          .filter(statement -> !FRAME.matcher(statement).matches())
          .filter(statement -> !ROLES.matcher(statement).matches())
          .toList();
    }
  }
}
