package health.trellis.notes.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import health.trellis.notes.NotePage;
import health.trellis.notes.NoteService;
import health.trellis.web.Confirmations;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A note that is read once more before somebody puts a name to it, with the password given again.
 */
public abstract class SignaturePage {
  @Inject private NoteService notes;
  @Inject private Confirmations confirmations;

  private @Nullable String client;
  private @Nullable String note;
  private @Nullable Long version;
  private @Nullable NotePage view;

  /** The page to come back to from giving the password. */
  abstract String page();

  /** Loads the note; what is done with it stays based on the version that was seen. */
  public void load() {
    view = notes.open(clientId(), noteId());
    if (version == null) {
      version = view.note().version();
    }
  }

  /** Whether the password was just given again for this note as it stands. */
  public boolean isConfirmed() {
    return version != null && confirmations.find(noteId(), version).isPresent();
  }

  /** Where one gives the password again. */
  public String getConfirmAt() {
    NotePage shown = view;
    return shown == null
        ? ""
        : confirmations.address(
            page() + "?client=" + client + "&note=" + note,
            shown.note().id(),
            shown.note().version());
  }

  ClientId clientId() {
    return ClientId.of(client);
  }

  NoteId noteId() {
    return NoteId.of(note);
  }

  /** The version that the form carries. */
  long seen() {
    return Objects.requireNonNull(version, "the form carries the version");
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
