package health.trellis.launch;

import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import health.trellis.kernel.WrongSetting;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * Brings the database up to date, as its owner. The launcher calls it before the application
 * starts; elsewhere it runs by itself as an init step, with its settings in the environment.
 */
public final class Migrator {
  private Migrator() {}

  /** Migrates the database that the environment names, and ends with 1 where it could not. */
  public static void main(String[] arguments) {
    try {
      Settings settings = Settings.of(System.getenv());
      int done =
          migrate(
              settings.text(Setting.DB_URL),
              settings.text(Setting.OWNER_USER),
              settings.text(Setting.OWNER_PASSWORD));
      System.out.println("The database is up to date (" + done + " migrations were applied).");
    } catch (WrongSetting | Fault e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Applies the migrations that are missing.
   *
   * @return how many there were
   * @throws Fault where the database cannot be reached or a migration fails
   */
  public static int migrate(String url, String owner, String password) {
    try {
      return Flyway.configure(Migrator.class.getClassLoader())
          .dataSource(url, owner, password)
          .locations("classpath:db/migration")
          .connectRetries(30)
          .connectRetriesInterval(1)
          .cleanDisabled(true)
          .validateMigrationNaming(true)
          .loggers("slf4j")
          .load()
          .migrate()
          .migrationsExecuted;
    } catch (FlywayValidateException e) {
      throw new Fault(
          "The database was made by another version of Trellis than this one: use that version, or"
              + " another data folder (TRELLIS_DATA).",
          e);
    } catch (FlywayException e) {
      throw new Fault("The database could not be brought up to date: " + reason(e), e);
    }
  }

  /** The first line of what Flyway says, which is a page long. */
  private static String reason(FlywayException e) {
    Throwable last = e;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return String.valueOf(last.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
