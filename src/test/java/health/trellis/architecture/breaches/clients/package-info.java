/** A room of the ruin. */
@NullMarked
package health.trellis.architecture.breaches.clients;

import org.jspecify.annotations.NullMarked;
