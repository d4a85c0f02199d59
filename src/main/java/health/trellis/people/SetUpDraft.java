package health.trellis.people;

import health.trellis.clients.ClientDraft;
import health.trellis.kernel.Problems;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What is typed to set up a clinic. It checks itself.
 *
 * @param clinic its name, 1 to 200 characters
 * @param zone the time zone in which its days begin, by its name in the IANA's database
 * @param name first and last name of its first administrator, 3 to 200 characters
 * @param email to which the invitation goes, and by which one signs in later
 * @param language one that Trellis speaks: en or de
 */
public record SetUpDraft(String clinic, String zone, String name, String email, String language) {
  private static final int MOST_OF_CLINIC = 200;

  /** Trims what was typed, and refuses what does not fit, all of it at once. */
  public SetUpDraft {
    clinic = clinic.strip().replaceAll("[\\s\\h]+", " ");
    name = StaffDraft.trimmed(name);
    email = MailAddress.of(email);
    language = language.toLowerCase(Locale.ROOT);
    Problems problems =
        new Problems()
            .in("clinic", "setUp.clinic.missing", clinic.isEmpty())
            .in(
                "clinic",
                "setUp.clinic.wrong",
                clinic.length() > MOST_OF_CLINIC
                    || clinic.codePoints().anyMatch(Character::isISOControl))
            .in("zone", "setUp.zone.wrong", !ZoneId.getAvailableZoneIds().contains(zone))
            .in("language", "client.language.wrong", !ClientDraft.LANGUAGES.contains(language));
    StaffDraft.check(problems, name, email).refuse();
  }

  /** The country whose customs hold where nothing else is said: of each language one. */
  String region() {
    return language.equals("de") ? "DE" : "GB";
  }
}
