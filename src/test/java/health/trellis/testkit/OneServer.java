package health.trellis.testkit;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Teaches Arquillian to deploy Trellis once for the whole run, not once a test class. */
public final class OneServer implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(OneDeployment.class);
  }
}
