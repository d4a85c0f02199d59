package health.trellis.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the review, the latest act first.
 *
 * @param people whom one can choose: the staff by name, and whoever is chosen
 * @param clientName the client who is chosen; null where none is
 * @param next the act after which the next page begins; null on the last page
 * @param first whether nothing stands before this page
 */
public record ReviewPage(
    List<ReviewRow> rows,
    List<ReviewPerson> people,
    @Nullable String clientName,
    @Nullable EventNumber next,
    boolean first) {}
