package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The support map: drawn by keys, moved by touch, compared, and written by two at once. */
class SupportMapJourney extends Journey {
  private static final String MAP = "/therapist/support/map.xhtml?client=";
  private static final String STANDS =
      "select circle || ' ' || angle || ' ' || on_map from supporter_state where supporter_id = ?::uuid"
          + " order by number desc limit 1";
  private static final String STATES =
      "select count(*) from supporter_state where supporter_id = ?::uuid";
  private static final String CALLED =
      "select supporter_id from supporter_state where client_id = ?::uuid and alias = ? limit 1";

  @Test
  void a_map_is_drawn_by_keyboard_alone() {
    String client = practice.clientWithoutMap();
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open(MAP + client);
    press(page, "main .empty a.button", "Enter");
    page.waitForURL("**/support/edit.xhtml*");
    tabTo(page, "#alias");
    page.keyboard().type("Nele");
    press(page, "#circle", "ArrowUp");
    press(page, "#givesCOMPANY", "Space");
    press(page, "#receivesADVICE", "Space");
    tabTo(page, "#wouldAsk");
    page.keyboard().type("7");
    press(page, "#save", "Enter");
    page.waitForURL("**/support/map.xhtml*");
    assertThat(marks(page)).hasCount(1);
    assertThat(marks(page))
        .hasAttribute(
            "aria-label",
            "Nele, friend, circle 1, closest, strong tie,"
                + " gives company, gets advice, would be asked: 7 of 10");
    press(page, "main .actions a[href*='edit.xhtml']", "Enter");
    page.waitForURL("**/support/edit.xhtml*");
    tabTo(page, "#alias");
    page.keyboard().type("Tarek");
    page.keyboard().press("Enter");
    page.waitForURL("**/support/map.xhtml*");
    assertThat(marks(page)).hasCount(2);

    String nele = practice.one(CALLED, client, "Nele");
    tabTo(page, visible(nele));
    page.keyboard().press("ArrowUp");
    assertThat(page.locator("[data-heard]")).hasText("Nele: circle 2, close, 0 degrees");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("[data-heard]")).hasText("Nele: circle 2, close, 10 degrees");
    assertThat(page.locator("[data-saved]")).hasText("Saved: Nele is in circle 2, close.");
    assertThat(practice.one(STANDS, nele)).isEqualTo("2 10 true");
    assertThat(practice.count(STATES, nele)).as("pressed thrice, saved once").isEqualTo(2);
    assertThat(page.locator("table.supporters tr", new Page.LocatorOptions().setHasText("Nele")))
        .containsText("2 close");
    assertThat(page.locator(visible(nele))).isFocused();

    page.keyboard().press("ArrowLeft");
    page.keyboard().press("Escape");
    assertThat(page.locator("[data-heard]")).hasText("Nele is back in the old place.");
    page.waitForTimeout(1_200);
    assertThat(practice.count(STATES, nele)).isEqualTo(2);

    page.keyboard().press("Delete");
    assertThat(page.locator("dialog[data-off]")).containsText("Take Nele off the map?");
    page.keyboard().press("Escape");
    assertThat(page.locator(visible(nele))).isFocused();
    page.keyboard().press("Delete");
    press(page, "dialog [data-do]", "Enter");
    assertThat(marks(page)).hasCount(1);
    assertThat(page.locator("[data-saved]")).hasText("Nele was taken off the map.");
    assertThat(practice.one(STANDS, nele)).isEqualTo("2 10 false");
    press(page, "a[href$='" + nele + "']", "Enter");
    page.waitForURL("**/support/edit.xhtml*");
    press(page, "#putBack", "Enter");
    page.waitForURL("**/support/map.xhtml*");
    assertThat(marks(page)).hasCount(2);
    press(page, visible(nele), "Enter");
    page.waitForURL("**/support/edit.xhtml*" + nele);
  }

  @Test
  void a_client_moves_somebody_by_touch_on_a_phone() {
    String lea = practice.ownRecordOfClient();
    practice.shareMap(lea);
    String ida = practice.supporterOf(lea, "Ida", 3, 100);
    Device phone = devices.take(Device.Kind.PHONE).signIn("client", "/portal/home.xhtml");
    Page page = phone.page();
    phone.open("/portal/home.xhtml");
    page.locator("a[href='/portal/support/map.xhtml']").click();
    page.waitForURL("**/portal/support/map.xhtml");
    assertThat(page.locator("h1")).hasText("Your people");
    Locator mark = page.locator(visible(ida));
    mark.evaluate("each => each.closest('svg').scrollIntoView({ block: 'center' })");
    BoundingBox svg = page.locator("svg.people:visible").boundingBox();
    BoundingBox from = mark.locator(".mark").boundingBox();
    double unit = svg.width / 336;
    drag(
        page,
        from.x + from.width / 2,
        from.y + from.height / 2,
        svg.x + 180 * unit,
        svg.y + 84 * unit);
    assertThat(page.locator("[data-saved]")).hasText("Saved: Ida is in circle 2, close.");
    assertThat(practice.one(STANDS, ida)).startsWith("2 ").endsWith(" true");
    assertThat(Math.cos(Math.toRadians(Integer.parseInt(practice.one(STANDS, ida).split(" ")[1]))))
        .as("towards the top")
        .isGreaterThan(0.99);
    assertThat(
            practice.one(
                "select written_as from supporter_state where supporter_id = ?::uuid"
                    + " order by number desc limit 1",
                ida))
        .isEqualTo("CLIENT");
    assertThat(page.url()).endsWith("/portal/support/map.xhtml");

    page.locator(visible(ida) + " .mark").click();
    page.waitForURL("**/portal/support/edit.xhtml*");
    page.locator("#alias").fill("");
    page.locator("#wouldAsk").fill("11");
    page.locator("#save").click();
    assertThat(page.locator("#alias-message")).containsText("Type a name");
    assertThat(page.locator("#wouldAsk")).hasValue("11");
    page.locator("#alias").fill("Ida K.");
    page.locator("#wouldAsk").fill("8");
    page.locator("#save").click();
    page.waitForURL("**/portal/support/map.xhtml");
    page.locator("li a[href*='" + ida + "']").click();
    page.waitForURL("**/portal/support/edit.xhtml*");
    page.locator("#takeOff").click();
    page.waitForURL("**/portal/support/map.xhtml");
    assertThat(page.locator(visible(ida))).hasCount(0);
    assertThat(page.locator("main")).containsText("No longer on your map");
  }

  @Test
  void the_difference_between_two_dates_is_exactly_what_changed() {
    String client = practice.clientWithoutMap();
    practice.drawOverTwentyDays(client);
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open(MAP + client);
    page.locator("main .actions a[href*='compare.xhtml']").click();
    page.waitForURL("**/support/compare.xhtml*");
    assertThat(page.locator("main")).containsText("No map was kept yet");
    page.locator("#from").fill(today.minusDays(15).toString());
    page.locator("#show").click();
    page.waitForURL("**from=" + today.minusDays(15) + "*");
    assertThat(page.locator("main .card").last()).isVisible();
    assertThat(page.locator(".changes > li")).hasCount(3);
    assertThat(page.locator("[data-change=CAME]")).containsText("Dora");
    assertThat(page.locator("[data-change=WENT]")).containsText("Cem");
    Locator changed = page.locator("[data-change=CHANGED]");
    assertThat(changed).containsText("Ben");
    assertThat(changed.locator("dt")).hasText(new String[] {"Tie"});
    assertThat(changed.locator("dd")).hasText("weak → strong");
    assertThat(page.locator("main")).containsText("One person stayed just as before.");
    assertThat(page.locator("svg.wide .supporter.CAME")).hasCount(1);
    assertThat(page.locator("svg.wide .supporter.WENT")).hasCount(1);
    assertThat(page.locator("svg.wide .supporter.CHANGED")).hasCount(1);
    page.locator("#from").fill(today.minusDays(12).toString());
    page.locator("#to").fill(today.minusDays(15).toString());
    page.locator("#show").click();
    page.waitForURL("**to=" + today.minusDays(15) + "*");
    assertThat(page.locator("main")).containsText("Nothing is told otherwise.");
    page.locator("#to").fill(today.plusDays(1).toString());
    page.locator("#show").click();
    page.waitForURL("**to=" + today.plusDays(1) + "*");
    assertThat(page.locator("#to-message")).containsText("Choose a day that has been");
    assertThat(page.locator("#to")).hasValue(today.plusDays(1).toString());

    office.open("/therapist/support/keep.xhtml?client=" + client);
    page.locator("#remark").fill("x".repeat(301));
    page.locator("#keep").click();
    assertThat(page.locator("#remark-message")).containsText("at most 300");
    page.locator("#remark").fill("After ten days");
    page.locator("#keep").dblclick();
    page.waitForURL("**/support/map.xhtml*");
    assertThat(page.locator("main")).containsText("After ten days");
    assertThat(practice.count("select count(*) from support_map where client_id = ?::uuid", client))
        .isEqualTo(1);
    page.locator("a[href*='compare.xhtml'][href*='from=']").click();
    page.waitForURL("**/support/compare.xhtml*");
    assertThat(page.locator("main")).containsText("Nothing is told otherwise.");
    office.open(MAP + client);
    page.locator("a[href*='kept=']").click();
    page.waitForURL("**kept=*");
    assertThat(page.locator("h2").first()).containsText("The map as it stood on");
    assertThat(page.locator("svg.wide .supporter")).hasCount(3);
    assertThat(page.locator("svg a")).hasCount(0);
  }

  @Test
  void two_who_write_at_once_lose_nothing() {
    String lea = practice.ownRecordOfClient();
    practice.shareMap(lea);
    String uma = practice.supporterOf(lea, "Uma", 3, 10);
    String vic = practice.supporterOf(lea, "Vic", 3, 50);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page desk = office.page();
    office.open("/therapist/support/edit.xhtml?client=" + lea + "&supporter=" + uma);
    desk.locator("#alias").fill("Uma from the choir");
    Device phone = devices.take(Device.Kind.PHONE).signIn("client", "/portal/home.xhtml");
    Page hand = phone.page();
    phone.open("/portal/support/edit.xhtml?supporter=" + vic);
    hand.locator("#alias").fill("Victor");
    hand.locator("#save").click();
    hand.waitForURL("**/portal/support/map.xhtml");
    phone.open("/portal/support/edit.xhtml?supporter=" + uma);
    hand.locator("#tie").selectOption("STRONG");
    hand.locator("#save").click();
    hand.waitForURL("**/portal/support/map.xhtml");

    desk.locator("#save").click();
    assertThat(desk.locator("#trouble")).containsText("Somebody changed this person");
    assertThat(desk.locator("#theirs")).containsText("strong");
    assertThat(desk.locator("#alias")).hasValue("Uma from the choir");
    assertThat(practice.count(STATES, uma)).isEqualTo(2);
    desk.locator("#keepMine").click();
    assertThat(desk.locator("#theirs")).hasCount(0);
    assertThat(desk.locator("#alias")).hasValue("Uma from the choir");
    desk.locator("#tie").selectOption("STRONG");
    desk.locator("#save").click();
    desk.waitForURL("**/support/map.xhtml*");
    assertThat(desk.locator("table.supporters")).containsText("Uma from the choir");
    assertThat(desk.locator("table.supporters")).containsText("Victor");

    phone.open("/portal/support/edit.xhtml?supporter=" + vic);
    hand.locator("#circle").selectOption("1");
    hand.locator("#save").click();
    hand.waitForURL("**/portal/support/map.xhtml");
    desk.locator(visible(vic)).focus();
    desk.keyboard().press("ArrowRight");
    assertThat(desk.locator("[data-saved]"))
        .hasText(
            "Not saved: somebody else changed Victor in the meantime. The map shows how it stands now.");
    assertThat(desk.locator(visible(vic))).hasAttribute("data-circle", "1");
  }

  @Test
  void a_move_that_cannot_be_saved_goes_back_and_the_page_says_so() {
    String client = practice.clientOf("therapist");
    String ada = practice.supporterOf(client, "Wim", 1, 90);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open(MAP + client);
    page.route("**/place", Route::abort);
    Locator mark = page.locator(visible(ada));
    mark.focus();
    page.keyboard().press("ArrowUp");
    assertThat(mark).hasAttribute("data-circle", "2");
    assertThat(page.locator("[data-saved]")).containsText("Not saved: no connection. Wim is back");
    assertThat(mark).hasAttribute("data-circle", "1");
    assertThat(mark.locator(".mark").getAttribute("transform")).as("where it was").isNull();
    assertThat(practice.count(STATES, ada)).isEqualTo(1);
    page.unroute("**/place");
    mark.focus();
    page.keyboard().press("ArrowUp");
    assertThat(page.locator("[data-saved]")).containsText("Saved: Wim is in circle 2");
  }

  @Test
  void what_does_not_fit_is_told_beside_its_field_and_nothing_typed_is_lost() {
    String client = practice.clientWithoutMap();
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    String edit = "/therapist/support/edit.xhtml?client=" + client;
    office.open(edit);
    page.locator("#alias").fill("x".repeat(500));
    page.locator("#wouldAsk").fill("11");
    page.locator("#askedOn").fill(LocalDate.now(ZoneId.of("Europe/London")).plusDays(2).toString());
    page.locator("#accepted").fill("-1");
    page.locator("#angle").fill("400");
    page.locator("#save").click();
    assertThat(page.locator("#alias-message")).containsText("at most 80");
    assertThat(page.locator("#wouldAsk-message")).containsText("0 to 10");
    assertThat(page.locator("#accepted-message")).containsText("0 to 999");
    assertThat(page.locator("#angle-message")).containsText("0 to 359");
    assertThat(page.locator("#alias")).hasValue("x".repeat(500));
    assertThat(page.locator("#wouldAsk")).hasValue("11");
    page.locator("#alias").fill("<script>alert(1)</script>");
    page.locator("#wouldAsk").fill("10");
    page.locator("#accepted").fill("0");
    page.locator("#angle").fill("");
    page.locator("#save").click();
    assertThat(page.locator("#askedOn-message")).containsText("has not come yet");
    page.locator("#askedOn").fill("");
    page.locator("#save").click();
    page.waitForURL("**/support/map.xhtml*");
    for (String alias : List.of("ليلى 👩‍👩‍👧", "נועה")) {
      office.open(edit);
      page.locator("#alias").fill(alias);
      page.locator("#save").click();
      page.waitForURL("**/support/map.xhtml*");
    }
    assertThat(page.locator("table.supporters")).containsText("<script>alert(1)</script>");
    assertThat(page.locator("table.supporters")).containsText("ليلى 👩‍👩‍👧");
    for (int i = 3; i < 59; i++) {
      practice.supporterOf(client, "Somebody " + i, 1 + i % 3, i * 6);
    }
    office.open(edit);
    page.locator("#alias").fill("The one too many");
    practice.supporterOf(client, "Somebody 60", 2, 9);
    page.locator("#save").click();
    assertThat(page.locator("#trouble")).containsText("at most 60 people");
    assertThat(page.locator("#alias")).hasValue("The one too many");
    office.open(MAP + client);
    assertThat(page.locator("main")).containsText("The map is full with 60 people");
    assertThat(page.locator("svg.wide a.supporter")).hasCount(60);
    office.hadNoComplaints();
  }

  @Test
  void without_scripts_the_table_does_it_all() {
    String client = practice.clientOf("therapist");
    practice.supporterOf(client, "Xaver", 2, 222);
    Device office =
        devices
            .take(Device.Kind.COMPUTER, Device.Options.WITHOUT_SCRIPTS)
            .signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open(MAP + client);
    page.locator("table.supporters a", new Page.LocatorOptions().setHasText("Xaver")).click();
    page.locator("#circle").selectOption("3");
    page.locator("#save").click();
    assertThat(page.locator("table.supporters tr", new Page.LocatorOptions().setHasText("Xaver")))
        .containsText("3 further away");
  }

  @Test
  void the_map_is_shared_and_taken_back_and_others_find_nothing() {
    String lea = practice.ownRecordOfClient();
    String zoe = practice.supporterOf(lea, "Zoe", 3, 300);
    practice.shareMap(lea);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page desk = office.page();
    office.open(MAP + lea);
    desk.locator("a[href*='/support/share.xhtml']").click();
    desk.locator("#takeBack").click();
    desk.waitForURL("**/support/map.xhtml*");
    assertThat(desk.locator("main")).containsText("not shared with the client");
    Device phone = devices.take(Device.Kind.PHONE).signIn("client", "/portal/home.xhtml");
    assertThat(phone.open("/portal/support/map.xhtml")).isEqualTo(404);
    assertThat(phone.open("/portal/support/edit.xhtml")).isEqualTo(404);
    assertThat(phone.open("/portal/support/edit.xhtml?supporter=" + zoe)).isEqualTo(404);
    phone.open("/portal/home.xhtml");
    assertThat(phone.page().locator("a[href*='/portal/support/']")).hasCount(0);
    desk.locator("a[href*='/support/share.xhtml']").click();
    desk.locator("#share").click();
    desk.waitForURL("**/support/map.xhtml*");
    assertThat(phone.open("/portal/support/map.xhtml")).isEqualTo(200);
    assertThat(phone.page().locator("main")).containsText("Zoe");
    String other = practice.supporterOf(practice.clientOf("therapist"));
    assertThat(phone.open("/portal/support/edit.xhtml?supporter=" + other)).isEqualTo(404);

    List<String> pages = List.of("map", "edit", "keep", "share", "compare");
    for (String who : List.of("colleague", "admin", "client")) {
      Device stranger = devices.take(Device.Kind.COMPUTER).signIn(who, "/");
      for (String name : pages) {
        String address =
            "/therapist/support/" + name + ".xhtml?client=" + lea + "&supporter=" + zoe;
        assertThat(stranger.open(address)).as(who + " " + name).isEqualTo(404);
      }
    }
    Device supervisor = devices.take(Device.Kind.COMPUTER).signIn("supervisor", "/");
    assertThat(supervisor.open(MAP + lea)).isEqualTo(200);
    assertThat(supervisor.page().locator("svg.wide .supporter").first()).isVisible();
    assertThat(supervisor.page().locator("svg a")).hasCount(0);
    assertThat(supervisor.open("/therapist/support/compare.xhtml?client=" + lea)).isEqualTo(200);
    for (String name : List.of("edit", "keep", "share")) {
      assertThat(supervisor.open("/therapist/support/" + name + ".xhtml?client=" + lea))
          .as(name)
          .isEqualTo(404);
    }
  }

  @Test
  void who_is_part_of_a_goal_stays_on_the_map_until_the_goal_is_over() {
    String client = practice.clientWithoutMap();
    String yara = practice.supporterOf(client, "Yara", 2, 45);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/goals/edit.xhtml?client=" + client);
    page.locator("#words").fill("I want to ask Yara for one hour.");
    page.locator("#supporter").selectOption("Yara");
    office.await(() -> page.locator("#save").click());
    assertThat(page.locator("main")).containsText("Who is part of it");
    String goal = practice.one("select id from goal where supporter_id = ?::uuid", yara);
    office.open(MAP + client);
    assertThat(page.locator("section[aria-labelledby=involved] .involving li"))
        .containsText("one hour");

    page.locator(visible(yara)).focus();
    page.keyboard().press("Delete");
    page.locator("dialog [data-do]").click();
    assertThat(page.locator("[data-saved]")).containsText("part of a goal");
    assertThat(page.locator(visible(yara))).hasCount(1);
    office.await(() -> page.locator("table.supporters th a[href$='" + yara + "']").click());
    page.locator("#alias").fill("Yara from upstairs");
    page.locator("#takeOff").click();
    assertThat(page.locator("#trouble")).containsText("part of a goal");
    assertThat(page.locator("#alias")).hasValue("Yara from upstairs");
    office.await(() -> page.locator(".involving a").click());
    assertThat(page.url()).endsWith("&goal=" + goal);
    page.locator("#reason").fill("Asked, twice.");
    office.await(() -> page.locator("#end").click());
    office.open("/therapist/support/edit.xhtml?client=" + client + "&supporter=" + yara);
    office.await(() -> page.locator("#takeOff").click());
    assertThat(page.locator("main")).containsText("No longer on the map");
    office.open("/therapist/goals/edit.xhtml?client=" + client);
    assertThat(page.locator("#supporter option")).hasCount(1);
  }

  @Test
  void somebody_who_left_meanwhile_is_not_made_part_of_a_goal_and_nothing_typed_is_lost() {
    String client = practice.clientWithoutMap();
    String yara = practice.supporterOf(client, "Yara", 2, 45);
    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page page = office.page();
    office.open("/therapist/goals/edit.xhtml?client=" + client);
    page.locator("#words").fill("I want to ask Yara.");
    page.locator("#supporter").selectOption("Yara");
    Page other = office.newTab();
    other.navigate("/therapist/support/edit.xhtml?client=" + client + "&supporter=" + yara);
    other.locator("#takeOff").click();
    other.waitForURL("**/support/map.xhtml*");
    page.bringToFront();
    page.locator("#save").click();
    assertThat(page.locator("#supporter-message")).containsText("no longer on the map");
    assertThat(page.locator("#words")).hasValue("I want to ask Yara.");
    page.locator("#supporter").selectOption(new SelectOption().setIndex(0));
    page.locator("#save").click();
    page.waitForURL("**/therapist/goals/goal.xhtml*");
  }

  private static Locator marks(Page page) {
    return page.locator("svg.people:visible a.supporter");
  }

  private static String visible(String supporter) {
    return "svg.people:visible [data-supporter='" + supporter + "']";
  }

  /** Goes on by the Tab key until something has the focus, as somebody without a mouse does. */
  private static void tabTo(Page page, String selector) {
    Locator wanted = page.locator(selector);
    wanted.first().waitFor();
    for (int i = 0; i < 80; i++) {
      page.keyboard().press("Tab");
      if ((boolean) wanted.first().evaluate("each => each === document.activeElement")) {
        return;
      }
    }
    throw new AssertionError("no way by Tab to " + selector);
  }

  private static void press(Page page, String selector, String key) {
    tabTo(page, selector);
    page.keyboard().press(key);
  }

  /** A finger that is put down, moved, and lifted. */
  private static void drag(Page page, double fromX, double fromY, double toX, double toY) {
    CDPSession hand = page.context().newCDPSession(page);
    JsonObject enabled = new JsonObject();
    enabled.addProperty("enabled", true);
    hand.send("Emulation.setTouchEmulationEnabled", enabled);
    touch(hand, "touchStart", fromX, fromY);
    for (int i = 1; i <= 6; i++) {
      touch(hand, "touchMove", fromX + (toX - fromX) * i / 6, fromY + (toY - fromY) * i / 6);
    }
    JsonObject lifted = new JsonObject();
    lifted.addProperty("type", "touchEnd");
    lifted.add("touchPoints", new JsonArray());
    hand.send("Input.dispatchTouchEvent", lifted);
  }

  private static void touch(CDPSession hand, String type, double x, double y) {
    JsonObject finger = new JsonObject();
    finger.addProperty("x", x);
    finger.addProperty("y", y);
    JsonArray fingers = new JsonArray();
    fingers.add(finger);
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", fingers);
    hand.send("Input.dispatchTouchEvent", event);
  }
}
