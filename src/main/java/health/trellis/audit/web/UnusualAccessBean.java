package health.trellis.audit.web;

import health.trellis.audit.UnusualAccessService;
import health.trellis.audit.UnusualKind;
import health.trellis.audit.UnusualLimits;
import health.trellis.audit.UnusualRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What in the log is worth a look. */
@Named("unusualAccessBean")
@RequestScoped
public class UnusualAccessBean {
  @Inject private UnusualAccessService unusual;

  private List<UnusualRow> rows = List.of();

  /** Loads what the page shows. */
  public void load() {
    rows = unusual.list();
  }

  /** What was found, the latest first. */
  public List<UnusualRow> getRows() {
    return rows;
  }

  /** The rules, each of which the page says in words. */
  public List<UnusualKind> getKinds() {
    return List.of(UnusualKind.values());
  }

  /** The threshold of a rule. */
  public int threshold(UnusualKind kind) {
    return switch (kind) {
      case MANY_CLIENTS -> UnusualLimits.CLIENTS_AN_HOUR;
      case AT_NIGHT -> UnusualLimits.OPENINGS_A_NIGHT;
      case EMERGENCIES -> UnusualLimits.CLIENTS_IN_EMERGENCIES;
      case REFUSALS -> UnusualLimits.REFUSALS_A_DAY;
    };
  }

  /** How many days back is looked. */
  public int getDays() {
    return UnusualLimits.DAYS;
  }

  /** The hour at which a night begins. */
  public int getEvening() {
    return UnusualLimits.EVENING;
  }

  /** The hour at which it ends. */
  public int getMorning() {
    return UnusualLimits.MORNING;
  }
}
