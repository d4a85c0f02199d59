package health.trellis.support.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.SupporterId;
import health.trellis.support.SupportService;
import health.trellis.support.SupporterForm;
import health.trellis.support.SupporterView;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adding a supporter to a client's map, changing one, taking one off, putting one back. */
@Named("editSupporterBean")
@ViewScoped
public class EditSupporterBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient SupportService support;

  private final SupporterFields fields = new SupporterFields();
  private @Nullable String client;
  private @Nullable String supporter;
  private @Nullable Integer seen;
  private int standing;
  private transient @Nullable SupporterForm form;

  /** Loads what is changed; what is typed stays based on the version that was seen first. */
  public void load() {
    form =
        supporter == null
            ? support.chooseToAdd(ClientId.of(client))
            : support.chooseToChange(ClientId.of(client), SupporterId.of(supporter));
    SupporterView shown = form.supporter();
    if (shown != null && seen == null) {
      seen = shown.version();
      fields.show(shown.told());
    }
  }

  /** Writes it down, once, and leads to the map. */
  public String save() {
    if (supporter == null) {
      support.add(ClientId.of(client), fields.draft(), FormKey.now());
    } else {
      support.change(
          ClientId.of(client), SupporterId.of(supporter), version(), fields.draft(), FormKey.now());
    }
    return back();
  }

  /** Takes the supporter off the map; nothing else of what is typed is written down. */
  public String takeOff() {
    support.takeOff(ClientId.of(client), SupporterId.of(supporter), version(), FormKey.now());
    return back();
  }

  /** Puts the supporter back on the map. */
  public String putBack() {
    support.putBack(ClientId.of(client), SupporterId.of(supporter), version(), FormKey.now());
    return back();
  }

  /** Goes on from what somebody else wrote in between, with what is typed here. */
  public void keepMine() {
    seen = standing;
  }

  /** Takes what somebody else wrote in between, in the place of what is typed here. */
  public void takeTheirs() {
    SupporterView shown = form == null ? null : form.supporter();
    if (shown != null) {
      fields.show(shown.told());
    }
    seen = standing;
  }

  private int version() {
    return Objects.requireNonNull(seen, "the form carries it");
  }

  private String back() {
    return "/therapist/support/map.xhtml?faces-redirect=true&client=" + client;
  }

  /** Whether somebody wrote on this supporter since the version that this is based on. */
  public boolean isOutdated() {
    SupporterView shown = form == null ? null : form.supporter();
    return shown != null && seen != null && shown.version() != seen;
  }

  /** What the page offers; null before it was loaded. */
  public @Nullable SupporterForm getForm() {
    return form;
  }

  /** What is typed. */
  public SupporterFields getFields() {
    return fields;
  }

  /** The version that this is based on; the form carries it across the end of a session. */
  public @Nullable Integer getSeen() {
    return seen;
  }

  public void setSeen(@Nullable Integer seen) {
    this.seen = seen;
  }

  /** The version that the page shows beside what is typed, which its buttons are about. */
  public int getStanding() {
    SupporterView shown = form == null ? null : form.supporter();
    return shown == null ? standing : shown.version();
  }

  public void setStanding(int standing) {
    this.standing = standing;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getSupporter() {
    return supporter;
  }

  public void setSupporter(@Nullable String supporter) {
    this.supporter = supporter;
  }
}
