package health.trellis.formulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a formulation in a list.
 *
 * @param number 1 for the first
 * @param author who wrote it
 * @param remark what changed; null where nobody said
 */
public record VersionRow(int number, Instant writtenAt, String author, @Nullable String remark) {}
