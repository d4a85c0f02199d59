package health.trellis.crash;

import health.trellis.launch.DrivenServers;
import java.io.IOException;
import java.nio.file.Path;

/** What is killed, and how it comes back. */
enum Victim {
  TRELLIS(true, false),
  DATABASE(false, true),
  BOTH(true, true);

  private final boolean payara;
  private final boolean database;

  Victim(boolean payara, boolean database) {
    this.payara = payara;
    this.database = database;
  }

  static Victim of(int kill) {
    return values()[kill % values().length];
  }

  void kill(DrivenServers servers) throws IOException {
    if (payara) {
      servers.killPayara();
    }
    if (database) {
      servers.killDatabase();
    }
  }

  void start(DrivenServers servers, Path war) throws IOException, InterruptedException {
    if (database) {
      servers.startDatabase();
    }
    if (payara) {
      servers.startPayara(war);
    }
    servers.awaitReady();
  }

  /** Whether sessions end with it. */
  boolean endsSessions() {
    return payara;
  }
}
