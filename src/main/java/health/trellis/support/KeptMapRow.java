package health.trellis.support;

import health.trellis.kernel.SupportMapId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A kept map in the list.
 *
 * @param moment the map as it stood then
 * @param session when the session began that it was drawn in; null without
 * @param remark what was said of it; null without
 * @param by the name of who kept it
 */
public record KeptMapRow(
    SupportMapId id,
    Instant moment,
    @Nullable Instant session,
    @Nullable String remark,
    String by) {}
