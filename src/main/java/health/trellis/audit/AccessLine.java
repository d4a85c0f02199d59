package health.trellis.audit;

/** What was done in a visit, and how often. */
public record AccessLine(String code, int times) {}
