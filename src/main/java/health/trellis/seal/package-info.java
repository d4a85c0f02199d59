/**
 * What makes the audit log prove itself: events are bound into batches, batches into a chain, and
 * the head of the chain is signed and kept elsewhere; a check reads all of it again. It runs beside
 * the application, under a database role of its own and with a key that neither the application nor
 * the database has. It may use {@code kernel} and {@code proof}; only {@code launch} uses it, and
 * it is not in the WAR.
 */
@NullMarked
package health.trellis.seal;

import org.jspecify.annotations.NullMarked;
