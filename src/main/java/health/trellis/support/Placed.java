package health.trellis.support;

/**
 * What came of a placing.
 *
 * @param supporter how the supporter stands now
 * @param done whether it stands as was asked; otherwise somebody else changed it in between
 */
public record Placed(SupporterView supporter, boolean done) {}
