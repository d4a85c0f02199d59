package health.trellis.support.web;

import health.trellis.kernel.SupporterId;
import health.trellis.support.OwnMapPage;
import health.trellis.support.OwnSupportService;
import health.trellis.support.SupporterView;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The client's own hand on the map: adding somebody, changing, taking off, putting back. */
@Named("ownSupporterBean")
@ViewScoped
public class OwnSupporterBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient OwnSupportService support;

  private final SupporterFields fields = new SupporterFields();
  private @Nullable String supporter;
  private @Nullable Integer seen;
  private int standing;
  private transient @Nullable OwnMapPage map;

  /** Loads what is changed; what is typed stays based on the version that was seen first. */
  public void load() {
    map = supporter == null ? support.read() : support.choose(SupporterId.of(supporter));
    SupporterView shown = getShown();
    if (shown != null && seen == null) {
      seen = shown.version();
      fields.show(shown.told());
    }
  }

  /** Writes it down, once, and leads to the map. */
  public String save() {
    if (supporter == null) {
      support.add(fields.draft(), FormKey.now());
    } else {
      support.change(SupporterId.of(supporter), version(), fields.draft(), FormKey.now());
    }
    return back();
  }

  /** Takes the supporter off the map; nothing else of what is typed is written down. */
  public String takeOff() {
    support.takeOff(SupporterId.of(supporter), version(), FormKey.now());
    return back();
  }

  /** Puts the supporter back on the map. */
  public String putBack() {
    support.putBack(SupporterId.of(supporter), version(), FormKey.now());
    return back();
  }

  /** Goes on from what somebody else wrote in between, with what is typed here. */
  public void keepMine() {
    seen = standing;
  }

  /** Takes what somebody else wrote in between, in the place of what is typed here. */
  public void takeTheirs() {
    SupporterView shown = getShown();
    if (shown != null) {
      fields.show(shown.told());
    }
    seen = standing;
  }

  private int version() {
    return Objects.requireNonNull(seen, "the form carries it");
  }

  private String back() {
    return "/portal/support/map.xhtml?faces-redirect=true";
  }

  /** Whether somebody wrote on this supporter since the version that this is based on. */
  public boolean isOutdated() {
    SupporterView shown = getShown();
    return shown != null && seen != null && shown.version() != seen;
  }

  /** The map; null before it was loaded. */
  public @Nullable OwnMapPage getMap() {
    return map;
  }

  /** How the supporter stands; null where one is added. */
  public @Nullable SupporterView getShown() {
    return map == null || supporter == null ? null : map.find(SupporterId.of(supporter));
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
    SupporterView shown = getShown();
    return shown == null ? standing : shown.version();
  }

  public void setStanding(int standing) {
    this.standing = standing;
  }

  public @Nullable String getSupporter() {
    return supporter;
  }

  public void setSupporter(@Nullable String supporter) {
    this.supporter = supporter;
  }
}
