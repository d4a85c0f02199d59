package health.trellis.launch;

/**
 * Somebody who can sign in to the demonstration.
 *
 * @param userName the name to sign in with
 * @param sub the identity that Keycloak gives this person
 */
public record DemoUser(String userName, String sub) {}
