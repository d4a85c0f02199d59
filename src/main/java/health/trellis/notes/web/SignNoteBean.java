package health.trellis.notes.web;

import health.trellis.notes.NoteService;
import health.trellis.web.Confirmations;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Signing a note: read once more, the password given again, then the signature. */
@Named("signNoteBean")
@RequestScoped
public class SignNoteBean extends SignaturePage {
  @Inject private NoteService notes;
  @Inject private Confirmations confirmations;

  @Override
  String page() {
    return "/therapist/notes/sign.xhtml";
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
