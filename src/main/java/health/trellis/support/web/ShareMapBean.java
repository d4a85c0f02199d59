package health.trellis.support.web;

import health.trellis.kernel.ClientId;
import health.trellis.support.SharingForm;
import health.trellis.support.SupportService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Sharing the support map with its client, and taking it back. */
@Named("shareMapBean")
@ViewScoped
public class ShareMapBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient SupportService support;

  private @Nullable String client;
  private transient @Nullable SharingForm form;

  /** Loads how it stands. */
  public void load() {
    form = support.chooseToShare(ClientId.of(client));
  }

  /** Shares it. */
  public String share() {
    support.share(ClientId.of(client));
    return back();
  }

  /** Takes it back. */
  public String takeBack() {
    support.takeBack(ClientId.of(client));
    return back();
  }

  private String back() {
    return "/therapist/support/map.xhtml?faces-redirect=true&client=" + client;
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable SharingForm getForm() {
    return form;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }
}
