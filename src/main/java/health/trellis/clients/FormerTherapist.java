package health.trellis.clients;

import java.time.Instant;

/** Who treated a client until then. */
public record FormerTherapist(String name, Instant until) {}
