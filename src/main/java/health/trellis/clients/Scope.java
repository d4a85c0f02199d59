package health.trellis.clients;

/** In which capacity a client's record was opened. */
public enum Scope {
  /** The caller treats this client. */
  TREATING,
  /** The caller supervises a therapist who treats this client. */
  SUPERVISING,
  /** The caller is this client. */
  OWN,
  /** The caller administers the clinic: name, contact and caseload, no clinical text. */
  ADMINISTRATIVE,
  /** The caller opened the record in an emergency, for a written reason and an hour. */
  BREAK_GLASS
}
