package health.trellis.support;

import health.trellis.clients.ClientHead;

/** What the page offers that shares the map with the client, or takes it back. */
public record SharingForm(ClientHead head, SharingState state) {}
