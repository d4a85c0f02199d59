/**
 * The audit log: what people did, written in the transaction of what they did, and what was refused
 * to them. The rows that changed under an act are written by the database's own triggers. It knows
 * the kernel and security, and no feature. Who reads the log reads it here too: each client what is
 * about the own record, administrators what is of their clinic.
 */
@NullMarked
package health.trellis.audit;

import org.jspecify.annotations.NullMarked;
