/**
 * What every part of Trellis may name: typed ids, the clock, and the domain's exceptions. Nothing
 * here knows a feature, a page, or a database.
 */
@NullMarked
package health.trellis.kernel;

import org.jspecify.annotations.NullMarked;
