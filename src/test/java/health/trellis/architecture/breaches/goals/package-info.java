/** A room of the ruin. */
@NullMarked
package health.trellis.architecture.breaches.goals;

import org.jspecify.annotations.NullMarked;
