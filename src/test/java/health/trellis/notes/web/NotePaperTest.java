package health.trellis.notes.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.NoteId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.SessionId;
import health.trellis.notes.AddendumView;
import health.trellis.notes.NoteContent;
import health.trellis.notes.NoteTemplate;
import health.trellis.notes.NoteText;
import health.trellis.notes.PrintedNote;
import health.trellis.notes.PrintedNotes;
import health.trellis.sessions.Attendance;
import health.trellis.sessions.Place;
import health.trellis.sessions.SessionRow;
import health.trellis.web.Speech;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands in the PDF of notes, as a reader of the file finds it. */
class NotePaperTest {
  private static final PersonId MAYA = new PersonId(new UUID(0, 1));
  private static final Instant HELD = Instant.parse("2026-11-24T09:00:00Z");
  private static final Instant SIGNED = Instant.parse("2026-11-24T14:03:00Z");

  @Test
  void it_says_who_when_where_and_what_was_signed_and_added() throws IOException {
    assertThat(text("en", signed("She asked for help."), signed("And again.")))
        .contains("Lea Müller · born 2 March 1990 · Practice at the Park")
        .contains("24 November 2026, 09:00")
        .contains("50 minutes, by video, Maya Lindqvist · with her brother")
        .contains("She asked for help.")
        .contains("signed 24 November 2026, 14:03 by Maya Lindqvist")
        .contains("cosigned 25 November 2026, 14:03 by Ruth Adler")
        .contains("Signed with the content hash abababababababab.")
        .contains("a slip of the pen")
        .contains("It was her sister.")
        .contains("Maya Lindqvist, 24 November 2026, 15:03")
        .contains("Printed 28 November 2026, 08:00 by Maya Lindqvist")
        .contains("Page 1 of 2")
        .contains("Page 2 of 2")
        .doesNotContain("Draft");
  }

  @Test
  void a_draft_is_called_one_in_the_readers_language() throws IOException {
    assertThat(text("de", note("Noch nicht fertig.", null)))
        .contains("Entwurf, nicht unterschrieben")
        .contains("geboren am 2. März 1990")
        .contains("Seite 1 von 1")
        .doesNotContain("Prüfsumme");
  }

  @Test
  void every_sign_that_was_typed_is_there_or_is_named() throws IOException {
    String text =
        text(
            "en", signed("Grüße ß <script>alert(1)</script> \uD83C\uDF31 你\n\tשלום (ab) 12\u0007"));
    assertThat(text)
        .contains("Grüße ß <script>alert(1)</script>")
        .contains("[seedling]")
        .contains("[U+4F60]");
    assertThat(text.contains("שלום") || text.contains("םולש")).isTrue();
  }

  @Test
  void a_section_of_100_000_characters_and_a_word_as_long_are_all_on_paper() throws IOException {
    String words = "words and ".repeat(9_999) + "thelastone";
    assertThat(text("en", signed(words)))
        .contains("thelastone")
        .contains("Page 2 of ")
        .contains("Page 20 of ");
    String word = text("en", signed("x".repeat(100_000)));
    assertThat(word.chars().filter(sign -> sign == 'x').count()).isGreaterThanOrEqualTo(100_000);
  }

  @Test
  void a_section_is_called_what_the_clinic_called_it_when_the_note_was_begun() throws IOException {
    NoteTemplate own =
        new NoteTemplate(
            "0199", "First session", List.of(new NoteTemplate.Section("Why now", "", true)));
    assertThat(text("de", note(own, Map.of("Why now", "It was time."), SIGNED)))
        .contains("Why now\nIt was time.");
  }

  @Test
  void nothing_about_the_client_stands_in_what_the_file_says_of_itself() throws IOException {
    try (PDDocument file = Loader.loadPDF(print("en", signed("text")))) {
      assertThat(file.getDocumentInformation().getTitle())
          .isEqualTo("Trellis · 28 November 2026, 08:00");
      assertThat(file.getDocumentInformation().getAuthor()).isEqualTo("Practice at the Park");
      assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo("en");
    }
  }

  private static PrintedNote signed(String text) {
    return note(text, SIGNED);
  }

  private static PrintedNote note(String text, @Nullable Instant signed) {
    return note(NoteTemplate.FREE, Map.of("text", text), signed);
  }

  private static PrintedNote note(
      NoteTemplate form, Map<String, String> sections, @Nullable Instant signed) {
    byte[] hash = new byte[32];
    Arrays.fill(hash, (byte) 0xab);
    return new PrintedNote(
        new SessionRow(
            new SessionId(UUID.randomUUID()),
            HELD,
            Duration.ofMinutes(50),
            Place.VIDEO,
            Attendance.ATTENDED,
            "her brother",
            MAYA),
        new NoteContent(
            new NoteId(UUID.randomUUID()),
            form,
            new NoteText(sections),
            List.of(),
            MAYA,
            true,
            HELD,
            signed,
            signed == null ? null : hash,
            signed != null,
            signed == null ? null : signed.plus(Duration.ofDays(1)),
            signed == null ? null : MAYA,
            null,
            3),
        "Maya Lindqvist",
        signed == null ? "" : "Ruth Adler",
        signed == null
            ? List.of()
            : List.of(
                new AddendumView(
                    signed.plus(Duration.ofHours(1)),
                    "Maya Lindqvist",
                    "a slip of the pen",
                    "It was her sister.")));
  }

  private static byte[] print(String language, PrintedNote... notes) throws IOException {
    return new NotePaper(Speech.in(language, ZoneOffset.UTC))
        .of(
            new PrintedNotes(
                new ClientId(UUID.randomUUID()),
                "Lea Müller",
                LocalDate.of(1990, 3, 2),
                "Practice at the Park",
                "Maya Lindqvist",
                Instant.parse("2026-11-28T08:00:00Z"),
                List.of(notes),
                false));
  }

  private static String text(String language, PrintedNote... notes) throws IOException {
    try (PDDocument file = Loader.loadPDF(print(language, notes))) {
      return new PDFTextStripper().getText(file);
    }
  }
}
