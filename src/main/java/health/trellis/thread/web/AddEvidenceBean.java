package health.trellis.thread.web;

import health.trellis.beliefs.EvidenceDraft;
import health.trellis.beliefs.EvidenceSide;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.thread.EvidenceForm;
import health.trellis.thread.LedgerService;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adding what speaks for or against a belief. */
@Named("addEvidenceBean")
@ViewScoped
public class AddEvidenceBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient LedgerService ledger;

  private @Nullable String client;
  private @Nullable String belief;
  private EvidenceSide side = EvidenceSide.AGAINST;
  private String words = "";
  private @Nullable LocalDate happenedOn;
  private String source = SourceChoice.TOLD;
  private @Nullable String sourceWords;
  private transient @Nullable EvidenceForm form;

  /** Loads what can be chosen. */
  public void load() {
    EvidenceForm offered = ledger.chooseEvidence(ClientId.of(client), BeliefId.of(belief));
    form = offered;
    if (happenedOn == null) {
      happenedOn = offered.today();
    }
  }

  /** Adds it, once, and leads back to the belief. */
  public String add() {
    EvidenceDraft draft =
        new EvidenceDraft(
            side,
            words,
            Objects.requireNonNull(happenedOn, "the form requires it"),
            SourceChoice.read(source, sourceWords));
    ledger.addEvidence(ClientId.of(client), BeliefId.of(belief), draft, FormKey.now());
    return "/therapist/beliefs/belief.xhtml?faces-redirect=true&client="
        + client
        + "&belief="
        + belief;
  }

  /** What the page offers; null before it was loaded. */
  public @Nullable EvidenceForm getForm() {
    return form;
  }

  /** The two sides. */
  public List<EvidenceSide> getSides() {
    return List.of(EvidenceSide.values());
  }

  public EvidenceSide getSide() {
    return side;
  }

  public void setSide(@Nullable EvidenceSide side) {
    this.side = side == null ? this.side : side;
  }

  public String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = words == null ? "" : words;
  }

  public @Nullable LocalDate getHappenedOn() {
    return happenedOn;
  }

  public void setHappenedOn(@Nullable LocalDate happenedOn) {
    this.happenedOn = happenedOn;
  }

  public String getSource() {
    return source;
  }

  public void setSource(@Nullable String source) {
    this.source = source == null ? SourceChoice.TOLD : source;
  }

  public @Nullable String getSourceWords() {
    return sourceWords;
  }

  public void setSourceWords(@Nullable String sourceWords) {
    this.sourceWords = sourceWords;
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
