package health.trellis.security;

import health.trellis.kernel.SignInId;
import java.time.Instant;

/**
 * Where a person is signed in.
 *
 * @param device the browser and system; empty where they are not known
 * @param address the network address from which one signed in
 * @param seenAt the last sign of life, to the minute
 * @param here whether this is the session at hand
 */
public record SignInRow(
    SignInId id, String device, String address, Instant beganAt, Instant seenAt, boolean here) {}
