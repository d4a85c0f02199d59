package health.trellis.inventory;

/**
 * An item with what was answered, where it is referred to.
 *
 * @param number its place in the order asked, from 1
 * @param value the number as answered
 * @param label the words of the answer
 * @param most whether the answer, turned round where the item is reversed, is the highest there is
 */
public record AnsweredItem(
    ItemCode code, int number, String text, int value, String label, boolean most) {}
