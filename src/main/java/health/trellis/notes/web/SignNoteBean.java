package health.trellis.notes.web;

import health.trellis.notes.NotePage;
import health.trellis.notes.NoteService;
import health.trellis.web.Confirmations;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Signing a note: read once more, the password given again, then the signature. */
@Named("signNoteBean")
@RequestScoped
public class SignNoteBean extends SignaturePage {
  @Inject private NoteService notes;
  @Inject private Confirmations confirmations;
  @Inject private FormWordsBean words;

  @Override
  String page() {
    return "/therapist/notes/sign.xhtml";
  }

  /** The sections that must say something first, by their names. */
  public List<String> getMissing() {
    NotePage shown = getView();
    return shown == null || !shown.maySign()
        ? List.of()
        : shown.note().sections().stream()
            .filter(section -> section.required() && section.text().isBlank())
            .map(words::section)
            .toList();
  }

  /** Signs what was seen, by a proof that then is used. */
  public String sign() {
    notes.sign(clientId(), noteId(), seen(), confirmations.take(noteId(), seen()).orElse(null));
    return "/therapist/notes/read.xhtml?faces-redirect=true&client="
        + getClient()
        + "&note="
        + getNote();
  }
}
