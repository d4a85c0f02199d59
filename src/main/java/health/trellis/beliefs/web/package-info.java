/** The pages of the belief ledger. */
@NullMarked
package health.trellis.beliefs.web;

import org.jspecify.annotations.NullMarked;
