package health.trellis.journeys;

import health.trellis.testkit.Practice;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A test in the browser against the one server of the run. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
abstract class Journey {

  @RegisterExtension final Devices devices = new Devices();

  /** What the invented practice holds. */
  final Practice practice = new Practice();
}
