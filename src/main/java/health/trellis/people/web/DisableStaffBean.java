package health.trellis.people.web;

import health.trellis.kernel.PersonId;
import health.trellis.people.LeavingStaff;
import health.trellis.people.StaffService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Ending what somebody of the staff may do, after a look at whom it concerns. */
@Named("disableStaffBean")
@ViewScoped
public class DisableStaffBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient StaffService staff;

  private @Nullable String person;
  private transient @Nullable LeavingStaff view;

  /** Loads the person that the address names. */
  public void load() {
    view = staff.leaving(PersonId.of(person));
  }

  /** Ends it, and goes back to the others. */
  public String disable() {
    staff.disable(PersonId.of(person));
    return "/admin/people/list.xhtml?faces-redirect=true";
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable LeavingStaff getView() {
    return view;
  }

  public @Nullable String getPerson() {
    return person;
  }

  public void setPerson(@Nullable String person) {
    this.person = person;
  }
}
