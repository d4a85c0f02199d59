package health.trellis.inventory;

/**
 * An answer that the instrument cannot take: to an item it does not have, or with a number that is
 * none of its answers. It is refused, never bent into range.
 */
public final class UnusableAnswer extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String item;

  UnusableAnswer(ItemCode item, String problem) {
    super(problem);
    this.item = item.value();
  }

  /** The item it was given to. */
  public ItemCode item() {
    return new ItemCode(item);
  }
}
