/** The pages of the therapist's home: the desk, the caseload, and a client's overview. */
@NullMarked
package health.trellis.desk.web;

import org.jspecify.annotations.NullMarked;
