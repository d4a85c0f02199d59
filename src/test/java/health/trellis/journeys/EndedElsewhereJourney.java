package health.trellis.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import health.trellis.testkit.Stage;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A session that ends because the identity provider says so, and not because anybody else does. */
class EndedElsewhereJourney extends Journey {
  private static final String DESK = "/therapist/desk.xhtml";

  @Test
  void signing_out_on_one_device_ends_the_session_on_another_that_shares_it_at_keycloak() {
    Device one = devices.take(Device.Kind.COMPUTER).signIn("therapist", DESK);
    Device other = devices.take(Device.Kind.COMPUTER);
    other.context().addCookies(keycloaksOf(one));
    assertThat(other.open(DESK)).isEqualTo(200);
    assertThat(other.page().url()).as("signed in by Keycloak's session alone").endsWith(DESK);

    one.page().locator("details.me summary").click();
    one.page().locator("details.me form[action='/sign-out'] button").click();
    one.page().waitForURL("**/signed-out.xhtml*");

    other.page().waitForTimeout(2_500);
    other.open(DESK);
    SignInScreen.on(other.page());
  }

  @Test
  void who_ends_another_session_has_it_ask_for_the_password_although_keycloak_knows_it() {
    Device one = devices.take(Device.Kind.COMPUTER).signIn("colleague", DESK);
    Device other = devices.take(Device.Kind.PHONE);
    other.context().addCookies(keycloaksOf(one));
    other.open(DESK);
    assertThat(other.page().url()).endsWith(DESK);

    one.page().locator("details.me summary").click();
    one.await(() -> one.page().locator("details.me a[href='/therapist/sign-ins.xhtml']").click());
    int sessions = one.page().locator(".sign-ins li").count();
    assertThat(sessions).isGreaterThanOrEqualTo(2);
    one.await(() -> one.page().locator("input[name$=':1:end']").click());
    assertThat(one.page().locator(".sign-ins li").count()).isEqualTo(sessions - 1);

    other.page().waitForTimeout(2_500);
    other.open(DESK);
    // Keycloak knows who it is, and asks for the password alone.
    SignInScreen.on(other.page());
    other.page().locator("#password").fill(Stage.get().passwordOf("colleague"));
    other.page().locator("#kc-login").click();
    other.page().waitForURL("**" + DESK);
    one.open(DESK);
    assertThat(one.page().url()).as("the one that ended the other stands").endsWith(DESK);
  }

  @Test
  void a_client_ends_all_other_sessions_at_once() {
    Device phone = devices.take(Device.Kind.PHONE).signIn("client", "/portal/home.xhtml");
    Device left = devices.take(Device.Kind.COMPUTER).signIn("client", "/portal/home.xhtml");
    phone.open("/portal/sign-ins.xhtml");
    phone.await(() -> phone.page().locator("#endOthers").click());
    assertThat(phone.page().locator(".sign-ins li").count()).isEqualTo(1);
    left.page().waitForTimeout(2_500);
    left.open("/portal/home.xhtml");
    assertThat(SignInScreen.on(left.page()).page().locator("#password").isVisible()).isTrue();
  }

  @Test
  void a_logout_token_that_keycloak_did_not_sign_for_this_ends_nothing() throws Exception {
    Device device = devices.take(Device.Kind.COMPUTER).signIn("therapist", DESK);
    String sub = one("select sub from person where email = 'therapist@trellis.example'");
    String session =
        one(
            "select provider_session from sign_in where ended_at is null and sub = '"
                + sub
                + "' order by began_at desc limit 1");
    assertThat(session).isNotBlank();
    String issuer = Stage.get().keycloak() + "/realms/trellis";
    JWTClaimsSet wellFormed =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience("trellis")
            .subject(sub)
            .claim("sid", session)
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(Instant.now()))
            .expirationTime(Date.from(Instant.now().plusSeconds(120)))
            .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
            .build();
    RSAKey another = new RSAKeyGenerator(2048).keyID("another").generate();
    SignedJWT signed =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("another").build(), wellFormed);
    signed.sign(new RSASSASigner(another));

    assertThat(post("logout_token=" + enc(signed.serialize()))).as("another's key").isEqualTo(400);
    assertThat(post("logout_token=" + enc(new PlainJWT(wellFormed).serialize())))
        .as("unsigned")
        .isEqualTo(400);
    assertThat(post("logout_token=rubbish")).isEqualTo(400);
    assertThat(post("logout_token=" + "a".repeat(20_000))).isEqualTo(400);
    assertThat(post("")).isEqualTo(400);
    assertThat(device.open("/sign-out/back-channel")).as("by GET").isEqualTo(405);
    device.page().waitForTimeout(2_500);
    device.open(DESK);
    assertThat(device.page().url()).as("the session still stands").endsWith(DESK);
  }

  /** Keycloak's cookies in the browser, which another one may be given. */
  private static List<Cookie> keycloaksOf(Device device) {
    return device.context().cookies().stream()
        .filter(cookie -> !cookie.name.startsWith("trellis"))
        .toList();
  }

  private static int post(String form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(Stage.get().address().resolve("/sign-out/back-channel").toString()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static String enc(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String one(String query) throws Exception {
    try (Connection owner = Stage.get().asOwner();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
