package health.trellis.notes.web;

import health.trellis.kernel.NoteTemplateId;
import health.trellis.notes.TemplateDraft;
import health.trellis.notes.TemplateService;
import health.trellis.notes.TemplateView;
import health.trellis.web.FormKey;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Making a template for notes, changing it, and retiring it. */
@Named("editTemplateBean")
@ViewScoped
public class EditTemplateBean implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/admin/templates/list.xhtml?faces-redirect=true";

  @Inject private transient TemplateService templates;

  private final TemplateFields fields = new TemplateFields();
  private @Nullable String template;
  private @Nullable Long seen;
  private String focused = "";

  /** Loads what is changed, once: what is typed stays based on the version that was seen first. */
  public void load() {
    if (template != null && seen == null) {
      TemplateView shown = templates.open(NoteTemplateId.of(template));
      seen = shown.version();
      fields.show(shown);
    }
  }

  /** Keeps it, once, and leads to the list. */
  public String save() {
    if (template == null || seen == null) {
      templates.make(fields.draft(), FormKey.now());
    } else {
      templates.change(NoteTemplateId.of(template), seen, fields.draft());
    }
    return LIST;
  }

  /** Takes it from what is offered, and leads to the list. */
  public String retire() {
    templates.retire(NoteTemplateId.of(template));
    return LIST;
  }

  /** Shows one more section, and leads to its name. */
  public void add() {
    fields.add();
    focused = "section" + fields.getShown();
  }

  /** Takes a section away. */
  public void remove(int place) {
    fields.remove(place);
    focused = "section" + Math.min(place + 1, fields.getShown());
  }

  /** Moves a section one place up. */
  public void up(int place) {
    fields.swap(place, place - 1);
    focused = place > 1 ? "up" + place : "down1";
  }

  /** Moves a section one place down. */
  public void down(int place) {
    fields.swap(place, place + 1);
    int last = fields.getShown();
    focused = place + 2 < last ? "down" + (place + 2) : "up" + last;
  }

  /**
   * Whether this line is on the page. A form that comes back is read before anybody knows how many
   * lines it had: until then each counts as there.
   */
  public boolean isShown(int place) {
    boolean reading =
        !PhaseId.RENDER_RESPONSE.equals(FacesContext.getCurrentInstance().getCurrentPhaseId());
    return reading || place < fields.getShown();
  }

  /** Whether one more section can be added. */
  public boolean isRoom() {
    return fields.getShown() < TemplateDraft.MOST;
  }

  /** The id of what the last press led to. */
  public String getFocused() {
    return focused;
  }

  /** What is typed. */
  public TemplateFields getFields() {
    return fields;
  }

  /** The version that is changed; the form carries it across the end of a session. */
  public @Nullable Long getSeen() {
    return seen;
  }

  public void setSeen(@Nullable Long seen) {
    this.seen = seen;
  }

  public @Nullable String getTemplate() {
    return template;
  }

  public void setTemplate(@Nullable String template) {
    this.template = template == null || template.isEmpty() ? null : template;
  }
}
