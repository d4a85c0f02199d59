package health.trellis.notes.web;

import health.trellis.notes.AddendumView;
import health.trellis.notes.NoteContent;
import health.trellis.notes.PrintedNote;
import health.trellis.notes.PrintedNotes;
import health.trellis.notes.SectionView;
import health.trellis.sessions.SessionRow;
import health.trellis.web.Speech;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Notes as a PDF, each beginning on a page of its own. */
final class NotePaper {
  private final Speech say;

  NotePaper(Speech say) {
    this.say = say;
  }

  /** The file. */
  byte[] of(PrintedNotes printed) throws IOException {
    try (PDDocument file = new PDDocument()) {
      file.getDocumentInformation().setTitle("Trellis · " + say.moment(printed.printedAt()));
      file.getDocumentInformation().setAuthor(printed.clinic());
      file.getDocumentCatalog().setLanguage(say.language());
      try (Sheets sheets = new Sheets(file)) {
        for (PrintedNote note : printed.notes()) {
          sheets.begin(headOf(printed));
          write(sheets, note);
        }
        sheets.number(
            (page, all) -> say.of("notes.print.page", page, all),
            say.of("notes.print.by", say.moment(printed.printedAt()), printed.printedBy()));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      file.save(bytes);
      return bytes.toByteArray();
    }
  }

  private String headOf(PrintedNotes printed) {
    List<String> parts = new ArrayList<>(List.of(printed.name()));
    LocalDate born = printed.birthDate();
    if (born != null) {
      parts.add(say.of("notes.print.born", say.day(born)));
    }
    parts.add(printed.clinic());
    return String.join(" · ", parts);
  }

  private void write(Sheets sheets, PrintedNote printed) throws IOException {
    SessionRow session = printed.session();
    NoteContent note = printed.note();
    sheets.write(Sheets.Style.TITLE, say.moment(session.startsAt()));
    String about =
        say.of(
            "notes.session",
            session.minutes(),
            say.say("session.place." + session.place()),
            printed.author());
    String present = session.present();
    sheets.write(
        Sheets.Style.SMALL,
        present == null ? about : about + " · " + say.of("notes.present", present));
    if (note.draft()) {
      sheets.write(Sheets.Style.HEADING, say.say("notes.print.draft"));
    }
    Instant erased = note.erasedAt();
    if (erased != null) {
      sheets.write(Sheets.Style.TEXT, say.of("note.erased", say.day(erased)));
    }
    for (SectionView section : erased == null ? note.sections() : List.<SectionView>of()) {
      sheets.write(Sheets.Style.HEADING, nameOf(section));
      sheets.write(
          Sheets.Style.TEXT,
          section.text().isEmpty() ? say.say("note.section.empty") : section.text());
    }
    sheets.write(Sheets.Style.HEADING, signature(printed));
    if (!note.draft()) {
      sheets.write(Sheets.Style.SMALL, say.of("note.seal", note.seal()));
    }
    if (!printed.addenda().isEmpty()) {
      sheets.write(Sheets.Style.TITLE, say.say("note.addenda"));
    }
    for (AddendumView added : printed.addenda()) {
      sheets.write(Sheets.Style.HEADING, added.reason());
      sheets.write(Sheets.Style.TEXT, added.body());
      sheets.write(
          Sheets.Style.SMALL, say.of("note.addendum.by", added.author(), say.moment(added.at())));
    }
  }

  private String nameOf(SectionView section) {
    return section.name().isEmpty() ? say.say("note.section." + section.code()) : section.name();
  }

  private String signature(PrintedNote printed) {
    NoteContent note = printed.note();
    Instant signed = note.signedAt();
    if (signed == null) {
      return say.say("notes.print.draft");
    }
    String by = say.of("note.signedOn", say.moment(signed), printed.author());
    Instant cosigned = note.cosignedAt();
    if (cosigned != null) {
      return by + "\n" + say.of("note.cosignedOn", say.moment(cosigned), printed.cosigner());
    }
    return note.waiting() ? by + "\n" + say.say("note.state.WAITING") : by;
  }
}
