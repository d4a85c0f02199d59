package health.trellis.desk;

import health.trellis.kernel.ClientId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a caseload.
 *
 * @param next the client after which the next page begins; null on the last page
 * @param first whether nothing stands before this page
 */
public record CaseloadPage(
    List<CaseloadRow> rows, CaseloadQuery.Sort sort, @Nullable ClientId next, boolean first) {}
