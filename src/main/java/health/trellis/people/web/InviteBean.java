package health.trellis.people.web;

import health.trellis.kernel.PersonId;
import health.trellis.people.StaffDraft;
import health.trellis.people.StaffService;
import health.trellis.security.Role;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Inviting somebody to work here. */
@Named("inviteBean")
@ViewScoped
public class InviteBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient StaffService staff;

  private String name = "";
  private String email = "";
  private Role[] roles = {Role.THERAPIST};
  private String language = "en";

  /** Writes the person down, once, and sends the invitation; the list says how far it came. */
  public String invite() {
    PersonId person =
        staff.invite(new StaffDraft(name, email, Set.of(roles), language), FormKey.now());
    staff.send(person);
    return "/admin/people/list.xhtml?faces-redirect=true";
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email == null ? "" : email;
  }

  public Role[] getRoles() {
    return roles.clone();
  }

  public void setRoles(Role @Nullable [] roles) {
    this.roles = roles == null ? new Role[0] : roles.clone();
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }
}
