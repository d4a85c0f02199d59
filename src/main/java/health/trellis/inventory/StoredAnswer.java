package health.trellis.inventory;

import health.trellis.kernel.ClientId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * The stored row of one answer, to be read; it is written by {@link AnswerRepository} in one
 * statement.
 */
@Entity
@Immutable
@Table(name = "answer")
class StoredAnswer {
  /** One item of one assignment. */
  @Embeddable
  record Key(@Column(name = "assignment_id") UUID assignment, String item)
      implements Serializable {}

  @EmbeddedId private Key key;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id"))
  private ClientId client;

  private @Nullable Integer value;
  private boolean declined;

  @Column(name = "answered_at")
  private Instant answeredAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected StoredAnswer() {}

  UUID assignment() {
    return key.assignment();
  }

  GivenAnswer given() {
    return new GivenAnswer(new ItemCode(key.item()), value, declined, answeredAt);
  }
}
