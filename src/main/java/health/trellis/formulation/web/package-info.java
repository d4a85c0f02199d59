/** The pages of the formulation. */
@NullMarked
package health.trellis.formulation.web;

import org.jspecify.annotations.NullMarked;
