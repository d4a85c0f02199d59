package health.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.trellis.kernel.Setting;
import health.trellis.kernel.Settings;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is settled before the first request, and what is not begun at all. */
class StartupTest {
  private final Map<String, Object> cookie = new HashMap<>();

  @Test
  void over_https_the_cookie_is_secure_and_bound_to_this_host() {
    begin("https://trellis.example", "false", "true");
    assertThat(cookie)
        .containsEntry("setName", "__Host-trellis")
        .containsEntry("setSecure", true)
        .containsEntry("setHttpOnly", true)
        .containsEntry("setPath", "/")
        .containsEntry("SameSite", "Lax")
        .doesNotContainKey("setDomain");
  }

  @Test
  void over_plain_http_there_is_a_demonstration_alone() {
    begin("http://127.0.0.1:8080", "true", "false");
    assertThat(cookie)
        .containsEntry("setName", "trellis")
        .containsEntry("setSecure", false)
        .containsEntry("setHttpOnly", true)
        .containsEntry("SameSite", "Lax");
    for (String address : List.of("http://trellis.example", "http://localhost.example")) {
      assertThatThrownBy(() -> begin(address, "false", "true"))
          .hasMessageContaining(Setting.BASE_URL.variable());
    }
  }

  @Test
  void on_the_own_machine_alone_plain_http_is_enough() {
    begin("http://localhost:8080", "false", "true");
    assertThat(cookie).containsEntry("setName", "trellis");
  }

  @Test
  void without_a_second_factor_there_is_a_demonstration_alone() {
    assertThatThrownBy(() -> begin("https://trellis.example", "false", "false"))
        .hasMessageContaining(Setting.SECOND_FACTOR.variable());
  }

  private void begin(String address, String demo, String secondFactor) {
    Map<Setting, String> told =
        Map.of(
            Setting.BASE_URL, address,
            Setting.DEMO, demo,
            Setting.SECOND_FACTOR, secondFactor,
            Setting.OIDC_ISSUER, "https://keycloak.example/realms/trellis");
    Settings settings =
        new Settings(setting -> Optional.of(told.getOrDefault(setting, "as it may be")));
    Startup.begin(settings, context());
  }

  /** A servlet context that writes down what it is told of the cookie. */
  private ServletContext context() {
    SessionCookieConfig config =
        proxy(
            SessionCookieConfig.class,
            (method, arguments) -> {
              boolean named = arguments.length == 2;
              cookie.put(named ? (String) arguments[0] : method, arguments[arguments.length - 1]);
              return null;
            });
    return proxy(
        ServletContext.class,
        (method, arguments) ->
            switch (method) {
              case "getSessionCookieConfig" -> config;
              case "setInitParameter" -> true;
              default -> null;
            });
  }

  /** What a stand-in answers when it is called. */
  private interface Answer {
    @Nullable Object to(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                answer.to(method.getName(), arguments == null ? new Object[0] : arguments)));
  }
}
