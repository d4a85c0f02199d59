package health.trellis.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Payara Micro with the application at its root, on one port of 127.0.0.1. */
public final class PayaraServer {
  /** The name under which it is logged and recorded. */
  static final String NAME = "Payara";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** What lets it start quickly, at the price of slower pages under load. */
  static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /** What it always gets; the heap suits a practice on one machine. */
  private static final List<String> JAVA_OPTIONS =
      List.of(
          "-Xshare:auto",
          "-Xms128m",
          "-Xmx512m",
          "-XX:+ExitOnOutOfMemoryError",
          "-Dfile.encoding=UTF-8",
          "-Duser.timezone=UTC",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Djava.net.preferIPv4Stack=true",
          "-Dmp.health.default.readiness.empty.response=DOWN");

  /** What Payara logs when it could not deploy; it goes on running without the application. */
  private static final List<String> REFUSALS =
      List.of("Exception while deploying the app", "Exception while loading the app");

  private final int port;
  private final ServerProcess process;

  private PayaraServer(int port, ServerProcess process) {
    this.port = port;
    this.process = process;
  }

  /** The options of a Java that runs Payara Micro, for those who start it themselves. */
  public static List<String> javaOptions() {
    return javaOptions(QUICK_START);
  }

  private static List<String> javaOptions(List<String> tuning) {
    List<String> options = new ArrayList<>(tuning);
    options.addAll(JAVA_OPTIONS);
    for (String open :
        List.of(
            "java.base/jdk.internal.loader",
            "java.base/java.lang",
            "java.base/java.net",
            "java.base/java.nio",
            "java.base/java.util",
            "java.base/sun.nio.ch",
            "java.base/sun.net.www.protocol.jrt",
            "java.management/sun.management",
            "java.naming/javax.naming.spi",
            "java.rmi/sun.rmi.transport",
            "java.logging/java.util.logging",
            "jdk.management/com.sun.management.internal")) {
      options.add("--add-opens=" + open + "=ALL-UNNAMED");
    }
    options.add("--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED");
    options.add("--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED");
    return options;
  }

  /** Starts the server and returns at once; {@link #await} waits for it. */
  static PayaraServer start(
      Installation installation, DataFolder data, int port, Map<String, String> environment) {
    return start(installation, data, port, environment, QUICK_START);
  }

  static PayaraServer start(
      Installation installation,
      DataFolder data,
      int port,
      Map<String, String> environment,
      List<String> tuning) {
    List<String> command = new ArrayList<>(List.of(KeycloakFiles.java()));
    command.addAll(javaOptions(tuning));
    command.addAll(List.of("-jar", installation.payaraJar().toString()));
    command.addAll(List.of("--deploy", installation.war().toString(), "--contextroot", "/"));
    command.addAll(List.of("--port", Integer.toString(port)));
    command.addAll(
        List.of("--prebootcommandfile", installation.config("payara/pre-boot.txt").toString()));
    command.addAll(List.of("--nocluster", "--disablephonehome"));
    command.addAll(List.of("--minhttpthreads", "4", "--maxhttpthreads", "32"));
    return new PayaraServer(
        port, ServerProcess.start(NAME, data, command, new HashMap<>(environment)));
  }

  /**
   * Waits until the application says that it is ready.
   *
   * @throws Fault at once where it could not be deployed; later where a part of it stays down
   */
  void await() {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      process.await(PATIENCE, () -> deployed() && KeycloakServer.answers(client, request));
    } catch (Fault e) {
      String down = down(client, request);
      throw down.isEmpty() ? e : new Fault(e.getMessage() + " It says: " + down, e);
    }
  }

  private boolean deployed() {
    String log = process.logged();
    if (REFUSALS.stream().anyMatch(log::contains)) {
      throw new Fault(
          "Trellis could not be deployed (%s): read more in %s."
              .formatted(cause(log), process.log()));
    }
    return true;
  }

  /** The innermost cause that a log names last. */
  static String cause(String log) {
    return log.lines()
        .filter(line -> line.startsWith("Caused by: "))
        .reduce((before, line) -> line)
        .map(line -> line.substring("Caused by: ".length()))
        .orElse("no cause is named");
  }

  private static String down(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body().strip();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** The process, for those who look at what it listens on. */
  ServerProcess process() {
    return process;
  }

  /** Ends the server. */
  void stop() {
    process.stop();
  }
}
