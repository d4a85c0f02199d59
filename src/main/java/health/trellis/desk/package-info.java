/**
 * The therapist's home: who needs me today, the caseload, and a client's overview. It composes the
 * features and nothing depends on it.
 */
@NullMarked
package health.trellis.desk;

import org.jspecify.annotations.NullMarked;
