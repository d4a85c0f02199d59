package health.trellis.notes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a draft stands after somebody tried to save it.
 *
 * @param version what the next save must have seen
 * @param savedAt when it was saved last
 * @param theirs what somebody else saved in between, so that this save was not made; else null
 * @param by who saved it last
 */
public record SavedDraft(
    long version, Instant savedAt, @Nullable NoteText theirs, @Nullable String by) {}
