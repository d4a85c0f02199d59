/**
 * The administrator's pages about people: staff and their invitations, who treats a client, a
 * client's way to the portal; where everybody is signed in; and the first page of an installation.
 */
@NullMarked
package health.trellis.people.web;

import org.jspecify.annotations.NullMarked;
