/** The pages of the therapist's home: the portal, the caseload, and a client's overview. */
@NullMarked
package health.trellis.portal.web;

import org.jspecify.annotations.NullMarked;
