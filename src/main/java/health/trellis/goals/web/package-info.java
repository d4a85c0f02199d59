/** The pages of the goals: the therapist's and the client's own. */
@NullMarked
package health.trellis.goals.web;

import org.jspecify.annotations.NullMarked;
