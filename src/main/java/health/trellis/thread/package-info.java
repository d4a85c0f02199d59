/**
 * The thread between records: where what one feature keeps is put beside what another one does, by
 * id. It may use all features, and only desk and portal may use it.
 */
@NullMarked
package health.trellis.thread;

import org.jspecify.annotations.NullMarked;
