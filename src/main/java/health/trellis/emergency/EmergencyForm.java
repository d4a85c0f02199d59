package health.trellis.emergency;

import health.trellis.kernel.ClientId;

/** What the page offers on which an administrator opens a record in an emergency. */
public record EmergencyForm(ClientId client, String name) {}
