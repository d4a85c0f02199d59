package health.trellis.audit;

import health.trellis.kernel.ClientId;

/** Somebody about whom a therapist can ask what was done. */
public record ReviewClient(ClientId id, String name) {}
