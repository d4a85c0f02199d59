package health.trellis.audit;

/** What somebody was to the client when acting. */
public enum Capacity {
  /** Treated the client. */
  TREATING,
  /** Supervised who treated the client. */
  SUPERVISING,
  /** A therapist of the clinic who did neither. */
  OTHER,
  ADMINISTRATOR,
  /** The client. */
  SELF,
  /** Somebody who signed in as the client by an account that was the client's before. */
  EARLIER,
  /** Nobody: a job of Trellis's. */
  SYSTEM
}
