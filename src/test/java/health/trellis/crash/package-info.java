/** Servers that are killed while people write, and what is left of what was written. */
@NullMarked
package health.trellis.crash;

import org.jspecify.annotations.NullMarked;
