/**
 * Sessions: when a client and a therapist met or meant to, where, and who was there. Notes, ratings
 * and maps refer to them by id.
 *
 * <p>May use kernel, security, audit and clients. Knows no page, and no feature.
 */
@NullMarked
package health.trellis.sessions;

import org.jspecify.annotations.NullMarked;
