package health.trellis.audit;

import health.trellis.kernel.PersonId;

/** Somebody whose acts an administrator can ask for. */
public record ReviewPerson(PersonId id, String name) {}
