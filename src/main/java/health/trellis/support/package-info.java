/**
 * The support map: the people around a client in three circles, what flows between them and the
 * client, and how that changed over time.
 *
 * <p>May use kernel, security, audit, clients and sessions. Knows no page, and no other feature.
 */
@NullMarked
package health.trellis.support;

import org.jspecify.annotations.NullMarked;
