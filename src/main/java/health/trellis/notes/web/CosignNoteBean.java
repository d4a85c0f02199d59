package health.trellis.notes.web;

import health.trellis.notes.CosignService;
import health.trellis.notes.ReturnDraft;
import health.trellis.web.Confirmations;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/**
 * A trainee's note before its supervisor: cosigned once the password was given again, or sent back.
 */
@Named("cosignNoteBean")
@RequestScoped
public class CosignNoteBean extends SignaturePage {
  @Inject private CosignService cosigns;
  @Inject private Confirmations confirmations;

  private String remark = "";

  @Override
  String page() {
    return "/therapist/notes/cosign.xhtml";
  }

  /** Cosigns what was seen, by a proof that then is used. */
  public String cosign() {
    cosigns.cosign(clientId(), noteId(), seen(), confirmations.take(noteId(), seen()).orElse(null));
    return "/therapist/desk.xhtml?faces-redirect=true&done=cosigned";
  }

  /** Sends what was seen back to its author. */
  public String sendBack() {
    cosigns.sendBack(clientId(), noteId(), seen(), new ReturnDraft(remark));
    return "/therapist/desk.xhtml?faces-redirect=true&done=returned";
  }

  public String getRemark() {
    return remark;
  }

  public void setRemark(@Nullable String remark) {
    this.remark = remark == null ? "" : remark;
  }
}
