package health.trellis.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where the application's settings come from: MicroProfile Config, read once. */
@ApplicationScoped
public class SettingsProducer {
  private final Settings settings = read();

  /** The settings of this installation. */
  @Produces
  public Settings settings() {
    return settings;
  }

  /** Reads them where nothing is injected yet, as at the start of the web application. */
  public static Settings read() {
    Config config = ConfigProvider.getConfig();
    return Settings.ofProperties(key -> config.getOptionalValue(key, String.class));
  }
}
