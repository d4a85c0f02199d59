package health.trellis.inventory;

/**
 * One of the answers that can be chosen for every item: its number and its words, such as 3
 * "often".
 *
 * @param value the number that is stored and scored, 0 to 99
 * @param label the words the client sees, never blank
 */
public record ResponseOption(int value, String label) {
  public ResponseOption {
    if (value < 0 || value > 99) {
      throw new IllegalArgumentException("an answer's number is from 0 to 99, not " + value);
    }
    Texts.require("the words of answer " + value, label);
  }
}
