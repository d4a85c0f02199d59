/**
 * What brings sign-ins as the identity provider saw them into the audit log: failed ones, locks,
 * second factors set and removed. It runs beside the application, which has no right to read them.
 * It may use {@code kernel}, and of {@code seal} how something is done over and over; only {@code
 * launch} uses it, and it is not in the WAR.
 */
@NullMarked
package health.trellis.watch;

import org.jspecify.annotations.NullMarked;
