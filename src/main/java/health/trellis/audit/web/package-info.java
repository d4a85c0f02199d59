/**
 * The pages on which the audit log is read: a client's report on the own record, and the
 * administrator's review and checks.
 */
@NullMarked
package health.trellis.audit.web;

import org.jspecify.annotations.NullMarked;
