package health.trellis.people;

/**
 * Somebody of the staff, and whom it concerns when that one is out.
 *
 * @param treats how many clients the person treats now
 * @param alone how many of them nobody else treats
 */
public record LeavingStaff(StaffRow person, int treats, int alone) {}
