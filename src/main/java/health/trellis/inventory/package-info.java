/**
 * Inventories: what is asked of a client, the answers given, the scores they make, and whether two
 * scores differ by more than chance.
 *
 * <p>The arithmetic lives here as pure functions over values that check themselves: {@link
 * health.trellis.inventory.Inventory} is the definition, {@link health.trellis.inventory.Scoring}
 * turns {@link health.trellis.inventory.Answers} into {@link health.trellis.inventory.Scores}, and
 * {@link health.trellis.inventory.Change} compares two of them. Beside it live the assignment of an
 * inventory to a client and the services that keep answers. Formulas and their sources are in
 * {@code docs/inventory.md}.
 *
 * <p>May use kernel, security, audit and clients. Knows no page, and no other feature.
 */
@NullMarked
package health.trellis.inventory;

import org.jspecify.annotations.NullMarked;
