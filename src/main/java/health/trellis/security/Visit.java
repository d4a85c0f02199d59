package health.trellis.security;

import java.util.UUID;

/**
 * One request by one person who signed in: who (the {@code sub} of the identity provider), in which
 * role, from which session and address. What Trellis itself knows of the person is the {@link
 * Caller}.
 *
 * @param sub the identity, never a name
 * @param role the role the address asks for
 * @param sessionHash a hash of the session's secret, for the audit log
 * @param address the network address the request came from
 * @param requestId ties together all that one request did
 */
public record Visit(String sub, Role role, String sessionHash, String address, UUID requestId) {}
