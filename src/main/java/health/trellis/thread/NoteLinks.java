package health.trellis.thread;

import java.time.Instant;
import java.util.List;

/**
 * What a note is about.
 *
 * @param startsAt when its session began
 * @param draft whether it is not signed yet
 * @param beliefs the first named first
 * @param goals the first proposed first
 * @param mayLink whether the reader may choose others now
 */
public record NoteLinks(
    Instant startsAt,
    boolean draft,
    List<LinkedBelief> beliefs,
    List<LinkedGoal> goals,
    boolean mayLink) {}
