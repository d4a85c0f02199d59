package health.trellis.beliefs.web;

import health.trellis.beliefs.BeliefAbout;
import health.trellis.beliefs.BeliefForm;
import health.trellis.beliefs.BeliefOrigin;
import health.trellis.beliefs.BeliefService;
import health.trellis.beliefs.BeliefTheme;
import health.trellis.beliefs.BeliefView;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Naming a belief, or revising one. */
@Named("editBeliefBean")
@ViewScoped
public class EditBeliefBean implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final List<String> EMOTIONS =
      List.of(
          "shame",
          "fear",
          "sadness",
          "anger",
          "guilt",
          "loneliness",
          "disgust",
          "emptiness",
          "relief",
          "pride");

  @Inject private transient BeliefService beliefs;

  private final BeliefFields fields = new BeliefFields();
  private @Nullable String client;
  private @Nullable String belief;
  private @Nullable String theme;
  private @Nullable String note;
  private @Nullable Long seen;
  private transient @Nullable BeliefForm form;

  /** Loads what is revised; what is typed stays based on the version that was seen first. */
  public void load() {
    form =
        belief == null
            ? beliefs.chooseToName(ClientId.of(client))
            : beliefs.chooseToRevise(ClientId.of(client), BeliefId.of(belief));
    BeliefView shown = form.belief();
    if (shown == null && theme != null) {
      choose(theme);
    }
    if (shown != null && seen == null) {
      seen = shown.version();
      fields.show(shown.told());
    }
  }

  /** Begins with a theme that was suggested; later the choice on the form counts. */
  private void choose(String suggested) {
    Arrays.stream(BeliefTheme.values())
        .filter(each -> each.name().equals(suggested))
        .forEach(fields::setTheme);
    theme = null;
  }

  /** Writes it down, once, and leads to its page, or back to the note that it was named for. */
  public String save() {
    String back =
        note == null
            ? "/therapist/beliefs/belief.xhtml?"
            : "/therapist/notes/links.xhtml?note=" + NoteId.of(note) + "&";
    BeliefId id;
    if (belief == null || seen == null) {
      id = beliefs.name(ClientId.of(client), fields.draft(), FormKey.now());
    } else {
      id = BeliefId.of(belief);
      beliefs.revise(ClientId.of(client), id, seen, fields.draft());
    }
    return back + "faces-redirect=true&client=" + client + "&belief=" + id;
  }

  /** What the page offers; null before it was loaded. */
  public @Nullable BeliefForm getForm() {
    return form;
  }

  /** What is typed. */
  public BeliefFields getFields() {
    return fields;
  }

  /** The themes to choose from. */
  public List<BeliefTheme> getThemes() {
    return List.of(BeliefTheme.values());
  }

  /** Names of feelings that are offered, as the keys of their words end; others can be typed. */
  public List<String> getOfferedEmotions() {
    return EMOTIONS;
  }

  /** What a belief can be about. */
  public List<BeliefAbout> getAbouts() {
    return List.of(BeliefAbout.values());
  }

  /** The origins to choose from. */
  public List<BeliefOrigin> getOrigins() {
    return List.of(BeliefOrigin.values());
  }

  /** The version that is revised; the form carries it across the end of a session. */
  public @Nullable Long getSeen() {
    return seen;
  }

  public void setSeen(@Nullable Long seen) {
    this.seen = seen;
  }

  public @Nullable String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note;
  }

  public @Nullable String getTheme() {
    return theme;
  }

  public void setTheme(@Nullable String theme) {
    this.theme = theme;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getBelief() {
    return belief;
  }

  public void setBelief(@Nullable String belief) {
    this.belief = belief;
  }
}
