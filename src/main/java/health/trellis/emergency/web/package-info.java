/** The pages of an opening in an emergency, and of what those are told who treat the client. */
@NullMarked
package health.trellis.emergency.web;

import org.jspecify.annotations.NullMarked;
