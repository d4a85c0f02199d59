package health.trellis.notes;

import java.util.UUID;

/**
 * One save of a draft, as a page sends it.
 *
 * @param key made for this save by the page, and the same on every retry: it counts once
 * @param seen the version of the draft on which it was written
 * @param text the whole text
 */
public record DraftChange(UUID key, long seen, NoteText text) {}
