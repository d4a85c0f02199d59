package health.trellis.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one source of time: everything that needs the time has this clock injected. */
@ApplicationScoped
public class Clocks {
  /** The machine's clock, in UTC. */
  @Produces
  @ApplicationScoped
  public Clock clock() {
    return Clock.systemUTC();
  }
}
