package health.trellis.inventory;

import org.jspecify.annotations.Nullable;

/**
 * An item that was answered differently the second time: "item 7: 4 → 1".
 *
 * @param item the item
 * @param before the answer the first time, as given; absent when missing
 * @param after the answer the second time, as given; absent when missing
 */
public record ItemChange(Item item, @Nullable Integer before, @Nullable Integer after) {}
