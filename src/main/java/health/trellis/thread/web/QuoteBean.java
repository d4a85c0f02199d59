package health.trellis.thread.web;

import health.trellis.notes.NotePage;
import health.trellis.notes.web.NoteBean;
import health.trellis.security.CurrentCaller;
import health.trellis.thread.QuotationService;
import health.trellis.web.Speech;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

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
      offered =
          quotations.latestResult(page.head().id()).stream()
              .map(result -> ResultWords.quote(result, say))
              .toList();
    }
  }

  /** What can be quoted; often one, or none. */
  public List<Quotation> getOffered() {
    return offered;
  }
}
