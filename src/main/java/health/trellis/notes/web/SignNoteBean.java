package health.trellis.notes.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import health.trellis.notes.NotePage;
import health.trellis.notes.NoteService;
import health.trellis.web.Confirmations;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Signing a note: read once more, the password given again, then the signature. */
@Named("signNoteBean")
@RequestScoped
public class SignNoteBean {
  @Inject private NoteService notes;
  @Inject private Confirmations confirmations;

  private @Nullable String client;
  private @Nullable String note;
  private @Nullable Long version;
  private @Nullable NotePage view;

  /** Loads the note as it would be signed; a signature stays based on the version that was seen. */
  public void load() {
    view = notes.open(ClientId.of(client), NoteId.of(note));
    if (version == null) {
      version = view.note().version();
    }
  }

  /** Signs what was seen, by a proof that then is used. */
  public String sign() {
    NoteId id = NoteId.of(note);
    long seen = Objects.requireNonNull(version, "the form carries the version");
    notes.sign(ClientId.of(client), id, seen, confirmations.take(id, seen).orElse(null));
    return "/therapist/notes/read.xhtml?faces-redirect=true&client=" + client + "&note=" + note;
  }

  /** Whether the password was just given again for this note as it stands. */
  public boolean isConfirmed() {
    return version != null && confirmations.find(NoteId.of(note), version).isPresent();
  }

  /** Where one gives the password again. */
  public String getConfirmAt() {
    NotePage shown = view;
    return shown == null
        ? ""
        : confirmations.address(
            "/therapist/notes/sign.xhtml?client=" + client + "&note=" + note,
            shown.note().id(),
            shown.note().version());
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable NotePage getView() {
    return view;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note;
  }

  public @Nullable Long getVersion() {
    return version;
  }

  public void setVersion(@Nullable Long version) {
    this.version = version;
  }
}
