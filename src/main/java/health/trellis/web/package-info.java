/**
 * Plumbing of Faces and HTTP, for pages alone: signing in, the check of each address, the response
 * headers, the pages for what went wrong, converters and resolvers. No feature's own code lives
 * here.
 */
@NullMarked
package health.trellis.web;

import org.jspecify.annotations.NullMarked;
