package health.trellis.support;

import health.trellis.clients.ClientHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The maps of two moments beside each other.
 *
 * @param from the earlier moment; null where no map was kept and no day is named
 * @param to the later one
 * @param before the map of the earlier moment
 * @param after the map of the later one
 * @param difference what lies between them
 * @param earlier the figures before
 * @param later the figures after
 * @param kept the maps that were kept, the last one first
 * @param mayWrite whether the reader treats the client
 */
public record MapComparison(
    ClientHead head,
    @Nullable ShownMoment from,
    ShownMoment to,
    List<SupporterView> before,
    List<SupporterView> after,
    MapDifference difference,
    MapMeasures earlier,
    MapMeasures later,
    List<KeptMapRow> kept,
    boolean mayWrite) {}
