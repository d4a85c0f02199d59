package health.trellis.notes.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import health.trellis.notes.CosignService;
import health.trellis.notes.NotePage;
import health.trellis.notes.NoteService;
import health.trellis.notes.ReturnDraft;
import health.trellis.web.Confirmations;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A trainee's note before its supervisor: cosigned once the password was given again, or sent back.
 */
@Named("cosignNoteBean")
@RequestScoped
public class CosignNoteBean {
  @Inject private NoteService notes;
  @Inject private CosignService cosigns;
  @Inject private Confirmations confirmations;

  private @Nullable String client;
  private @Nullable String note;
  private @Nullable Long version;
  private String remark = "";
  private @Nullable NotePage view;

  /** Loads the note; what is done with it stays based on the version that was seen. */
  public void load() {
    view = notes.open(ClientId.of(client), NoteId.of(note));
    if (version == null) {
      version = view.note().version();
    }
  }

  /** Cosigns what was seen, by a proof that then is used. */
  public String cosign() {
    NoteId id = NoteId.of(note);
    cosigns.cosign(ClientId.of(client), id, seen(), confirmations.take(id, seen()).orElse(null));
    return "/therapist/desk.xhtml?faces-redirect=true&done=cosigned";
  }

  /** Sends what was seen back to its author. */
  public String sendBack() {
    cosigns.sendBack(ClientId.of(client), NoteId.of(note), seen(), new ReturnDraft(remark));
    return "/therapist/desk.xhtml?faces-redirect=true&done=returned";
  }

  private long seen() {
    return Objects.requireNonNull(version, "the form carries the version");
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
            "/therapist/notes/cosign.xhtml?client=" + client + "&note=" + note,
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

  public String getRemark() {
    return remark;
  }

  public void setRemark(@Nullable String remark) {
    this.remark = remark == null ? "" : remark;
  }

  public @Nullable Long getVersion() {
    return version;
  }

  public void setVersion(@Nullable Long version) {
    this.version = version;
  }
}
