/**
 * The belief ledger: what a client believes in the client's own words, what the client would rather
 * believe, and how strongly, over time.
 *
 * <p>May use kernel, security, audit, clients and sessions. Knows no page, and no other feature.
 */
@NullMarked
package health.trellis.beliefs;

import org.jspecify.annotations.NullMarked;
