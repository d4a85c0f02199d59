/**
 * Session notes: a draft that is saved as it is written, signed by its author, and from then on
 * only added to.
 *
 * <p>A {@link health.trellis.notes.NoteTemplate} names a note's sections; {@link
 * health.trellis.notes.SessionNote} guards its states, and the database guards them again.
 *
 * <p>Process notes are kept apart from them: a {@link health.trellis.notes.ProcessNote} is its
 * author's alone, and {@link health.trellis.notes.ProcessNoteCipher} seals its text before it is
 * stored.
 *
 * <p>May use kernel, security, audit, clients and sessions. Knows no page, and no other feature.
 */
@NullMarked
package health.trellis.notes;

import org.jspecify.annotations.NullMarked;
