package health.trellis.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void the_environment_wins_over_what_holds_by_itself() {
    Settings settings = Settings.of(Map.of("TRELLIS_IDLE_MINUTES", "8"));
    assertThat(settings.number(Setting.IDLE_MINUTES)).isEqualTo(8);
    assertThat(Settings.of(Map.of()).number(Setting.IDLE_MINUTES)).isEqualTo(15);
  }

  @Test
  void a_missing_setting_is_named_and_explained() {
    assertThatThrownBy(() -> Settings.of(Map.of()).check(Setting.Part.APPLICATION))
        .isInstanceOf(WrongSetting.class)
        .hasMessageContaining("TRELLIS_DB_URL is missing")
        .hasMessageContaining("jdbc:postgresql");
  }

  @Test
  void an_empty_setting_counts_as_missing() {
    assertThatThrownBy(() -> Settings.of(Map.of("TRELLIS_DB_URL", "  ")).text(Setting.DB_URL))
        .hasMessageContaining("TRELLIS_DB_URL is missing");
  }

  @Test
  void a_number_that_is_none_is_refused() {
    assertThatThrownBy(
            () -> Settings.of(Map.of("TRELLIS_IDLE_MINUTES", "many")).number(Setting.IDLE_MINUTES))
        .hasMessageContaining("TRELLIS_IDLE_MINUTES must be a whole number");
  }

  @Test
  void yes_is_not_true() {
    assertThatThrownBy(() -> Settings.of(Map.of("TRELLIS_DEMO", "yes")).flag(Setting.DEMO))
        .hasMessageContaining("TRELLIS_DEMO must be true or false");
  }

  @Test
  void a_property_is_the_variable_in_lower_case_with_dots() {
    Settings settings =
        Settings.ofProperties(
            key -> key.equals("trellis.oidc.client.secret") ? Optional.of("s") : Optional.empty());
    assertThat(settings.text(Setting.OIDC_CLIENT_SECRET)).isEqualTo("s");
  }
}
