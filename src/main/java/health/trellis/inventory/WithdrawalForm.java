package health.trellis.inventory;

import health.trellis.clients.ClientHead;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What the page for taking an inventory back shows: whose it is, and how far it was answered.
 *
 * @param answered how many items were dealt with so far
 * @param items how many there are
 * @param open whether it can still be taken back
 */
public record WithdrawalForm(
    ClientHead head,
    String title,
    Instant assignedAt,
    LocalDate dueOn,
    long answered,
    int items,
    boolean open) {}
