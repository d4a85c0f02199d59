package health.trellis.notes.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Outside;
import health.trellis.testkit.Pages;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A process note over plain HTTP: no page but its own shows a word of it, or that it is there. */
class ProcessNotesKeptApartIT extends Outside {
  private static final String OWN_PAGES = "/therapist/processnotes/";

  @Test
  void no_page_but_its_own_shows_a_word_of_it_to_anybody() throws IOException {
    String client = practice.clientOf("therapist");
    String note = practice.processNoteOf(client);
    String words = "unshown" + UUID.randomUUID();
    Visitor author = signIn(Reader.THERAPIST);
    assertThat(author.write("PUT", draft(client, note), body(words)).statusCode()).isEqualTo(200);
    assertThat(author.get(write(client, note)).body()).contains(words);

    List<String> addresses = new ArrayList<>(Reader.THERAPIST.addresses(practice));
    addresses.removeIf(address -> address.startsWith(OWN_PAGES));
    assertThat(addresses).hasSizeGreaterThan(10);
    for (Visitor reader : List.of(author, signIn("supervisor", "/therapist/desk.xhtml"))) {
      for (String address : addresses) {
        HttpResponse<String> page = reader.get(address);
        assertThat(page.statusCode()).as(address).isIn(200, 404);
        assertThat(page.body()).as(address).doesNotContain(words, note);
      }
    }
    for (Reader reader : List.of(Reader.ADMINISTRATOR, Reader.CLIENT)) {
      Visitor visitor = signIn(reader);
      for (String address : reader.addresses(practice)) {
        assertThat(visitor.get(address).body()).as(address).doesNotContain(words, note);
      }
    }
  }

  @Test
  void others_find_neither_its_pages_nor_where_it_is_saved() throws IOException {
    String client = practice.clientOf("therapist");
    String note = practice.processNoteOf(client);
    for (String who : List.of("supervisor", "colleague", "admin", "client")) {
      Visitor other = signIn(who, "/");
      for (String page : Pages.below("therapist/processnotes")) {
        assertThat(other.get(page + "?client=" + client + "&process=" + note).statusCode())
            .as(who + " " + page)
            .isEqualTo(404);
      }
      assertThat(other.write("PUT", draft(client, note), body("mine")).statusCode())
          .as(who)
          .isEqualTo(404);
    }
    Visitor supervisor = signIn("supervisor", "/therapist/desk.xhtml");
    HttpResponse<String> list = supervisor.get("/therapist/notes/list.xhtml?client=" + client);
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.body()).doesNotContain(OWN_PAGES);
  }

  @Test
  void a_text_that_does_not_open_ends_in_a_plain_page_with_an_incident_id() throws IOException {
    String client = practice.clientOf("therapist");
    String note = practice.processNoteOf(client);
    practice.spoilProcessNote(note);
    HttpResponse<String> page = signIn(Reader.THERAPIST).get(write(client, note));
    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(page.body()).doesNotContain("<textarea", "Exception", "Unopened");
  }

  private static String write(String client, String note) {
    return OWN_PAGES + "write.xhtml?client=" + client + "&process=" + note;
  }

  private static String draft(String client, String note) {
    return "/api/therapist/clients/" + client + "/process-notes/" + note + "/draft";
  }

  private static String body(String words) {
    return "{\"key\":\"%s\",\"version\":0,\"sections\":{\"text\":\"%s\"}}"
        .formatted(UUID.randomUUID(), words);
  }
}
