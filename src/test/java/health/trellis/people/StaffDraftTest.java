package health.trellis.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.trellis.kernel.InvalidException;
import health.trellis.security.Role;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be typed to invite somebody. */
class StaffDraftTest {
  private static final Set<Role> THERAPIST = Set.of(Role.THERAPIST);

  @Test
  void what_was_typed_is_trimmed_and_an_address_is_written_small() {
    StaffDraft draft =
        new StaffDraft("  Nora   Neumann ", " Nora.Neumann@Example.ORG ", THERAPIST, "DE");
    assertThat(draft.name()).isEqualTo("Nora Neumann");
    assertThat(draft.email()).isEqualTo("nora.neumann@example.org");
    assertThat(draft.language()).isEqualTo("de");
  }

  @Test
  void everything_that_does_not_fit_is_told_at_once() {
    assertThatThrownBy(() -> new StaffDraft("", "", Set.of(), "xx"))
        .asInstanceOf(InstanceOfAssertFactories.type(InvalidException.class))
        .extracting(InvalidException::problems)
        .isEqualTo(
            Map.of(
                "name", "staff.name.missing",
                "email", "staff.email.missing",
                "roles", "staff.roles.missing",
                "language", "client.language.wrong"));
  }

  @Test
  void nobody_is_invited_to_work_here_as_a_client() {
    assertThatThrownBy(
            () -> new StaffDraft("Nora Neumann", "n@example.org", Set.of(Role.CLIENT), "en"))
        .isInstanceOf(InvalidException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nora",
        "nora@home",
        "@example.org",
        "nora@example.org, other@example.org",
        "nora@example.org\nBcc: other@example.org",
        "<nora@example.org>",
        "nora@exa mple.org",
        "nora@-",
        "no..ra@example.org",
        ".nora@example.org",
        "a234567890123456789012345678901234567890123456789012345678901234x@example.org"
      })
  void what_a_mail_could_go_astray_by_is_no_address(String email) {
    assertThatThrownBy(() -> new StaffDraft("Nora Neumann", email, THERAPIST, "en"))
        .isInstanceOf(InvalidException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nora",
        "Nora\u0000 Neumann",
        "Nora <b>",
        "N\u202eora Neumann",
        "Nora Neumann (Kern)",
        "Nora A/B"
      })
  void a_name_has_two_parts_and_no_signs_that_are_none(String name) {
    assertThatThrownBy(() -> new StaffDraft(name, "n@example.org", THERAPIST, "en"))
        .isInstanceOf(InvalidException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nora Neumann",
        "Nora\u00a0Neumann",
        "Anne-Marie O\u2019Brien",
        "\u0645\u06cc\u200c\u0627 \u0646"
      })
  void names_of_many_languages_are_taken(String name) {
    assertThat(new StaffDraft(name, "n@example.org", THERAPIST, "en").name()).contains(" ");
  }
}
