/**
 * The audit log: what people did, written in the transaction of what they did, and what was refused
 * to them. The rows that changed under an act are written by the database's own triggers. It knows
 * the kernel and security, and no feature.
 */
@NullMarked
package health.trellis.audit;

import org.jspecify.annotations.NullMarked;
