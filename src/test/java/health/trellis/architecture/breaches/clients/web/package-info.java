/** A room of the ruin. */
@NullMarked
package health.trellis.architecture.breaches.clients.web;

import org.jspecify.annotations.NullMarked;
