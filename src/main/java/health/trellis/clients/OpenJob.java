package health.trellis.clients;

/**
 * The key of named system work, such as a check at the start: no person asks, and the log says so.
 */
public final class OpenJob {
  private final String name;

  OpenJob(String name) {
    this.name = name;
  }

  /** The job's name, as the audit log has it. */
  public String name() {
    return name;
  }
}
