package health.trellis.audit;

import health.trellis.proof.Proof;
import org.jspecify.annotations.Nullable;

/**
 * An act with what proves that it is in the log.
 *
 * @param proof null until the act is sealed and signed, which takes a minute
 */
public record ProvedAct(ReviewRow act, @Nullable Proof proof) {}
