/** The pages of session notes and of process notes, and the small requests that save them. */
@NullMarked
package health.trellis.notes.web;

import org.jspecify.annotations.NullMarked;
