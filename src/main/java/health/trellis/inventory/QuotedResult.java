package health.trellis.inventory;

import java.util.List;

/**
 * The last result as it is quoted elsewhere: in short, with what relying on oneself gives and what
 * it costs, since neither is told without the other.
 */
public record QuotedResult(LatestResult latest, List<ScoreView> benefits, List<ScoreView> costs) {}
