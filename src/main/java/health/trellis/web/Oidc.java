package health.trellis.web;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.SessionID;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Trellis as a client of the identity provider: the authorization code flow with PKCE (S256), state
 * and nonce, by Nimbus' OpenID Connect SDK. See docs/decisions/0002-sign-in-with-nimbus.md.
 */
@ApplicationScoped
class Oidc {
  private static final int TIMEOUT_MS = 3000;

  @Inject private Settings settings;

  private volatile @Nullable Provider provider;

  /** What the provider publishes of itself, and the check of what it signs. */
  private record Provider(
      OIDCProviderMetadata metadata, IDTokenValidator validator, LogoutTokenValidator ends) {}

  /** A verified sign-in. */
  record Identity(
      String sub,
      boolean secondFactor,
      String idToken,
      @Nullable Instant askedAt,
      @Nullable String session) {}

  /** What the provider says has ended: one of its sessions, or all of a person's. */
  record Ended(@Nullable String sub, @Nullable String session) {}

  /**
   * The address at the provider that begins this sign-in.
   *
   * @param anew whether the password must be given again, even where the provider knows the person
   */
  URI begin(PendingSignIn pending, Locale locale, boolean anew) throws SignInFailed {
    AuthenticationRequest.Builder request =
        new AuthenticationRequest.Builder(
                new ResponseType(ResponseType.Value.CODE),
                new Scope("openid"),
                clientId(),
                callback())
            .endpointURI(provider().metadata.getAuthorizationEndpointURI())
            .state(pending.state())
            .nonce(pending.nonce())
            .codeChallenge(pending.verifier(), CodeChallengeMethod.S256)
            .customParameter("ui_locales", locale.getLanguage());
    Credential credential = pending.credential();
    if (credential != null) {
      request.customParameter("kc_action", credential.action());
    }
    if (anew) {
      request.maxAge(0).prompt(new Prompt(Prompt.Type.LOGIN));
    }
    return request.build().toURI();
  }

  /** Exchanges the code for a token, and checks who it is about. */
  Identity finish(PendingSignIn pending, AuthorizationCode code) throws SignInFailed {
    try {
      Provider known = provider();
      HTTPRequest request =
          new TokenRequest.Builder(
                  known.metadata.getTokenEndpointURI(),
                  new ClientSecretBasic(
                      clientId(), new Secret(settings.text(Setting.OIDC_CLIENT_SECRET))),
                  new AuthorizationCodeGrant(code, callback(), pending.verifier()))
              .build()
              .toHTTPRequest();
      request.setConnectTimeout(TIMEOUT_MS);
      request.setReadTimeout(TIMEOUT_MS);
      TokenResponse response = OIDCTokenResponseParser.parse(request.send());
      if (!response.indicatesSuccess()) {
        throw new SignInFailed("the code was refused", null);
      }
      JWT idToken = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens().getIDToken();
      IDTokenClaimsSet claims = known.validator.validate(idToken, pending.nonce());
      return new Identity(
          claims.getSubject().getValue(),
          secondFactor(claims),
          idToken.getParsedString(),
          askedAt(claims),
          claims.getStringClaim("sid"));
    } catch (SignInFailed failed) {
      throw failed;
    } catch (Exception fault) {
      throw new SignInFailed("the token was refused", fault);
    }
  }

  /** Checks that the provider signed this for Trellis to say that something has ended. */
  Ended ended(String token) throws SignInFailed {
    try {
      LogoutTokenClaimsSet claims = provider().ends.validate(JWTParser.parse(token));
      Subject sub = claims.getSubject();
      SessionID session = claims.getSessionID();
      return new Ended(
          sub == null ? null : sub.getValue(), session == null ? null : session.getValue());
    } catch (SignInFailed failed) {
      throw failed;
    } catch (Exception fault) {
      throw new SignInFailed("the logout token was refused", fault);
    }
  }

  /** The address at the provider that ends the session there too. */
  URI end(String idToken) throws SignInFailed {
    try {
      return new LogoutRequest(
              provider().metadata.getEndSessionEndpointURI(),
              JWTParser.parse(idToken),
              URI.create(settings.text(Setting.BASE_URL) + "/signed-out.xhtml"),
              null)
          .toURI();
    } catch (ParseException malformed) {
      throw new SignInFailed("the token of the session is malformed", malformed);
    }
  }

  /** Whether the provider answers now. */
  boolean reachable() {
    try {
      OIDCProviderMetadata.resolve(
          new Issuer(settings.text(Setting.OIDC_ISSUER)), TIMEOUT_MS, TIMEOUT_MS);
      return true;
    } catch (Exception down) {
      return false;
    }
  }

  private static @Nullable Instant askedAt(IDTokenClaimsSet claims) {
    Number seconds = claims.getNumberClaim(IDTokenClaimsSet.AUTH_TIME_CLAIM_NAME);
    return seconds == null ? null : Instant.ofEpochSecond(seconds.longValue());
  }

  private static boolean secondFactor(IDTokenClaimsSet claims) {
    return claims.getAMR() != null
        && claims.getAMR().stream()
            .anyMatch(how -> how.getValue().matches("otp|mfa|hwk|webauthn|recovery"));
  }

  private Provider provider() throws SignInFailed {
    Provider known = provider;
    if (known == null) {
      try {
        Issuer issuer = new Issuer(settings.text(Setting.OIDC_ISSUER));
        OIDCProviderMetadata metadata =
            OIDCProviderMetadata.resolve(issuer, TIMEOUT_MS, TIMEOUT_MS);
        URL keys = metadata.getJWKSetURI().toURL();
        ResourceRetriever retriever = new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS);
        known =
            new Provider(
                metadata,
                new IDTokenValidator(issuer, clientId(), JWSAlgorithm.RS256, keys, retriever),
                new LogoutTokenValidator(issuer, clientId(), JWSAlgorithm.RS256, keys, retriever));
        provider = known;
      } catch (Exception unreachable) {
        throw new SignInFailed("the identity provider does not answer", unreachable);
      }
    }
    return known;
  }

  private ClientID clientId() {
    return new ClientID(settings.text(Setting.OIDC_CLIENT_ID));
  }

  private URI callback() {
    return URI.create(settings.text(Setting.BASE_URL) + "/sign-in/callback");
  }
}
