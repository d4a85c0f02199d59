package health.trellis.people;

import health.trellis.kernel.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was invited.
 *
 * @param staff whether to work here; otherwise a client, to the portal
 * @param sub the identity, once there is an account
 * @param due whether a try is; not while another is at it, nor within a minute after a mail
 */
record Invitee(
    PersonId id,
    boolean staff,
    String name,
    String email,
    String language,
    @Nullable String sub,
    @Nullable Instant acceptedAt,
    @Nullable Instant disabledAt,
    boolean due) {}
