package health.trellis.seal;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is not as it was sealed.
 *
 * @param kind what is wrong
 * @param batch the batch, where it is one
 * @param event the event's id, where one row can be named
 * @param sentence for a person, with the ids of what it names
 */
public record Finding(Kind kind, @Nullable Long batch, @Nullable Long event, String sentence) {

  /** What can be wrong. */
  public enum Kind {
    /** A row says something else than when it was sealed. */
    ROW_CHANGED,
    /** A row is not there any more. */
    ROW_MISSING,
    /** A row was added to a window that was sealed. */
    ROW_ADDED,
    /** A row stands where no transaction can have written it. */
    ROW_ASTRAY,
    /** A batch is not what its hash, or its leaves, say. */
    BATCH_CHANGED,
    /** A number is missing in the chain, or a batch does not follow on the last. */
    CHAIN_BROKEN,
    /** A checkpoint does not fit its batch, or its signature does not hold. */
    CHECKPOINT_CHANGED,
    /** What was kept elsewhere knows another log than this one, or a longer one. */
    ANCHOR_DISAGREES,
    /** Finished events have waited too long to be sealed or signed. */
    NOT_SEALED,
    /** A record is not what its last event says. */
    RECORD_CHANGED
  }
}
