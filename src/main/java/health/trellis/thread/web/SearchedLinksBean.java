package health.trellis.thread.web;

import health.trellis.kernel.ClientId;
import health.trellis.notes.NoteQuery;
import health.trellis.thread.LinkService;
import health.trellis.thread.NamedBelief;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By which beliefs a search over one client's notes can be limited. */
@Named("searchedBeliefBean")
@RequestScoped
public class SearchedBeliefBean {
  @Inject private LinkService links;

  private List<NamedBelief> offered = List.of();

  /** Loads the client's beliefs; none where the search is over the notes on all clients. */
  public void load(@Nullable String client) {
    if (client != null) {
      offered =
          links.listToSearch(
              new NoteQuery("", ClientId.of(client), null, null, null, null, null, null));
    }
  }

  /** Those to choose from, the first named first. */
  public List<NamedBelief> getOffered() {
    return offered;
  }

  /** The words of one of them; empty where it is none of them. */
  public String wordsOf(@Nullable String belief) {
    return offered.stream()
        .filter(each -> each.belief().toString().equals(belief))
        .map(NamedBelief::words)
        .findFirst()
        .orElse("");
  }
}
