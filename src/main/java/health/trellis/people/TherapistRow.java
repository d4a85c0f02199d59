package health.trellis.people;

import health.trellis.kernel.PersonId;

/** A therapist to choose from. */
public record TherapistRow(PersonId id, String name) {}
