package health.trellis.security;

import health.trellis.kernel.PersonId;

/** A therapist whose work the caller supervises. */
public record Supervisee(PersonId id, String name) {}
