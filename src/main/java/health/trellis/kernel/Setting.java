package health.trellis.kernel;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything about Trellis that an installation may choose. Each setting comes from the environment
 * variable of its own name ({@link #variable()}), or from the same name written as a MicroProfile
 * Config property ({@link #key()}); {@code config/trellis.env.example} explains them all. Settings
 * are read through {@link Settings} and nowhere else.
 */
public enum Setting {
  /** Where people reach Trellis; Keycloak sends them back to addresses below it. */
  BASE_URL(
      Part.APPLICATION,
      "http://localhost:8080",
      "The address people open, without a / at its end."),
  /** Where the application's database is. */
  DB_URL(
      Part.APPLICATION,
      null,
      "The JDBC address of the database, as jdbc:postgresql://host:5432/trellis."),
  /** The weak role under which the application works; never the owner. */
  DB_USER(
      Part.APPLICATION,
      "trellis_app",
      "The database role of the application; row-level security binds it."),
  /** The password of {@link #DB_USER}. */
  DB_PASSWORD(Part.APPLICATION, null, "The password of the application's database role."),
  /** The Keycloak realm that says who a person is. */
  OIDC_ISSUER(
      Part.APPLICATION,
      null,
      "The issuer of sign-ins, as https://keycloak.example.org/realms/trellis."),
  /** Trellis's name at Keycloak. */
  OIDC_CLIENT_ID(Part.APPLICATION, "trellis", "The name under which Keycloak knows Trellis."),
  /** Trellis's own password at Keycloak. */
  OIDC_CLIENT_SECRET(Part.APPLICATION, null, "The secret that Keycloak and Trellis share."),
  /** How long a signed-in person may do nothing. */
  IDLE_MINUTES(
      Part.APPLICATION,
      "15",
      "Minutes without a key, a click or a draft after which a session ends."),
  /** How long a session of staff lasts at most. */
  SESSION_HOURS(
      Part.APPLICATION, "12", "Hours after which a therapist or administrator signs in again."),
  /** How long a session of a client lasts at most. */
  CLIENT_SESSION_HOURS(Part.APPLICATION, "8", "Hours after which a client signs in again."),
  /** Where the keys of the process notes are: never in the database, never in the project. */
  PROCESS_NOTES_KEY_FILE(
      Part.APPLICATION,
      null,
      "The file with the keys of the process notes, which ProcessNoteKey makes."),
  /** Whether this is a demonstration with invented people. */
  DEMO(
      Part.APPLICATION,
      "false",
      "true for a demonstration with invented people, never for real ones."),
  /** Whether staff must sign in with a second factor. */
  SECOND_FACTOR(
      Part.APPLICATION,
      "true",
      "true when staff need a second factor; only a demonstration may say false."),

  /** The password of the client that makes accounts at Keycloak, for the realm step too. */
  KEYCLOAK_PEOPLE_SECRET(
      Part.APPLICATION,
      null,
      "The secret of the client trellis-people, which makes accounts at Keycloak for who is invited."),

  /** What guards the page that sets up the first clinic. */
  SET_UP_TOKEN(
      Part.APPLICATION,
      "",
      "The token for the page that sets up the first clinic; where none is given, the log tells one."),

  /** The password of the client that reads sign-ins at Keycloak, for the realm step too. */
  KEYCLOAK_EVENTS_SECRET(
      Part.WATCH,
      null,
      "The secret of the client trellis-events, which reads sign-ins at Keycloak and nothing else."),

  /** The role that owns the tables and migrates them. */
  OWNER_USER(
      Part.MIGRATOR,
      "trellis_owner",
      "The database role that owns the tables; only the migrator uses it."),
  /** The password of {@link #OWNER_USER}. */
  OWNER_PASSWORD(Part.MIGRATOR, null, "The password of the role that owns the tables."),

  /** The password of the role that seals the audit log. */
  SEALER_PASSWORD(
      Part.SEALER, null, "The password of the role trellis_sealer, which seals the audit log."),
  /** Where the key is that signs what was sealed: neither with the application nor the database. */
  SEAL_KEY_FILE(
      Part.SEALER, null, "The file with the key that signs the audit log, which SealKey makes."),
  /** Where checkpoints are kept outside the database. */
  ANCHORS_FILE(
      Part.SEALER,
      null,
      "The file to which a line is added for each signed checkpoint; best on another machine."),

  /** Where the realm step finds Keycloak's admin API. */
  KEYCLOAK_URL(
      Part.MIGRATOR,
      "http://localhost:8180",
      "The address of Keycloak, whose realm is brought up to date."),

  /** The client by which the realm step speaks to Keycloak. */
  KEYCLOAK_ADMIN_CLIENT(
      Part.MIGRATOR, "trellis-launcher", "A client of the realm master that may create realms."),

  /** The password of {@link #KEYCLOAK_ADMIN_CLIENT}. */
  KEYCLOAK_ADMIN_SECRET(Part.MIGRATOR, null, "The secret of that client."),

  /** The server that sends mails, for Keycloak's realm. */
  MAIL_HOST(Part.MIGRATOR, "localhost", "The server that sends mails (SMTP)."),

  /** Its port. */
  MAIL_PORT(Part.MIGRATOR, "25", "Its port: 25, or 587 with STARTTLS."),

  /** Whose mails they are. */
  MAIL_FROM(Part.MIGRATOR, "trellis@localhost", "The address that mails come from."),

  /** Who signs in at the server that sends mails. */
  MAIL_USER(Part.MIGRATOR, "", "Who signs in at that server; empty where nobody has to."),

  /** With which password. */
  MAIL_PASSWORD(Part.MIGRATOR, "", "The password for it."),

  /** Whether the way to it is encrypted. */
  MAIL_STARTTLS(
      Part.MIGRATOR, "false", "true where the way to that server is encrypted if it offers that."),

  /** Where the launcher keeps everything that must outlive a restart. */
  DATA(Part.LAUNCHER, "data", "The folder for the database, Keycloak's build, passwords and logs."),
  /** Where Trellis itself listens. */
  PORT(Part.LAUNCHER, "8080", "The port of Trellis on 127.0.0.1."),
  /** Where the launcher's Keycloak listens. */
  KEYCLOAK_PORT(Part.LAUNCHER, "8180", "The port of Keycloak on 127.0.0.1."),
  /** Where the launcher's PostgreSQL listens. */
  POSTGRES_PORT(Part.LAUNCHER, "5433", "The port of PostgreSQL on 127.0.0.1.");

  /** Which program reads a setting. */
  public enum Part {
    /** The WAR on Payara. */
    APPLICATION,
    /** The init step that brings the database up to date. */
    MIGRATOR,
    /** The program that seals the audit log. */
    SEALER,
    /** The program that takes sign-ins at Keycloak into the audit log. */
    WATCH,
    /** {@code mvn -Prun}, which starts everything on one machine. */
    LAUNCHER
  }

  private final Part part;
  private final @Nullable String standard;
  private final String explanation;

  Setting(Part part, @Nullable String standard, String explanation) {
    this.part = part;
    this.standard = standard;
    this.explanation = explanation;
  }

  /** The environment variable, as {@code TRELLIS_DB_URL}. */
  public String variable() {
    return "TRELLIS_" + name();
  }

  /** The MicroProfile Config property that reads the same variable, as {@code trellis.db.url}. */
  public String key() {
    return variable().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** What holds where nothing is said; empty for a setting that must be given. */
  public Optional<String> standard() {
    return Optional.ofNullable(standard);
  }

  /** Whether a start without this setting is refused. */
  public boolean required() {
    return standard == null;
  }

  /** Whether the value must never be printed. */
  public boolean secret() {
    return name().endsWith("_PASSWORD") || name().endsWith("_SECRET") || name().endsWith("_TOKEN");
  }

  /** The program this setting is meant for. */
  public Part part() {
    return part;
  }

  /** One sentence that says what the setting is for. */
  public String explanation() {
    return explanation;
  }
}
