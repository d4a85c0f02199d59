/** A room of the ruin. */
@NullMarked
package health.trellis.architecture.breaches.kernel;

import org.jspecify.annotations.NullMarked;
