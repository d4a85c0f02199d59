package health.trellis.notes.web;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import health.trellis.notes.NotePrintService;
import health.trellis.notes.PrintRange;
import health.trellis.notes.PrintedNotes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** One note, or those of a range of days, as sheets for paper. */
@Named("printNotesBean")
@RequestScoped
public class PrintNotesBean {
  @Inject private NotePrintService notes;

  private final NoteLimits limits = new NoteLimits();
  private @Nullable String note;
  private @Nullable PrintedNotes view;

  /** Loads what the address names; no note while a day in it is wrong. */
  public void load() {
    ClientId client = ClientId.of(limits.getClient());
    view = isOne() ? notes.open(client, NoteId.of(note)) : notes.list(client, limits.printed());
  }

  /** Whether one note was asked for, not those of a range. */
  public boolean isOne() {
    return note != null && !note.isEmpty();
  }

  /** Whether the days were well said and hold no note. */
  public boolean isNothing() {
    PrintRange asked = limits.printed();
    return !isOne() && asked.chosen() && view != null && view.notes().isEmpty() && !view.tooMany();
  }

  /** What of the address the file's address takes over. */
  public String getAsked() {
    return isOne() ? "note=" + note : limits.days();
  }

  /** How many notes one print holds. */
  public int getMost() {
    return NotePrintService.MOST;
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable PrintedNotes getView() {
    return view;
  }

  /** The days. */
  public NoteLimits getLimits() {
    return limits;
  }

  public @Nullable String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note;
  }
}
