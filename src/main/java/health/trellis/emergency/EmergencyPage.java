package health.trellis.emergency;

import org.jspecify.annotations.Nullable;

/**
 * An opening in an emergency, with what is read by it.
 *
 * @param record null where it is over
 */
public record EmergencyPage(EmergencyAccess access, @Nullable EmergencyRecord record) {}
