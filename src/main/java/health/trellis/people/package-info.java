/**
 * The clinic's staff: who works here and in which role. Invitations, also of clients to the portal,
 * and the administration of accounts belong here too. It knows the kernel, security, audit,
 * clients, and no other feature.
 */
@NullMarked
package health.trellis.people;

import org.jspecify.annotations.NullMarked;
