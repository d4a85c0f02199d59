/** A room of the ruin. */
@NullMarked
package health.trellis.architecture.breaches.web;

import org.jspecify.annotations.NullMarked;
