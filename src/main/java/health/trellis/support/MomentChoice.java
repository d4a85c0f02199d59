package health.trellis.support;

import health.trellis.kernel.SupportMapId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which moment's map is meant: that of a kept map, or that of the end of a day. Where both are null
 * it is left to the page: the last kept map to compare from, now to compare to.
 */
public record MomentChoice(@Nullable SupportMapId kept, @Nullable LocalDate day) {}
