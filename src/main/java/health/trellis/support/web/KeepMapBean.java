package health.trellis.support.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.SessionId;
import health.trellis.support.KeepDraft;
import health.trellis.support.KeepForm;
import health.trellis.support.SupportService;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Keeping a support map as it stands now. */
@Named("keepMapBean")
@ViewScoped
public class KeepMapBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient SupportService support;

  private @Nullable String client;
  private @Nullable String session;
  private @Nullable String remark;
  private transient @Nullable KeepForm form;

  /** Loads what can be chosen. */
  public void load() {
    form = support.chooseToKeep(ClientId.of(client));
  }

  /** Keeps it, once. */
  public String keep() {
    SessionId drawn = session == null || session.isEmpty() ? null : SessionId.of(session);
    support.keep(ClientId.of(client), new KeepDraft(drawn, remark), FormKey.now());
    return "/therapist/support/map.xhtml?faces-redirect=true&client=" + client;
  }

  /** What the page offers; null before it was loaded. */
  public @Nullable KeepForm getForm() {
    return form;
  }

  public @Nullable String getSession() {
    return session;
  }

  public void setSession(@Nullable String session) {
    this.session = session;
  }

  public @Nullable String getRemark() {
    return remark;
  }

  public void setRemark(@Nullable String remark) {
    this.remark = remark;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }
}
