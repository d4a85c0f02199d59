package health.trellis.security;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Company;
import health.trellis.testkit.Company.Member;
import health.trellis.testkit.Endpoints;
import health.trellis.testkit.Endpoints.Small;
import health.trellis.testkit.Form;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Pages;
import health.trellis.testkit.ReadLog;
import health.trellis.testkit.Sameness;
import health.trellis.testkit.Stage;
import health.trellis.testkit.Tables;
import health.trellis.testkit.Visitor;
import health.trellis.testkit.inside.Cells;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every page, form, download, small request and search, asked for over HTTP by everybody in a
 * session of their own: about Mara, about Mara's records under another client of the asker's own,
 * and about what is not there; compared with the rules. Once with row-level security behind the
 * services and once without it.
 */
class AccessMatrixIT extends Outside {
  private static final int AT_LEAST = Cells.isLong() ? 5_000 : 1_500;
  private static final Pattern RECORD =
      Pattern.compile(
          "viewParam name=\"(assignment|note|belief|process|experiment|event|supporter|goal|rating|step)\"");

  private static final Set<String> STATE = Set.of("jakarta.faces.ViewState", "primefaces.nonce");
  private static final int UUID_LENGTH = 36;

  /** Who sends the forms of others also where there is little time. */
  private static final Set<Asker> FORGERS =
      Set.of(Asker.COLLEAGUE, Asker.SUPERVISOR, Asker.OTHER_CLIENT);

  private static Company company;
  private static Map<String, String> maras;

  private final Cells cells = new Cells();
  private final Tables tables = new Tables();
  private final ReadLog log = new ReadLog();

  @BeforeAll
  static void meet() throws IOException {
    company = Company.meet();
    maras = company.records();
  }

  @AfterEach
  void closeLog() {
    log.close();
  }

  @AfterAll
  static void part() {
    company.part();
  }

  @Test
  void everybody_gets_what_the_rules_say_with_both_layers() throws IOException {
    compare("over HTTP, with row-level security");
  }

  @Test
  void everybody_gets_what_the_rules_say_from_the_services_alone()
      throws IOException, SQLException {
    turn("disable");
    try {
      compare("over HTTP, without row-level security");
    } finally {
      turn("enable");
    }
  }

  @Test
  void a_folder_that_lets_in_nobody_or_everybody_is_noticed_each() throws IOException {
    Visitor anybody = company.members().get(0).visitor();
    for (Role folder : Role.values()) {
      for (boolean open : List.of(true, false)) {
        int found = cells.deviations().size();
        anybody.get("/health/test-roles?folder=%s&open=%s".formatted(folder.folder(), open));
        try {
          for (Member member : company.members()) {
            for (String page : Pages.below(folder.folder())) {
              comparePage(member, page);
            }
          }
        } finally {
          anybody.get("/health/test-roles");
        }
        List<String> noticed = cells.deviations().subList(found, cells.deviations().size());
        assertThat(Pages.below(folder.folder()))
            .as("each page of %s, open: %s", folder, open)
            .allMatch(page -> noticed.stream().anyMatch(each -> each.contains(page)));
      }
    }
  }

  private void turn(String how) throws SQLException {
    try (Connection owner = Stage.get().asOwner();
        Statement statement = owner.createStatement()) {
      for (String table :
          practice.all(
              "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                  + " where n.nspname = 'public' and c.relkind in ('r', 'p')"
                  + " and c.relforcerowsecurity")) {
        statement.execute("alter table %s %s row level security".formatted(table, how));
      }
    }
  }

  private void compare(String run) throws IOException {
    Map<String, Form> forms = forms();
    Map<String, String> before = tables.contents();
    for (Member member : company.members()) {
      for (String page : Pages.all()) {
        comparePage(member, page);
        if (Cells.isLong()) {
          compareElsewhere(member, page);
        }
      }
      for (Small small : Endpoints.small()) {
        compareSmall(member, small);
      }
      for (String search :
          List.of("/therapist/search", "/therapist/note-search", "/admin/search")) {
        compareSearch(member, search);
      }
      if (Cells.isLong() || FORGERS.contains(member.asker())) {
        for (Map.Entry<String, Form> form : forms.entrySet()) {
          compareForm(member, form.getKey(), form.getValue());
        }
      }
      before = compareTables(member, before);
    }
    cells.keep(run);
    assertThat(cells.deviations()).isEmpty();
    assertThat(cells.all()).isGreaterThan(AT_LEAST);
  }

  /** Nothing of all that this one sent may have changed anything; what the tables hold now. */
  private Map<String, String> compareTables(Member member, Map<String, String> before) {
    Map<String, String> after = tables.contents();
    if (!after.equals(before)) {
      Set<String> changed =
          before.keySet().stream()
              .filter(table -> !Objects.equals(before.get(table), after.get(table)))
              .collect(Collectors.toSet());
      cells.deviates("%s changed something: %s".formatted(member, changed));
    }
    return after;
  }

  private void comparePage(Member member, String page) throws IOException {
    AccessRule rule = AccessRule.of(page).orElseThrow();
    count("page", member);
    long before = log.last();
    HttpResponse<String> maras = member.visitor().get(Pages.address(page, maraFor(member)));
    compareOwn(member, page, rule, maras);
    compareFolder(member, page, maras, log.refusalsSince(before, member.person()));
    if (rule.reach() != AccessRule.Reach.RECORD) {
      return;
    }
    count("page of what is not there", member);
    HttpResponse<String> absent = member.visitor().get(Pages.address(page, nobody()));
    if (isLetIn(absent)) {
      deviates(member, page, "what is not there", absent);
    }
    if (!rule.names(member.asker()) && !isTheSame(maras, absent)) {
      deviates(member, page, "not hers, otherwise than not there", maras);
    }
    if (!member.own().isEmpty() && member.role() == Role.THERAPIST && asksForARecord(page)) {
      count("page of Mara's record under another client", member);
      HttpResponse<String> mixed = member.visitor().get(Pages.address(page, under(member.own())));
      if (isLetIn(mixed)) {
        deviates(member, page, "Mara's under another client", mixed);
      } else if (!isTheSame(mixed, absent)) {
        deviates(member, page, "under another client, otherwise than not there", mixed);
      }
    }
  }

  /** Whoever does not hold the folder's role is turned back by its address, not by the page. */
  private void compareFolder(
      Member member, String page, HttpResponse<String> answer, Set<String> refusals) {
    if (member.asker() != Asker.ANONYMOUS
        && (!member.isActive() || !page.startsWith("/" + member.role().folder() + "/"))
        && Role.ofFolder(page.substring(1).split("/")[0]).isPresent()
        && !refusals.equals(Set.of(page + ": holds no such role"))) {
      deviates(member, page, "past its folder, " + refusals, answer);
    }
  }

  /** Whom the rule names is let in; whoever else gets nothing of Mara. */
  private void compareOwn(Member member, String way, AccessRule rule, HttpResponse<String> answer) {
    boolean named = rule.names(member.asker()) && holdsRoleOf(member, way, rule);
    boolean list = rule.reach() != AccessRule.Reach.RECORD;
    boolean gets = list && member.isActive() && holdsRoleOf(member, way, rule);
    if (named && !isLetIn(answer)) {
      deviates(member, way, "Mara's, refused", answer);
    } else if (!named && isLetIn(answer) && (!gets || tells(answer))) {
      deviates(member, way, "Mara's, let in", answer);
    } else if (answer.statusCode() >= 500) {
      deviates(member, way, "a fault", answer);
    }
  }

  private static boolean holdsRoleOf(Member member, String way, AccessRule rule) {
    Optional<Role> folder = Role.ofFolder(way.substring(1).split("/")[0]);
    return folder.isPresent()
        ? folder.get() == member.role()
        : rule.reach() == AccessRule.Reach.OPEN || rule.roles().contains(member.role());
  }

  /** A page about a client of another clinic, for everybody of Mara's. */
  private void compareElsewhere(Member member, String page) throws IOException {
    AccessRule rule = AccessRule.of(page).orElseThrow();
    if (member.asker() == Asker.ELSEWHERE || rule.reach() != AccessRule.Reach.RECORD) {
      return;
    }
    count("page about a client of another clinic", member);
    HttpResponse<String> answer = member.visitor().get(Pages.address(page, elsewhere()));
    if (isLetIn(answer)) {
      deviates(member, page, "another clinic's", answer);
    }
  }

  private static Map<String, String> elsewhere() {
    return company.members().stream()
        .filter(each -> each.asker() == Asker.ELSEWHERE && each.role() == Role.THERAPIST)
        .findFirst()
        .orElseThrow()
        .own();
  }

  private void compareSmall(Member member, Small small) throws IOException {
    String way = small.method() + " " + small.path();
    AccessRule rule = AccessRule.of(way).orElseThrow();
    boolean changes = small.writes() && rule.names(member.asker());
    if (!changes || rule.reach() != AccessRule.Reach.RECORD) {
      count("small request", member);
      compareOwn(member, way, rule, send(member, small, mara()));
    }
    if (rule.reach() == AccessRule.Reach.RECORD) {
      count("small request for what is not there", member);
      HttpResponse<String> absent = send(member, small, nobody());
      if (isLetIn(absent)) {
        deviates(member, way, "what is not there", absent);
      }
      if (!rule.names(member.asker())) {
        HttpResponse<String> maras = send(member, small, mara());
        if (!isTheSame(maras, absent)) {
          deviates(member, way, "not hers, otherwise than not there", maras);
        }
      }
      if (!member.own().isEmpty() && small.path().contains("{client}") && small.writes()) {
        count("small request for Mara's record under another client", member);
        HttpResponse<String> mixed = send(member, small, under(member.own()));
        if (isLetIn(mixed)) {
          deviates(member, way, "Mara's under another client", mixed);
        }
      }
    }
  }

  private static HttpResponse<String> send(Member member, Small small, Map<String, String> records)
      throws IOException {
    Map<String, String> named = new HashMap<>(records);
    named.put("assignment", records.getOrDefault("open", ""));
    named.put("note", records.getOrDefault("draft", ""));
    return member
        .visitor()
        .send(small.sentBy(member.visitor(), named).header("Sec-Fetch-Site", "same-origin"));
  }

  private void compareSearch(Member member, String search) throws IOException {
    count("search", member);
    compareOwn(
        member,
        search,
        AccessRule.of(search).orElseThrow(),
        member.visitor().post(search, Map.of("text", "mara", "client", mara().get("client"))));
  }

  /**
   * A form of a page that is about Mara, as its reader sends it, sent by somebody else: with the
   * state of a page that this one was shown, and the rest as it was; then with this one's own
   * client in the address, and with ids of what is not there.
   */
  private void compareForm(Member member, String way, Form form) throws IOException {
    String page = way.split(" ")[0];
    AccessRule rule = AccessRule.of(page).orElseThrow();
    if (rule.names(member.asker()) || rule.reach() != AccessRule.Reach.RECORD) {
      return;
    }
    Map<String, String> state = stateShownTo(member, page);
    compareForged("form", member, way, forged(form, state, mara()));
    if (Cells.isLong()) {
      compareForged("form about what is not there", member, way, forged(form, state, nobody()));
      if (!member.own().isEmpty() && asksForARecord(page)) {
        compareForged(
            "form about Mara's record under another client",
            member,
            way,
            forged(form, state, under(member.own())));
      }
    }
  }

  /** Nothing of hers is shown; that nothing is changed is seen from the tables at the end. */
  private void compareForged(String what, Member member, String way, Form form) throws IOException {
    count(what, member);
    HttpResponse<String> answer = member.visitor().post(form.action(), form.fields());
    if (answer.statusCode() >= 500 || tells(answer)) {
      deviates(member, way, "Mara's, sent as " + what, answer);
    }
  }

  /** The form with this state, and with these records in the place of Mara's. */
  private static Form forged(Form form, Map<String, String> state, Map<String, String> records) {
    String action = form.action();
    Map<String, String> fields = new LinkedHashMap<>(form.fields());
    fields.putAll(state);
    for (Map.Entry<String, String> hers : maras.entrySet()) {
      String other = records.getOrDefault(hers.getKey(), "");
      if (hers.getValue().length() == UUID_LENGTH) {
        action = action.replace(hers.getValue(), other);
        fields.replaceAll((name, value) -> value.replace(hers.getValue(), other));
      }
    }
    return new Form(action, fields);
  }

  /** The state of the same page, where this one has an own record to show on it, or of home. */
  private Map<String, String> stateShownTo(Member member, String page) throws IOException {
    if (!member.isActive()) {
      return Map.of();
    }
    Map<String, String> state = Map.of();
    if (!member.own().isEmpty() && page.startsWith("/" + member.role().folder() + "/")) {
      state = state(member.visitor().get(Pages.address(page, member.own())));
    }
    return state.isEmpty() ? state(member.visitor().get(member.role().home())) : state;
  }

  private static Map<String, String> state(HttpResponse<String> page) {
    Map<String, String> state = new HashMap<>();
    for (Form form : Form.in(page)) {
      form.fields()
          .forEach(
              (name, value) -> {
                if (STATE.contains(name)) {
                  state.put(name, value);
                }
              });
    }
    return state;
  }

  /**
   * The forms of the pages about Mara, with each of their buttons, as who may see them gets them.
   */
  private Map<String, Form> forms() throws IOException {
    Map<String, Form> forms = new LinkedHashMap<>();
    for (Member member : company.members()) {
      if (Set.of(Asker.THERAPIST, Asker.CLIENT, Asker.ADMINISTRATOR).contains(member.asker())) {
        for (String page : Pages.below(member.role().folder())) {
          int number = 0;
          for (Form form : Form.in(member.visitor().get(Pages.address(page, mara())))) {
            if (form.action().startsWith(page)) {
              forms.put(page + " " + number, form);
              number++;
            }
          }
        }
      }
    }
    assertThat(forms).hasSizeGreaterThan(50);
    return forms;
  }

  private Map<String, String> mara() {
    return maras;
  }

  /** Mara's, as far as it depends on who asks. */
  private static Map<String, String> maraFor(Member member) {
    Map<String, String> asked = new HashMap<>(maras);
    asked.put("access", company.opening(member.asker()));
    return asked;
  }

  private Map<String, String> nobody() {
    Map<String, String> nobody = new HashMap<>(maras);
    nobody.put("access", "");
    nobody.replaceAll((name, id) -> name.equals("item") ? id : UUID.randomUUID().toString());
    return nobody;
  }

  /** Mara's records under a client of somebody else's. */
  private Map<String, String> under(Map<String, String> own) {
    Map<String, String> mixed = new HashMap<>(maras);
    mixed.put("client", own.getOrDefault("client", ""));
    return mixed;
  }

  private static boolean asksForARecord(String page) throws IOException {
    return RECORD.matcher(Pages.source(page)).find();
  }

  private static boolean isLetIn(HttpResponse<String> answer) {
    return switch (answer.statusCode()) {
      case 401, 403, 404 -> false;
      case 302 -> !leadsToSignIn(answer);
      default -> true;
    };
  }

  private static boolean leadsToSignIn(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("").contains("/sign-in");
  }

  private static boolean tells(HttpResponse<String> answer) {
    return answer.body().contains(Company.name());
  }

  private static boolean isTheSame(HttpResponse<String> one, HttpResponse<String> other) {
    return one.statusCode() == other.statusCode()
        && (one.statusCode() == 302 || Sameness.of(one).equals(Sameness.of(other)));
  }

  private void count(String what, Member member) {
    cells.count(what + ", by " + member);
  }

  private void deviates(Member member, String way, String whose, HttpResponse<String> answer) {
    cells.deviates(
        "%s at %s for %s: %d %s"
            .formatted(
                member,
                way,
                whose,
                answer.statusCode(),
                answer.headers().firstValue("Location").orElse("")));
  }
}
