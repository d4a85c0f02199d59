package health.trellis.notes;

import health.trellis.kernel.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notes on one client for paper, the earliest session first.
 *
 * @param birthDate null where it is unknown
 * @param printedBy who asked for them
 * @param tooMany whether there are more than one print holds; then it holds none
 */
public record PrintedNotes(
    ClientId client,
    String name,
    @Nullable LocalDate birthDate,
    String clinic,
    String printedBy,
    Instant printedAt,
    List<PrintedNote> notes,
    boolean tooMany) {}
