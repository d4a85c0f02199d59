package health.trellis.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import health.trellis.testkit.Reader;
import health.trellis.testkit.StoredScripts;
import health.trellis.testkit.Trials;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Texts that would run as a script stand wherever a text is stored, and each page that shows one is
 * opened in a browser that no policy keeps from running it.
 */
class StoredTextJourney extends Journey {
  /** For a text, an attribute, a text field and a script at once. */
  private static final String OUT_OF_ANY = "\"'></textarea></script><img src=x onerror=ranHere()>";

  private static final List<String> SINGLE =
      List.of(
          "' onfocus=ranHere() autofocus onload='",
          "</title></style><svg onload=ranHere()>",
          "javascript:ranHere()//",
          "\\u003cimg src=x onerror=ranHere()\\u003e",
          "&lt;img src=x onerror=ranHere()&gt;",
          "#{ranHere()}${ranHere()}{{ranHere()}}",
          "\\\"-ranHere()-\\'-ranHere()//");

  private static final int SHOWN = 40;

  /** Whether anything on the page would run a script when it is followed or pressed. */
  private static final String LINKS =
      """
      [...document.querySelectorAll('[href], [action], [formaction]')].some(each =>
        ['href', 'action', 'formaction'].some(name =>
          /^\\s*javascript:/i.test(each.getAttribute(name) || '')))""";

  private final AtomicInteger ran = new AtomicInteger();

  @Test
  void no_text_that_is_stored_runs_as_a_script() throws IOException {
    Trials trials = new Trials("pages that ran a script from a stored text");
    Map<Reader, List<String>> addresses = new EnumMap<>(Reader.class);
    Map<Reader, Page> readers = new EnumMap<>(Reader.class);
    List<String> beside = beside();
    for (Reader reader : Reader.values()) {
      addresses.put(reader, new ArrayList<>(reader.addresses(practice)));
      readers.put(reader, signedIn(reader));
    }
    addresses.get(Reader.THERAPIST).addAll(beside);
    practice.saveFilter();
    visit(OUT_OF_ANY, trials, addresses, readers);
    if (Trials.isLong()) {
      SINGLE.forEach(script -> visit(script, trials, addresses, readers));
    }
    trials.end(75);
  }

  /** Where a goal stands that was ended, and a note that was added to. */
  private List<String> beside() {
    String client = practice.clientOf("therapist");
    String goal = practice.goalOf(client);
    practice.endGoalsOf(client);
    String note = practice.signed(practice.draftOf(client));
    practice.addTo(note);
    return Stream.of("goals/goal", "notes/read", "notes/print")
        .map(
            page ->
                "/therapist/%s.xhtml?client=%s&goal=%s&note=%s".formatted(page, client, goal, note))
        .toList();
  }

  private Page signedIn(Reader reader) {
    Device device = devices.take(Device.Kind.COMPUTER, Device.Options.WITHOUT_POLICY);
    device.context().exposeFunction("ranHere", arguments -> ran.incrementAndGet());
    Page page = device.signIn(reader.userName(), "/").page();
    page.evaluate("text => document.body.insertAdjacentHTML('beforeend', text)", OUT_OF_ANY);
    page.waitForCondition(() -> ran.get() == 1); // it would be noticed
    ran.set(0);
    return page;
  }

  private void visit(
      String script,
      Trials trials,
      Map<Reader, List<String>> addresses,
      Map<Reader, Page> readers) {
    Set<String> shown = new TreeSet<>();
    try (StoredScripts stored = new StoredScripts(script)) {
      for (Map.Entry<Reader, List<String>> each : addresses.entrySet()) {
        Page page = readers.get(each.getKey());
        for (String address : each.getValue()) {
          Response answer = page.navigate(address);
          assertThat(answer).as(address).isNotNull();
          assertThat(answer.status()).as(address).isEqualTo(200);
          shown.addAll(stored.shownIn(page.content()));
          boolean links = Boolean.TRUE.equals(page.evaluate(LINKS));
          trials.check(ran.getAndSet(0) == 0 && !links, script + " at " + address);
        }
      }
      assertThat(shown)
          .as("where no constraint keeps it from standing: %s", stored.refused())
          .hasSizeGreaterThan(SHOWN)
          .containsAll(stored.everywhere());
    }
  }
}
