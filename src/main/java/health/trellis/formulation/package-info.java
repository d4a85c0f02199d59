/**
 * The formulation: how a client's difficulties are understood, drawn as one page of five parts and
 * kept in versions that never change. Its entries lead to the client's beliefs.
 *
 * <p>May use kernel, security, audit, clients, sessions and the features. Only desk and portal may
 * use it.
 */
@NullMarked
package health.trellis.formulation;

import org.jspecify.annotations.NullMarked;
