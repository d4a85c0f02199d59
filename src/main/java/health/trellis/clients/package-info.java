/**
 * Clients, who treats whom, and the keys: {@link health.trellis.clients.ClientAccess} is the one
 * door to a client's record, and the keys it gives are what every repository of clinical data asks
 * for. It knows the kernel, security and audit.
 */
@NullMarked
package health.trellis.clients;

import org.jspecify.annotations.NullMarked;
