/**
 * Who is asking, and whether they may: roles, the caller, the gate before every service method, and
 * the database context every transaction begins with. It knows the kernel alone; what a feature is,
 * it does not know.
 */
@NullMarked
package health.trellis.security;

import org.jspecify.annotations.NullMarked;
