/** A room of the ruin. */
@NullMarked
package health.trellis.architecture.breaches.security;

import org.jspecify.annotations.NullMarked;
