package health.trellis.formulation;

import health.trellis.kernel.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of a client's formulation for paper.
 *
 * @param birthDate null where it is unknown
 * @param printedBy who asked for it
 */
public record PrintedFormulation(
    ClientId client,
    String name,
    @Nullable LocalDate birthDate,
    String clinic,
    FormulationView shown,
    String printedBy,
    Instant printedAt) {}
