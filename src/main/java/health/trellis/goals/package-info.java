/**
 * The goals of a client's support system: what client and therapist agreed on, how far it got by
 * either method of rating, and the small steps that lead there.
 *
 * <p>May use kernel, security, audit, clients and sessions. Knows no page, and no other feature.
 */
@NullMarked
package health.trellis.goals;

import org.jspecify.annotations.NullMarked;
