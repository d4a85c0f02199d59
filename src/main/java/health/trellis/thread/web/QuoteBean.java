package health.trellis.thread.web;

import health.trellis.kernel.ClientId;
import health.trellis.notes.NotePage;
import health.trellis.notes.web.NoteBean;
import health.trellis.security.CurrentCaller;
import health.trellis.thread.QuotationService;
import health.trellis.web.Speech;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What can be quoted in the draft that the page shows. */
@Named("quoteBean")
@RequestScoped
public class QuoteBean {
  @Inject private NoteBean note;
  @Inject private QuotationService quotations;
  @Inject private CurrentCaller caller;

  private List<Quotation> offered = List.of();

  /** Loads it once the note is loaded; nothing where the reader cannot write in it. */
  public void load() {
    NotePage page = note.getView();
    if (page != null && page.mayWrite() && page.note().draft()) {
      Speech say = Speech.to(caller.get());
      ClientId client = page.head().id();
      offered =
          Stream.concat(
                  quotations.latestResult(client).stream()
                      .map(result -> ResultWords.quote(result, say)),
                  GoalWords.quote(quotations.latestRatings(client), say).stream())
              .toList();
    }
  }

  /** What can be quoted: the last result, and the goals as they were rated; often one, or none. */
  public List<Quotation> getOffered() {
    return offered;
  }
}
