package health.trellis.emergency.web;

import health.trellis.emergency.EmergencyService;
import health.trellis.emergency.NamedDraft;
import health.trellis.kernel.EmergencyAccessId;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A therapist's opening of the record of a client who is on none of the own lists. */
@Named("openNamedBean")
@ViewScoped
public class OpenNamedBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient EmergencyService emergencies;

  private String name = "";
  private @Nullable LocalDate birthDate;
  private String reason = "";

  /** Opens it, once, and goes on to what is read. */
  public String open() {
    EmergencyAccessId id =
        emergencies.openNamed(new NamedDraft(name, birthDate, reason), FormKey.now());
    return "/therapist/emergency/record.xhtml?faces-redirect=true&access=" + id;
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

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }
}
