package health.trellis.audit;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.Identifier;
import jakarta.persistence.Query;

/**
 * An act on one record of one client, as a statement writes it down. A change that is made many
 * times takes {@link #CLAUSE} into its own statement, so that the change and its act are one way to
 * the database and not two.
 */
public record Recording(Act act, ClientId client, Identifier subject) {
  static final String INSERT =
      "insert into audit_event (kind, code, action, client_id, entity, entity_id)"
          + " values ('act', :actCode, :actAction, :actClient, :actEntity, :actSubject)";

  /** What stands among the with-clauses of a statement that also makes the change. */
  public static final String CLAUSE = "recorded as (" + INSERT + ")";

  /** Fills in what the clause leaves open. */
  public Query in(Query statement) {
    return statement
        .setParameter("actCode", act.name())
        .setParameter("actAction", act.action())
        .setParameter("actClient", client.value())
        .setParameter("actEntity", act.entity())
        .setParameter("actSubject", subject.value());
  }
}
