/** The administrator's pages about clients: their list, and registering one. */
@NullMarked
package health.trellis.clients.web;

import org.jspecify.annotations.NullMarked;
