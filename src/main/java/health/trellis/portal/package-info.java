/**
 * The client's home: what there is to do, and what was shared. It composes the features and nothing
 * depends on it.
 */
@NullMarked
package health.trellis.portal;

import org.jspecify.annotations.NullMarked;
