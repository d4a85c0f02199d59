/** The pages of the support map, the therapist's and the client's, and its drawing. */
@NullMarked
package health.trellis.support.web;

import org.jspecify.annotations.NullMarked;
