package health.trellis.notes.web;

import health.trellis.notes.NoteTemplate;
import health.trellis.notes.SectionView;
import health.trellis.web.SayBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * What the forms of notes and their sections are called: the usual ones in the page's language, the
 * clinic's own as the clinic calls them.
 */
@Named("formWords")
@RequestScoped
public class FormWordsBean {
  @Inject private SayBean say;

  /** A form's name. */
  public String form(NoteTemplate form) {
    return form.own() ? form.name() : say.of("note.template." + form.code());
  }

  /** The name of a form that is told by its code, or by the clinic's name for it. */
  public String called(String form) {
    return NoteTemplate.usual(form).isPresent() ? say.of("note.template." + form) : form;
  }

  /** A section's name. */
  public String section(SectionView section) {
    return section.name().isEmpty() ? say.of("note.section." + section.code()) : section.name();
  }
}
