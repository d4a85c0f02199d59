package health.trellis.people.web;

import health.trellis.kernel.SignInId;
import health.trellis.people.SignInService;
import health.trellis.security.CurrentCaller;
import health.trellis.security.SignInRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Where one is signed in, in each role's own pages. */
@Named("signInsBean")
@ViewScoped
public class SignInsBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient SignInService signIns;
  @Inject private transient CurrentCaller caller;

  private transient List<SignInRow> rows = List.of();

  /** Loads all that the page shows. */
  public void load() {
    rows = signIns.list();
  }

  /** Ends one of the others. */
  public String end(SignInId id) {
    signIns.end(id);
    return again();
  }

  /** Ends all the others. */
  public String endOthers() {
    signIns.endOthers();
    return again();
  }

  /** The sessions, the one at hand first. */
  public List<SignInRow> getRows() {
    return rows;
  }

  /** Whether there is another one than the one at hand. */
  public boolean isOthers() {
    return rows.stream().anyMatch(row -> !row.here());
  }

  private String again() {
    return "/" + caller.get().role().folder() + "/sign-ins.xhtml?faces-redirect=true";
  }
}
