package health.trellis.architecture.breaches.clients;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;

/** A key that anybody can make. */
@Breaks(Rule.KEYS_ARE_NOT_FORGED)
public final class OpenCaseload {
  public OpenCaseload() {}
}
