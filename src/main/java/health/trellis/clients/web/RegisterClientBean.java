package health.trellis.clients.web;

import health.trellis.clients.ClientDraft;
import health.trellis.clients.ClientService;
import health.trellis.kernel.ClientId;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Registering a client: the least that is needed to invite somebody. */
@Named("registerClientBean")
@ViewScoped
public class RegisterClientBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient ClientService clients;

  private String name = "";
  private @Nullable LocalDate birthDate;
  private @Nullable String email;
  private @Nullable String phone;
  private String language = "en";

  /** Registers the client, once, and goes on to who treats the client. */
  public String register() {
    ClientId id =
        clients.register(new ClientDraft(name, birthDate, email, phone, language), FormKey.now());
    return "/admin/clients/caseload.xhtml?faces-redirect=true&client=" + id;
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name;
  }

  public @Nullable LocalDate getBirthDate() {
    return birthDate;
  }

  public void setBirthDate(@Nullable LocalDate birthDate) {
    this.birthDate = birthDate;
  }

  public @Nullable String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email;
  }

  public @Nullable String getPhone() {
    return phone;
  }

  public void setPhone(@Nullable String phone) {
    this.phone = phone;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }
}
