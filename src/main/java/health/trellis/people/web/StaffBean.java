package health.trellis.people.web;

import health.trellis.kernel.ConflictException;
import health.trellis.kernel.PersonId;
import health.trellis.people.StaffRow;
import health.trellis.people.StaffService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The clinic's staff, and what is done about each of them. */
@Named("staffBean")
@ViewScoped
public class StaffBean implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/admin/people/list.xhtml?faces-redirect=true";

  @Inject private transient StaffService staff;

  private transient List<StaffRow> rows = List.of();

  /** Loads what the page shows. */
  public void load() {
    rows = staff.list();
  }

  /** Goes on with an invitation, or sends it again. */
  public String send(PersonId person) {
    if (!staff.send(person)) {
      throw new ConflictException("invitation.justSent");
    }
    return LIST;
  }

  /** Gives it back. */
  public String enable(PersonId person) {
    staff.enable(person);
    return LIST;
  }

  /** All of them, those who are disabled last. */
  public List<StaffRow> getRows() {
    return rows;
  }
}
