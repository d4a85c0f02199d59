package health.trellis.inventory;

import java.util.List;

/**
 * A group of items that are asked together under one instruction.
 *
 * @param code its name within the instrument
 * @param title a short heading
 * @param instruction what the client is asked to do here
 * @param items at least one, in the order asked
 */
public record Section(String code, String title, String instruction, List<Item> items) {
  public Section {
    Texts.require("a section's code", code);
    Texts.require("the title of section " + code, title);
    Texts.require("the instruction of section " + code, instruction);
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("section " + code + " has no items");
    }
  }
}
