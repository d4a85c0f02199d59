package health.trellis.formulation.web;

import health.trellis.beliefs.BeliefView;
import health.trellis.formulation.FormulationDraft;
import health.trellis.formulation.FormulationForm;
import health.trellis.formulation.FormulationPart;
import health.trellis.formulation.FormulationService;
import health.trellis.formulation.FormulationView;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.InvalidException;
import health.trellis.security.CurrentCaller;
import health.trellis.web.FormKey;
import health.trellis.web.Speech;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writing a version of a formulation, on top of the one that stands. */
@Named("editFormulationBean")
@ViewScoped
public class EditFormulationBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient FormulationService formulations;
  @Inject private transient CurrentCaller caller;

  private final FormulationFields fields = new FormulationFields();
  private final EnumMap<FormulationPart, String> chosen = new EnumMap<>(FormulationPart.class);
  private @Nullable String client;
  private @Nullable Integer seen;
  private int standing;
  private @Nullable Removed removed;
  private @Nullable String focus;
  private transient @Nullable FormulationForm form;

  /** A line that was taken out, and from where. */
  private record Removed(FormulationPart part, int index, EntryFields entry)
      implements Serializable {}

  /** Loads what stands; what is typed stays based on the version that was seen first. */
  public void load() {
    FormulationForm offered = formulations.chooseToWrite(ClientId.of(client));
    form = offered;
    focus = null;
    if (seen == null) {
      seen = offered.number();
      if (offered.latest() != null) {
        fields.show(offered.latest());
      }
      FacesContext faces = FacesContext.getCurrentInstance();
      if (faces.isPostback()) {
        fields.fit(faces.getExternalContext().getRequestParameterMap().keySet());
      }
    }
  }

  /** Writes the version, once, and leads to its page. */
  public String save() {
    Integer based = seen;
    if (based == null) { // the first press of two has saved it and left the page meanwhile
      return "/therapist/formulation/formulation.xhtml?faces-redirect=true&client=" + client;
    }
    FormulationDraft draft = new FormulationDraft(based, fields.getRemark(), fields.drafts());
    int number = formulations.write(ClientId.of(client), draft, FormKey.now());
    return "/therapist/formulation/formulation.xhtml?faces-redirect=true&client="
        + client
        + "&version="
        + number;
  }

  /** One more line in a part. */
  public void add(FormulationPart part) {
    fields.add(part);
    focusOn(part, fields.of(part).size() - 1);
  }

  /** An entry that begins with what the chosen belief says for that part. */
  public void addFrom(FormulationPart part) {
    offered(part).stream()
        .filter(belief -> belief.id().toString().equals(chosen.get(part)))
        .findFirst()
        .ifPresent(
            belief -> {
              EntryFields entry = StartingText.of(part, belief, Speech.to(caller.get()));
              focusOn(part, fields.add(part, entry));
              chosen.remove(part);
            });
  }

  /** Takes a line out; it can be put back. */
  public void remove(FormulationPart part, int index) {
    EntryFields entry = fields.remove(part, index);
    removed = entry.blank() ? null : new Removed(part, index, entry);
    focusOn(part, Math.min(index, fields.of(part).size() - 1));
  }

  /** Puts back what was taken out last. */
  public void putBack() {
    Removed last = removed;
    if (last != null && !fields.full(last.part())) {
      fields.putBack(last.part(), last.index(), last.entry());
      focusOn(last.part(), last.index());
      removed = null;
    }
  }

  /** Moves a line by some places within its part, up where they are negative. */
  public void move(FormulationPart part, int index, int places) {
    fields.swap(part, index, index + places);
    focusOn(part, index + places);
  }

  /** Goes on from the version that came in between, with the own text. */
  public void keepMine() {
    seen = standing;
  }

  /** Takes what only that version says into the own text, and goes on from it. */
  public void keepBoth() {
    FormulationView latest = form == null ? null : form.latest();
    if (latest != null && !fields.join(latest)) {
      throw new InvalidException("entries", "formulation.noRoom");
    }
    seen = standing;
  }

  private void focusOn(FormulationPart part, int index) {
    focus = part.field() + (index + 1);
  }

  /** The beliefs that say something for a part. */
  public List<BeliefView> offered(FormulationPart part) {
    return form == null
        ? List.of()
        : form.beliefs().stream().filter(belief -> StartingText.has(part, belief.told())).toList();
  }

  /** Whether somebody wrote a version since the one that this is based on. */
  public boolean isOutdated() {
    return form != null && seen != null && form.number() != seen;
  }

  /** What was taken out last; null where nothing was. */
  public @Nullable EntryFields getRemoved() {
    return removed == null ? null : removed.entry();
  }

  /** The field to go on in; null for none. */
  public @Nullable String getFocus() {
    return focus;
  }

  /** What the page offers; null before it was loaded. */
  public @Nullable FormulationForm getForm() {
    return form;
  }

  /** What is typed. */
  public FormulationFields getFields() {
    return fields;
  }

  /** The five parts. */
  public List<FormulationPart> getParts() {
    return List.of(FormulationPart.values());
  }

  /** Which belief is chosen to begin with, by the part. */
  public Map<FormulationPart, String> getChosen() {
    return chosen;
  }

  /** The version this is based on; the form carries it across the end of a session. */
  public @Nullable Integer getSeen() {
    return seen;
  }

  public void setSeen(@Nullable Integer seen) {
    this.seen = seen;
  }

  /** The version that stands as the page shows it, and so the one that its buttons are about. */
  public int getStanding() {
    return form == null ? standing : form.number();
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
}
