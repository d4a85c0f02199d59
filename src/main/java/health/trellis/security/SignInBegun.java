package health.trellis.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that the identity provider vouched for, before a session is begun by it.
 *
 * @param visit who, in which role, from where, with which session
 * @param providerSession the provider's own session, where it named it
 * @param authenticatedAt when the person last gave a password there, where it said so
 * @param device the browser and system as a person would name them
 */
public record SignInBegun(
    Visit visit,
    @Nullable String providerSession,
    @Nullable Instant authenticatedAt,
    String device) {}
