package health.trellis.people;

import health.trellis.kernel.Problems;

/**
 * What an administrator types to invite a client to the portal. It checks itself.
 *
 * @param email to which the invitation goes, and by which the client signs in later
 */
public record PortalDraft(String email) {
  /** Trims what was typed, and refuses what is no address. */
  public PortalDraft {
    email = MailAddress.of(email);
    new Problems()
        .in("email", "staff.email.missing", email.isEmpty())
        .in("email", "staff.email.wrong", !email.isEmpty() && !MailAddress.is(email))
        .refuse();
  }
}
