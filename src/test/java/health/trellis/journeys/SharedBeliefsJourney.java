package health.trellis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A belief between therapist and client: shared, rated on a phone, taken back. */
class SharedBeliefsJourney extends Journey {
  private static final String BY_CLIENT =
      "select count(*) from conviction where belief_id = ?::uuid and rated_as = 'CLIENT'";

  @Test
  void a_belief_is_shared_rated_by_the_client_seen_by_the_therapist_and_taken_back() {
    String client = practice.ownRecordOfClient();
    String belief = practice.beliefOf(client);
    String there = "?client=" + client + "&belief=" + belief;
    String rate = "/portal/beliefs/rate.xhtml?belief=" + belief;
    Device phone = devices.take(Device.Kind.PHONE).signIn("client", "/portal/home.xhtml");
    assertThat(phone.open(rate)).as("not shared yet").isEqualTo(404);

    Device office = devices.take(Device.Kind.COMPUTER).signIn("therapist", "/therapist/desk.xhtml");
    Page desk = office.page();
    office.open("/therapist/beliefs/belief.xhtml" + there);
    assertThat(desk.locator("main")).containsText("not shared with the client");
    desk.locator("a[href*='/share.xhtml']").click();
    desk.locator("#share").click();
    desk.waitForURL("**/therapist/beliefs/belief.xhtml*");
    assertThat(desk.locator("main")).containsText("shared with the client since");

    Page hand = phone.page();
    phone.open("/portal/home.xhtml");
    hand.locator("a[href='/portal/beliefs/list.xhtml']").click();
    hand.locator("a[href*='" + belief + "']").click();
    assertThat(hand.locator("h1")).hasText("I must not ask.");
    assertThat(hand.locator("main")).containsText("I may ask.");
    assertThat(hand.locator("main")).not().containsText("An offer.");
    assertThat(hand.locator("main")).not().containsText("shame");
    assertThat(hand.locator("main")).not().containsText("As was said.");
    assertThat(hand.locator("main")).not().containsText("80 of 100");
    assertThat(hand.locator("main")).containsText("will see this");

    assertThat(hand.locator("#conviction")).isEmpty();
    phone.await(() -> hand.locator("#keep").click());
    assertThat(hand.locator("#conviction-message")).containsText("Say first");
    hand.locator("#conviction").fill("101");
    hand.locator("#remark").fill("on a good day");
    phone.await(() -> hand.locator("#keep").click());
    assertThat(hand.locator("#conviction-message")).not().isEmpty();
    assertThat(hand.locator("#remark")).hasValue("on a good day");
    hand.locator("#conviction").fill("50");
    assertThat(hand.locator("#slide")).hasValue("50");
    hand.locator("#slide").press("ArrowLeft");
    hand.locator("#slide").press("ArrowLeft");
    assertThat(hand.locator("#conviction")).hasValue("48");
    hand.locator("#keep").dblclick();
    assertThat(hand.locator("[role=status]").first()).containsText("Kept");
    assertThat(hand.locator("main")).containsText("on a good day");
    assertThat(practice.count(BY_CLIENT, belief)).isEqualTo(1);

    desk.reload();
    assertThat(desk.locator("svg.course rect.point.here.client")).hasCount(1);
    assertThat(desk.locator("svg.course circle.point.here")).hasCount(2);
    desk.locator("details.more summary").last().click();
    assertThat(desk.locator("table.table")).containsText("Lea Sommer, Client");
    desk.locator("a[href*='/share.xhtml']").click();
    desk.locator("#withRatings").check();
    desk.locator("#share").click();
    desk.waitForURL("**/therapist/beliefs/belief.xhtml*");
    phone.open(rate);
    assertThat(hand.locator("main")).containsText("80 of 100");
    assertThat(hand.locator("main")).not().containsText("As was said.");

    hand.locator("#conviction").fill("10");
    hand.locator("#remark").fill("one more");
    desk.locator("a[href*='/share.xhtml']").click();
    desk.locator("#takeBack").click();
    desk.waitForURL("**/therapist/beliefs/belief.xhtml*");
    phone.await(() -> hand.locator("#keep").click());
    assertThat(practice.count(BY_CLIENT, belief)).as("taken back").isEqualTo(1);
    assertThat(phone.open(rate)).isEqualTo(404);
    phone.open("/portal/beliefs/list.xhtml");
    assertThat(hand.locator("a[href*='" + belief + "']")).hasCount(0);
  }

  @Test
  void without_scripts_the_slider_counts_until_a_number_is_typed() {
    String belief = practice.shared(practice.beliefOf(practice.ownRecordOfClient()));
    Device phone =
        devices
            .take(Device.Kind.PHONE, Device.Options.WITHOUT_SCRIPTS)
            .signIn("client", "/portal/home.xhtml");
    Page hand = phone.page();
    phone.open("/portal/beliefs/rate.xhtml?belief=" + belief);
    hand.locator("#slide").press("Home");
    phone.page().locator("#keep").click();
    assertThat(hand.locator("[role=status]").first()).containsText("Kept");
    assertThat(
            practice.one(
                "select conviction || ', ' || coalesce(cast(alternative as text), 'nothing') from"
                    + " conviction where belief_id = ?::uuid order by rated_at desc limit 1",
                belief))
        .isEqualTo("0, nothing");
    hand.locator("#conviction").fill("33");
    hand.locator("#keep").click();
    assertThat(hand.locator("main")).containsText("33 of 100");
  }

  @Test
  void a_belief_of_another_client_is_not_there() {
    String belief = practice.shared(practice.beliefOf(practice.clientOf("therapist")));
    Device phone = devices.take(Device.Kind.PHONE).signIn("client", "/portal/home.xhtml");
    assertThat(phone.open("/portal/beliefs/rate.xhtml?belief=" + belief)).isEqualTo(404);
    assertThat(phone.open("/portal/beliefs/rate.xhtml?belief=" + UUID.randomUUID())).isEqualTo(404);
    assertThat(phone.open("/portal/beliefs/rate.xhtml")).isEqualTo(404);
    String own = practice.beliefOf(practice.ownRecordOfClient());
    Device other = devices.take(Device.Kind.COMPUTER).signIn("colleague", "/");
    assertThat(
            other.open(
                "/therapist/beliefs/share.xhtml?client="
                    + practice.ownRecordOfClient()
                    + "&belief="
                    + own))
        .isEqualTo(404);
  }
}
