/**
 * What the sealed log is made of: batches, their trees, checkpoints, and the proof of one event
 * from them. The program that seals writes it, and the application shows it.
 */
@NullMarked
package health.trellis.proof;

import org.jspecify.annotations.NullMarked;
