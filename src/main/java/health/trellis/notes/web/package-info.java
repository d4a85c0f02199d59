/** The pages of session notes, and the small request that saves a draft. */
@NullMarked
package health.trellis.notes.web;

import org.jspecify.annotations.NullMarked;
