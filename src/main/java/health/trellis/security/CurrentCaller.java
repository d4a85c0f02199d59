package health.trellis.security;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The caller of this request. The web layer enters the {@link Visit}; the database context turns it
 * into a {@link Caller} at the start of the first transaction. It trusts nothing a page says.
 */
@RequestScoped
public class CurrentCaller {
  private @Nullable Visit visit;
  private @Nullable Caller caller;
  private @Nullable Object transaction;

  /** Says who this request is from; once a request. */
  public void enter(Visit visit) {
    this.visit = visit;
    this.caller = null;
    this.transaction = null;
  }

  /** Who this request is from, where somebody signed in. */
  public Optional<Visit> visit() {
    return Optional.ofNullable(visit);
  }

  /** The caller, known since the transaction's context was begun. */
  public Caller get() {
    if (caller == null) {
      throw new IllegalStateException("no database context was begun in this request");
    }
    return caller;
  }

  /** The caller, where a context was begun in this request. */
  public Optional<Caller> known() {
    return Optional.ofNullable(caller);
  }

  boolean begunIn(Object transactionKey) {
    return transactionKey.equals(transaction);
  }

  void begun(Object transactionKey, Caller caller) {
    this.transaction = transactionKey;
    this.caller = caller;
  }
}
