/** The administrator's page that says which therapist treats a client. */
@NullMarked
package health.trellis.people.web;

import org.jspecify.annotations.NullMarked;
