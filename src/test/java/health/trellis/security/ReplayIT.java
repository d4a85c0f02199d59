package health.trellis.security;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Canaries;
import health.trellis.testkit.Canaries.Found;
import health.trellis.testkit.Company;
import health.trellis.testkit.Company.Member;
import health.trellis.testkit.Endpoints;
import health.trellis.testkit.Endpoints.Small;
import health.trellis.testkit.Form;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Pages;
import health.trellis.testkit.ReadLog;
import health.trellis.testkit.Stage;
import health.trellis.testkit.inside.Cells;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Each request of the application again, with what is another's in the place of one of its parts:
 * an id, a row, an order, a filter, the state of a page. Every text that is held of three clients
 * names whose it is. No answer says a word of them to somebody who may not read it; and of each
 * answer that does, the reading was in the log before the first byte of it was here; of a form that
 * comes back, the reading of the page that it was on.
 */
class ReplayIT extends Outside {
  private static final long SEED = 20261128;

  /** One request of so many is sent, the same ones each time. */
  private static final int ONE_OF = Cells.isLong() ? 2 : 90;

  private static final int AT_LEAST = Cells.isLong() ? 50_000 : 1_000;
  private static final List<String> OWNERS = List.of("mara", "zora", "farclient");
  private static final Pattern PARAMETER = Pattern.compile("viewParam name=\"(\\w+)\"");
  private static final Pattern FIELD = Pattern.compile("name=\"(from|until|person|kind|outcome)\"");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

  /** What of a form belongs to the page that was shown, and not to what was typed. */
  private static final List<String> STATE = List.of("jakarta.faces.ViewState", "primefaces.nonce");

  /** What a function of the database tells the client of an own belief that is shared. */
  private static final Set<String> TOLD_OF_SHARED_BELIEFS =
      Set.of("belief.words", "belief.own_theme", "belief.alternative");

  /** What stands in the place of a part that names no record. */
  private static final List<String> ODD =
      List.of("", "0", "-1", "x", "name", "all", "2026-11-28", "999999999999", "' or '1'='1");

  private static Company company;
  private static final Map<String, Map<String, String>> records = new HashMap<>();
  private static final Canaries canaries = new Canaries();
  private static ReadLog log;

  private final Cells cells = new Cells();
  private final Set<String> sent = new HashSet<>();
  private int told;

  @BeforeAll
  static void meet() throws IOException {
    company = Company.meet();
    for (String owner : OWNERS) {
      Map<String, String> hers = new HashMap<>(company.records(owner));
      hers.put("access", company.opening(Asker.COLLEAGUE_IN_EMERGENCY));
      hers.put("note", hers.get("signed"));
      hers.put("assignment", hers.get("submitted"));
      records.put(owner, hers);
      canaries.plant(company.clientOf(owner), owner);
    }
    log = new ReadLog();
  }

  @AfterAll
  static void part() {
    canaries.close();
    company.part();
    log.close();
  }

  @Test
  void nobody_is_told_a_word_of_what_is_not_theirs_and_each_reading_was_in_the_log_before()
      throws IOException {
    assertThat(canaries.planted()).isGreaterThan(50);
    Map<String, Form> forms = forms();
    for (Member member : company.members()) {
      for (String page : Pages.all()) {
        replayPage(member, page);
      }
      for (Small small : Endpoints.small()) {
        replaySmall(member, small);
      }
      assertItStands(member);
    }
    for (Member member : company.members()) {
      for (Map.Entry<String, Form> form : forms.entrySet()) {
        replayForm(member, form.getKey(), form.getValue());
      }
      assertItStands(member);
    }
    assertThat(Canaries.in(Files.readString(Stage.get().log())))
        .as("what the server's log says of them")
        .isEmpty();
    cells.count("answers that told something, each in the log before its first byte: " + told);
    cells.keep("replayed with what is another's, seed " + SEED);
    assertThat(cells.deviations()).isEmpty();
    assertThat(sent.size()).isGreaterThanOrEqualTo(AT_LEAST);
    assertThat(told).isGreaterThan(AT_LEAST / 50);
  }

  /** Whoever's session had ended would be told nothing of anybody. */
  private static void assertItStands(Member member) throws IOException {
    assertThat(!member.isActive() || member.visitor().isSignedIn()).as(member + " is in").isTrue();
  }

  private void replayPage(Member member, String page) throws IOException {
    String source = Pages.source(page);
    Set<String> parameters = new HashSet<>();
    PARAMETER.matcher(source).results().forEach(found -> parameters.add(found.group(1)));
    FIELD.matcher(source).results().forEach(found -> parameters.add(found.group(1)));
    for (String base : OWNERS) {
      Map<String, String> asked = new LinkedHashMap<>();
      parameters.forEach(name -> asked.put(name, valueOf(base, name)));
      get(member, page, "all " + base, asked);
      for (String name : parameters) {
        for (String owner : OWNERS) {
          if (!owner.equals(base)) {
            get(
                member,
                page,
                name + " " + base + " " + owner,
                with(asked, Map.of(name, valueOf(owner, name))));
          }
        }
        get(
            member,
            page,
            name + " " + base + " absent",
            with(asked, Map.of(name, UUID.randomUUID().toString())));
        for (String odd : ODD) {
          get(member, page, name + " " + base + " " + odd, with(asked, Map.of(name, odd)));
        }
      }
    }
  }

  private void get(Member member, String page, String what, Map<String, String> asked)
      throws IOException {
    String address =
        page
            + asked.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + escape(each.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    send(member, "GET " + page, what, () -> Shaped.fresh(member.visitor().to(address)));
  }

  private void replaySmall(Member member, Small small) throws IOException {
    for (String base : OWNERS) {
      for (String owner : OWNERS) {
        for (String name :
            List.of("client", "note", "assignment", "process", "supporter", "number")) {
          if (!small.path().contains("{" + name + "}")) {
            continue;
          }
          Map<String, String> asked = new HashMap<>(draftsOf(base));
          asked.put(name, String.valueOf(draftsOf(owner).get(name)));
          send(
              member,
              small.method() + " " + small.path(),
              name + " " + base + " " + owner,
              () -> Shaped.fresh(small.sentBy(member.visitor(), asked)));
        }
      }
    }
  }

  /** A form as its reader sends it, by somebody else or with one part that is another's. */
  private void replayForm(Member member, String way, Form form) throws IOException {
    Map<String, String> fields = form.fields();
    send(
        member,
        "POST " + way,
        "state of another",
        () -> post(member, form.action(), Shown.nothing(), fields));
    for (String owner : OWNERS) {
      String action = replaced(form.action(), owner);
      send(
          member,
          "POST " + way,
          "address " + owner,
          () -> post(member, action, shown(member, way), fields));
      for (Map.Entry<String, String> field : fields.entrySet()) {
        if (STATE.contains(field.getKey())) {
          continue;
        }
        String value =
            ID.matcher(field.getValue()).find()
                ? replaced(field.getValue(), owner)
                : valueOf(owner, "client");
        send(
            member,
            "POST " + way,
            field.getKey() + " " + owner,
            () ->
                post(
                    member,
                    form.action(),
                    shown(member, way),
                    with(fields, Map.of(field.getKey(), value))));
      }
    }
  }

  private static Shaped post(
      Member member, String action, Shown shown, Map<String, String> fields) {
    Form form = new Form(action, with(fields, shown.state()));
    HttpRequest.Builder request = form.sentBy(member.visitor());
    return new Shaped(request, Canaries.in(fields.values().toString()), shown.since());
  }

  /** What shapes a request; shaped only where it is sent. */
  private interface Shape {
    Shaped shape() throws IOException;
  }

  /**
   * A request.
   *
   * @param own the planted words that it holds itself: to say them again tells nothing
   * @param since the last event of the log before what it builds on was shown
   */
  private record Shaped(HttpRequest.Builder request, Set<Found> own, long since) {
    static Shaped fresh(HttpRequest.Builder request) {
      return new Shaped(request, Set.of(), log.last());
    }
  }

  /**
   * A page that somebody was shown, as far as a form of it carries it along.
   *
   * @param since the last event of the log before it was
   */
  private record Shown(Map<String, String> state, long since) {
    static Shown nothing() {
      return new Shown(Map.of(), log.last());
    }
  }

  /** Sends it once for each way, part, person and owner, and looks at what came back. */
  private void send(Member member, String way, String what, Shape shape) throws IOException {
    String name = way + " | " + what + " | " + member;
    if (Math.floorMod(name.hashCode() + SEED, ONE_OF) != 0 || !sent.add(name)) {
      return;
    }
    cells.count(way.split(" ")[0] + " by " + member);
    Shaped shaped = shape.shape();
    Set<String> recorded = new HashSet<>();
    HttpResponse<String> answer =
        member
            .visitor()
            .send(
                shaped.request().header("Sec-Fetch-Site", "same-origin"),
                () -> {
                  if (!member.person().isEmpty()) {
                    recorded.addAll(log.clientsSince(shaped.since(), member.person()));
                  }
                });
    if (answer.statusCode() >= 500) {
      cells.deviates(name + " is answered by the page for a fault");
    }
    Set<Found> found = new HashSet<>(Canaries.in(answer.body()));
    answer
        .headers()
        .map()
        .values()
        .forEach(all -> all.forEach(one -> found.addAll(Canaries.in(one))));
    found.removeAll(shaped.own());
    for (Found word : found) {
      if (!mayRead(member, word)) {
        cells.deviates(name + " is told " + word);
      } else if (!says(recorded, word)) {
        cells.deviates(name + " is told, and the log does not say so: " + word);
      }
    }
    told += found.isEmpty() ? 0 : 1;
  }

  /**
   * Whether one of the acts is about the word's owner; of a sign-in, which has a name too, also.
   */
  private static boolean says(Set<String> recorded, Found word) {
    String client = company.clientOf(word.owner());
    return recorded.contains(client)
        || word.table().equals("person") && recorded.contains("sign-in of " + client);
  }

  private static boolean mayRead(Member member, Found word) {
    Asker asker = Company.as(member, word.owner());
    if (asker == Asker.CLIENT
        && TOLD_OF_SHARED_BELIEFS.contains(word.table() + "." + word.column())) {
      return true;
    }
    String select = "select " + word.table();
    return Arrays.stream(AccessRule.values())
        .anyMatch(
            rule ->
                rule.ways().stream()
                    .filter(way -> (way + " ").startsWith(select + " "))
                    .filter(
                        way ->
                            !word.column().equals("draft")
                                || !way.contains("signed_at is not null"))
                    .anyMatch(way -> rule.names(asker, way)));
  }

  /** The forms of the pages about each client, as who may see them gets them, with each button. */
  private Map<String, Form> forms() throws IOException {
    Map<String, Form> forms = new LinkedHashMap<>();
    for (Member member : company.members()) {
      if (!Set.of(Asker.THERAPIST, Asker.CLIENT, Asker.ADMINISTRATOR).contains(member.asker())) {
        continue;
      }
      for (String page : Pages.below(member.role().folder())) {
        if (AccessRule.of(page).orElseThrow().reach() != AccessRule.Reach.RECORD) {
          continue;
        }
        int number = 0;
        for (Form form : Form.in(member.visitor().get(address(page, "mara")))) {
          if (form.action().startsWith(page)) {
            forms.put(page + " " + number++, form);
          }
        }
      }
    }
    assertThat(forms).hasSizeGreaterThan(50);
    return forms;
  }

  /** What this one is shown for a form: the same page about an own record, or home. */
  private static Shown shown(Member member, String way) throws IOException {
    if (!member.isActive()) {
      return Shown.nothing();
    }
    String page = way.split(" ")[0];
    long since = log.last();
    Map<String, String> state = Map.of();
    if (page.startsWith("/" + member.role().folder() + "/")) {
      for (String owner : OWNERS) {
        state = state.isEmpty() ? stateIn(member.visitor().get(address(page, owner))) : state;
      }
    }
    return new Shown(
        state.isEmpty() ? stateIn(member.visitor().get(member.role().home())) : state, since);
  }

  private static Map<String, String> stateIn(HttpResponse<String> page) {
    return Form.in(page).stream()
        .map(Form::fields)
        .filter(fields -> fields.keySet().containsAll(STATE))
        .findFirst()
        .map(fields -> STATE.stream().collect(Collectors.toMap(each -> each, fields::get)))
        .orElse(Map.of());
  }

  private static String address(String page, String owner) throws IOException {
    List<String> asked = new ArrayList<>();
    PARAMETER
        .matcher(Pages.source(page))
        .results()
        .forEach(
            found -> {
              String value =
                  found.group(1).equals("assignment") && page.contains("answer")
                      ? draftsOf(owner).get("assignment")
                      : found.group(1).equals("note")
                              && page.matches(".*/(write|sign|links)\\.xhtml")
                          ? draftsOf(owner).get("note")
                          : valueOf(owner, found.group(1));
              asked.add(found.group(1) + "=" + value);
            });
    return page + asked.stream().collect(Collectors.joining("&", "?", ""));
  }

  private static Map<String, String> draftsOf(String owner) {
    Map<String, String> drafts = new HashMap<>(records.getOrDefault(owner, Map.of()));
    drafts.put("note", drafts.getOrDefault("draft", ""));
    drafts.put("assignment", drafts.getOrDefault("open", ""));
    return drafts;
  }

  private static String valueOf(String owner, String name) {
    return records.getOrDefault(owner, Map.of()).getOrDefault(name, "");
  }

  /** The same text with each of Mara's ids replaced by what the owner has of that kind. */
  private static String replaced(String text, String owner) {
    String other = text;
    for (Map.Entry<String, String> hers : records.getOrDefault("mara", Map.of()).entrySet()) {
      if (ID.matcher(hers.getValue()).matches()) {
        other = other.replace(hers.getValue(), valueOf(owner, hers.getKey()));
      }
    }
    return other;
  }

  private static Map<String, String> with(Map<String, String> fields, Map<String, String> others) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.putAll(others);
    return changed;
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
