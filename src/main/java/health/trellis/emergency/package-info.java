/**
 * Break-glass: opening one client's record in an emergency, for a written reason and for an hour,
 * and telling those who treat the client. What is read then it composes of the features; nothing
 * else opens by it.
 */
@NullMarked
package health.trellis.emergency;

import org.jspecify.annotations.NullMarked;
