/** A room of the ruin. */
@NullMarked
package health.trellis.architecture.breaches.goals.web;

import org.jspecify.annotations.NullMarked;
