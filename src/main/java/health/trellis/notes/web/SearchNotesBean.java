package health.trellis.notes.web;

import health.trellis.kernel.BeliefId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.NoteId;
import health.trellis.notes.NoteFinds;
import health.trellis.notes.NoteQuery;
import health.trellis.notes.NoteSearchService;
import health.trellis.notes.NoteState;
import health.trellis.notes.NoteTemplate;
import health.trellis.web.SearchTerms;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The notes on one's own clients that say some words, or fit what the address limits them to. */
@Named("searchNotesBean")
@RequestScoped
public class SearchNotesBean {
  @Inject private NoteSearchService notes;
  @Inject private SearchTerms searches;

  private final NoteLimits limits = new NoteLimits();
  private @Nullable String search;
  private @Nullable String after;
  private @Nullable NoteFinds view;

  /** Loads the page that the address names; none while a day in it is wrong. */
  public void load() {
    if (limits.wrong()) {
      return;
    }
    String client = limits.getClient();
    String belief = limits.getBelief();
    String goal = limits.getGoal();
    view =
        notes.search(
            new NoteQuery(
                getSearched(),
                client == null ? null : ClientId.of(client),
                belief == null ? null : BeliefId.of(belief),
                goal == null ? null : GoalId.of(goal),
                limits.from(),
                limits.until(),
                limits.template(),
                named(NoteState.values(), limits.getState()),
                after == null ? null : NoteId.of(after)));
  }

  private static <T extends Enum<T>> @Nullable T named(T[] all, @Nullable String name) {
    Optional<T> found = Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst();
    return found.orElse(null);
  }

  /** What the page shows; null where it was not looked for. */
  public @Nullable NoteFinds getView() {
    return view;
  }

  /** What was typed into the search; empty where nothing was. */
  public String getSearched() {
    return searches.of(search);
  }

  /** To what the search is limited. */
  public NoteLimits getLimits() {
    return limits;
  }

  /** The name of the one client whose notes these are; empty where they are of several, or none. */
  public String getName() {
    return limits.getClient() == null || view == null || view.rows().isEmpty()
        ? ""
        : view.rows().get(0).name();
  }

  /** The forms to choose from. */
  public List<NoteTemplate> getTemplates() {
    return view == null ? NoteTemplate.USUAL : view.forms();
  }

  public NoteState[] getStates() {
    return NoteState.values();
  }

  public @Nullable String getSearch() {
    return search;
  }

  public void setSearch(@Nullable String search) {
    this.search = search;
  }

  public @Nullable String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String after) {
    this.after = after;
  }
}
