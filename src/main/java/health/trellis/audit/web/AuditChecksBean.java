package health.trellis.audit.web;

import health.trellis.audit.AuditCheckService;
import health.trellis.audit.CheckRow;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The checks of the log, and asking for one. */
@Named("auditChecksBean")
@ViewScoped
public class AuditChecksBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient AuditCheckService checks;

  private transient List<CheckRow> rows = List.of();

  /** Loads what the page shows. */
  public void load() {
    rows = checks.list();
  }

  /** Asks for a check, once, and shows the page again. */
  public String ask() {
    checks.ask(FormKey.now());
    return "/admin/audit/checks.xhtml?faces-redirect=true";
  }

  /** The latest checks. */
  public List<CheckRow> getRows() {
    return rows;
  }

  /** Whether one waits or is being done. */
  public boolean isWaiting() {
    return rows.stream().anyMatch(row -> row.endedAt() == null);
  }
}
