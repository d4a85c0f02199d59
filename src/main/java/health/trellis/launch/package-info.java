/**
 * What starts Trellis on one machine: an embedded PostgreSQL, Keycloak with its realm, and Payara
 * with the WAR; and the migrator that installations of another kind run as an init step. It may use
 * {@code kernel}, {@code seal} and {@code watch}, and for the invented practice the pure parts of
 * {@code inventory} and {@code clients}; nothing depends on it, and it is not in the WAR.
 */
@NullMarked
package health.trellis.launch;

import org.jspecify.annotations.NullMarked;
