package health.trellis.goals.web;

import health.trellis.goals.Level;
import health.trellis.goals.ScaleDraft;
import health.trellis.goals.ScaleForm;
import health.trellis.goals.ScaleService;
import health.trellis.goals.ScaleView;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.GoalId;
import health.trellis.web.FormKey;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Describing the five levels of a goal. */
@Named("describeLevelsBean")
@ViewScoped
public class DescribeLevelsBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient ScaleService scales;

  private final LevelFields fields = new LevelFields();
  private @Nullable String client;
  private @Nullable String goal;
  private @Nullable Long seen;
  private transient @Nullable ScaleForm form;

  /** Loads the levels to begin with; what is typed stays based on the version seen first. */
  public void load() {
    ScaleForm offered = scales.choose(ClientId.of(client), GoalId.of(goal));
    form = offered;
    if (seen == null) {
      ScaleView drafted = offered.drafted();
      ScaleView start = drafted == null ? offered.standing() : drafted;
      seen = drafted == null ? ScaleService.NONE : drafted.version();
      if (start != null) {
        fields.show(start.told());
      }
    }
  }

  /** Writes them down, once, and leads back to the goal. */
  public String save() {
    long version = Objects.requireNonNull(seen, "the form carries it");
    scales.describe(ClientId.of(client), GoalId.of(goal), version, fields.draft(), FormKey.now());
    return "/therapist/goals/goal.xhtml?faces-redirect=true&client=" + client + "&goal=" + goal;
  }

  /** What the page offers; null before it was loaded. */
  public @Nullable ScaleForm getForm() {
    return form;
  }

  /** What is typed. */
  public LevelFields getFields() {
    return fields;
  }

  /** The levels, the highest first. */
  public List<Integer> getLevels() {
    return Level.ladder();
  }

  /** How much a goal can matter, and how hard it can be. */
  public List<Integer> getWeights() {
    return IntStream.rangeClosed(0, ScaleDraft.HEAVIEST).boxed().toList();
  }

  /** The version this is based on; the form carries it across the end of a session. */
  public @Nullable Long getSeen() {
    return seen;
  }

  public void setSeen(@Nullable Long seen) {
    this.seen = seen;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getGoal() {
    return goal;
  }

  public void setGoal(@Nullable String goal) {
    this.goal = goal;
  }
}
