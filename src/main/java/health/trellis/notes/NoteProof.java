package health.trellis.notes;

import health.trellis.kernel.ConflictException;
import health.trellis.kernel.NoteId;
import health.trellis.security.Confirmation;
import health.trellis.security.CurrentCaller;
import health.trellis.security.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What a signature needs: that the caller gave the password again, for this note as it was seen.
 */
@ApplicationScoped
class NoteProof {
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  void require(NoteId note, long seen, @Nullable Confirmation proof) {
    String sub = caller.visit().map(Visit::sub).orElse("");
    if (proof == null || !proof.covers(sub, note.value(), seen, clock.instant())) {
      throw new ConflictException("conflict.unconfirmed");
    }
  }
}
