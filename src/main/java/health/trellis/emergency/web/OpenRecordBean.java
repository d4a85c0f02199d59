package health.trellis.emergency.web;

import health.trellis.emergency.EmergencyForm;
import health.trellis.emergency.EmergencyService;
import health.trellis.emergency.ReasonDraft;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.EmergencyAccessId;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** An administrator's opening of a client's record. */
@Named("openRecordBean")
@ViewScoped
public class OpenRecordBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient EmergencyService emergencies;

  private @Nullable String client;
  private String reason = "";
  private transient @Nullable EmergencyForm form;

  /** Loads whose record it would be. */
  public void load() {
    form = emergencies.chooseToOpen(ClientId.of(client));
  }

  /** Opens it, once, and goes on to what is read. */
  public String open() {
    EmergencyAccessId id =
        emergencies.open(ClientId.of(client), new ReasonDraft(reason), FormKey.now());
    return "/admin/emergency/record.xhtml?faces-redirect=true&access=" + id;
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable EmergencyForm getForm() {
    return form;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }
}
