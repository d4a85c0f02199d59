package health.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Endpoints;
import health.trellis.testkit.Links;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Tables;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading changes nothing but the audit log, however far one follows the links. */
class ReadingIT extends Outside {
  private static final int MOST_PAGES = 150;

  private final Tables tables = new Tables();

  @ParameterizedTest
  @EnumSource(Reader.class)
  void following_every_link_changes_no_row(Reader reader) throws IOException {
    Visitor visitor = signIn(reader);
    Deque<String> ahead = new ArrayDeque<>(reader.addresses(practice));
    Set<String> seen = new LinkedHashSet<>(ahead);
    Map<String, String> before = tables.contents();
    for (int read = 0; read < MOST_PAGES && !ahead.isEmpty(); read++) {
      HttpResponse<String> page = visitor.get(ahead.remove());
      assertThat(page.statusCode()).as(page.uri().toString()).isLessThan(500);
      for (String link : Links.in(page)) {
        String address = resolved(page.uri(), link);
        if (address.startsWith("/" + reader.folder() + "/") && seen.add(address)) {
          ahead.add(address);
        }
      }
    }
    assertThat(tables.contents()).isEqualTo(before);
    assertThat(seen).hasSizeGreaterThan(reader.addresses(practice).size());
  }

  private static String resolved(URI page, String link) {
    URI to = page.resolve(link.replace(" ", "%20"));
    boolean ours = page.getAuthority().equals(to.getAuthority());
    return ours ? to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()) : "";
  }

  @ParameterizedTest
  @EnumSource(Reader.class)
  void what_is_meant_for_changes_takes_no_get(Reader reader) throws IOException {
    Visitor visitor = signIn(reader);
    Map<String, String> records = practice.records();
    Map<String, String> before = tables.contents();
    for (Endpoints.Small small : Endpoints.small()) {
      if (small.writes()) {
        assertThat(visitor.get(small.at(records)).statusCode()).as(small.toString()).isIn(404, 405);
      }
    }
    for (String servlet : Endpoints.servlets()) {
      assertThat(visitor.get(servlet).statusCode()).as(servlet).isLessThan(500);
    }
    assertThat(tables.contents()).isEqualTo(before);
    String home = reader.addresses(practice).get(0);
    assertThat(visitor.get(home).statusCode()).as("still signed in").isEqualTo(200);
  }
}
