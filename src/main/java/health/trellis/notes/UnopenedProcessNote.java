package health.trellis.notes;

import health.trellis.kernel.ProcessNoteId;

/**
 * A process note that could not be sealed or opened. The person who asked sees a plain page with an
 * incident id, never an empty note.
 */
class UnopenedProcessNote extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnopenedProcessNote(ProcessNoteId note, Throwable cause) {
    super(
        "process note " + note + " could not be sealed or opened with the keys that are here",
        cause);
  }
}
