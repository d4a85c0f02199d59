/** A room of the ruin. */
@NullMarked
package health.trellis.architecture.breaches.beliefs;

import org.jspecify.annotations.NullMarked;
