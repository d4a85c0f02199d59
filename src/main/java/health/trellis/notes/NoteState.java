package health.trellis.notes;

/** How a note stands. */
public enum NoteState {
  /** It is still written in. */
  DRAFT,
  /** A trainee signed it, and the supervisor has not seen to it. */
  WAITING,
  /** Its author signed it. */
  SIGNED,
  /** A trainee signed it, and the supervisor cosigned it. */
  COSIGNED
}
