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
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * The stored row of one scale's score. It keeps what the instrument's version gave at the time, and
 * never changes.
 */
@Entity
@Immutable
@Table(name = "score")
class StoredScore {
  /** One scale of one assignment. */
  @Embeddable
  record Key(@Column(name = "assignment_id") UUID assignment, String scale)
      implements Serializable {}

  @EmbeddedId private Key key;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "client_id"))
  private ClientId client;

  private @Nullable BigDecimal raw;
  private @Nullable BigDecimal mean;
  private boolean prorated;
  private int answered;
  private int items;
  private boolean headline;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected StoredScore() {}

  UUID assignment() {
    return key.assignment();
  }

  String scale() {
    return key.scale();
  }

  @Nullable BigDecimal raw() {
    return raw;
  }

  @Nullable BigDecimal mean() {
    return mean;
  }

  boolean headline() {
    return headline;
  }

  boolean prorated() {
    return prorated;
  }

  int answered() {
    return answered;
  }

  int items() {
    return items;
  }
}
