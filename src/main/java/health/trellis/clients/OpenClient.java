package health.trellis.clients;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.ConflictException;
import health.trellis.kernel.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key to one client's record, which only {@link ClientAccess} can make: whoever holds one was
 * checked, and the opening is in the audit log. It lives inside one service call and is never kept
 * in a field. Repositories ask for it, so that forgetting the check does not compile.
 */
public final class OpenClient {
  private final ClientId id;
  private final Scope scope;
  private final String name;
  private final @Nullable LocalDate birthDate;
  private final String language;
  private final boolean closed;
  private final @Nullable Instant since;

  OpenClient(
      ClientId id,
      Scope scope,
      String name,
      @Nullable LocalDate birthDate,
      String language,
      boolean closed,
      @Nullable Instant since) {
    this.id = id;
    this.scope = scope;
    this.name = name;
    this.birthDate = birthDate;
    this.language = language;
    this.closed = closed;
    this.since = since;
  }

  /** Whose record this opens. */
  public ClientId id() {
    return id;
  }

  /** The capacity in which it was opened. */
  public Scope scope() {
    return scope;
  }

  /** The client's name. */
  public String name() {
    return name;
  }

  /** The client's date of birth, where it was told. */
  public Optional<LocalDate> birthDate() {
    return Optional.ofNullable(birthDate);
  }

  /** The language the client reads, as a BCP 47 tag. */
  public String language() {
    return language;
  }

  /** Since when somebody treats the client now; empty where nobody does. */
  public Optional<Instant> since() {
    return Optional.ofNullable(since);
  }

  /** Whether the case is closed. */
  public boolean closed() {
    return closed;
  }

  /**
   * Refuses to write in a closed case.
   *
   * @throws ConflictException where the case is closed
   */
  public void requireOpen() {
    if (closed) {
      throw new ConflictException("conflict.closed");
    }
  }

  /**
   * This key, where it was opened in one of these scopes.
   *
   * @throws NotFoundException where it was opened in another one
   */
  public OpenClient in(Scope... accepted) {
    if (!List.of(accepted).contains(scope)) {
      throw new NotFoundException("opened as " + scope);
    }
    return this;
  }
}
