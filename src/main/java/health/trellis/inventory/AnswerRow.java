package health.trellis.inventory;

import org.jspecify.annotations.Nullable;

/**
 * One item with what was answered, in words.
 *
 * @param number its place in the order asked, from 1
 * @param reversed whether scoring turns the answer round
 * @param value the number as answered; null where blank or declined
 * @param label the words of the answer
 * @param earlierValue what was answered the time before
 */
public record AnswerRow(
    ItemCode code,
    int number,
    String text,
    Item.Kind kind,
    boolean reversed,
    @Nullable Integer value,
    @Nullable String label,
    boolean declined,
    @Nullable Integer earlierValue,
    @Nullable String earlierLabel) {
  /** Whether the answer is another than the time before. */
  public boolean changed() {
    return value != null && earlierValue != null && !value.equals(earlierValue);
  }
}
