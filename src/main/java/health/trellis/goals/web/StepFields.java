package health.trellis.goals.web;

import health.trellis.goals.StepDraft;
import health.trellis.goals.StepOwner;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is typed of a step, until it is written down. */
public class StepFields implements Serializable {
  private static final long serialVersionUID = 1L;

  private String words = "";
  private StepOwner owner = StepOwner.CLIENT;
  private @Nullable String ownerWords;
  private @Nullable LocalDate dueOn;

  /** The step that it makes. */
  public StepDraft draft() {
    return new StepDraft(words, owner, ownerWords, dueOn);
  }

  /** Who can take it. */
  public List<StepOwner> getOwners() {
    return List.of(StepOwner.values());
  }

  public String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = words == null ? "" : words;
  }

  public StepOwner getOwner() {
    return owner;
  }

  public void setOwner(@Nullable StepOwner owner) {
    this.owner = owner == null ? this.owner : owner;
  }

  public @Nullable String getOwnerWords() {
    return ownerWords;
  }

  public void setOwnerWords(@Nullable String ownerWords) {
    this.ownerWords = ownerWords;
  }

  public @Nullable LocalDate getDueOn() {
    return dueOn;
  }

  public void setDueOn(@Nullable LocalDate dueOn) {
    this.dueOn = dueOn;
  }
}
