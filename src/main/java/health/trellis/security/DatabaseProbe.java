package health.trellis.security;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A knock on the database's door, and the definition of that door: a pool of connections of the
 * application's weak role. A database that does not answer is noticed within three seconds. What a
 * refused statement was about to write stands in no message, and so in no log.
 */
@DataSourceDefinition(
    name = "java:app/jdbc/trellis",
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${MPCONFIG=trellis.db.url}",
    user = "${MPCONFIG=trellis.db.user}",
    password = "${MPCONFIG=trellis.db.password}",
    minPoolSize = 2,
    initialPoolSize = 2,
    maxPoolSize = 16,
    maxIdleTime = 300,
    properties = {
      "reWriteBatchedInserts=true",
      "connectTimeout=3",
      "socketTimeout=30",
      "ApplicationName=trellis",
      "logServerErrorDetail=false",
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=5",
      "fish.payara.max-wait-time-in-millis=2500"
    })
@ApplicationScoped
public class DatabaseProbe {
  @Resource(lookup = "java:app/jdbc/trellis")
  private DataSource database;

  /** Whether it answers now. */
  public boolean answers() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.execute("select 1");
    } catch (SQLException down) {
      return false;
    }
  }
}
