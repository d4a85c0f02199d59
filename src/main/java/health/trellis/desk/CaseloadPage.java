package health.trellis.desk;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.PersonId;
import health.trellis.security.Supervisee;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a caseload.
 *
 * @param next the client after which the next page begins; null on the last page
 * @param first whether nothing stands before this page
 * @param of whose caseload it is; null for one's own
 * @param supervisees whose caseloads the caller may look at besides
 */
public record CaseloadPage(
    List<CaseloadRow> rows,
    CaseloadQuery.Sort sort,
    @Nullable ClientId next,
    boolean first,
    @Nullable PersonId of,
    List<Supervisee> supervisees) {}
