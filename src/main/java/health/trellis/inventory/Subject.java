package health.trellis.inventory;

/** Names for the parts of a definition, by which a fault found later is traced to its line. */
final class Subject {
  static final String INVENTORY = "inventory";

  private Subject() {}

  /** A field of the inventory itself, such as {@code version}. */
  static String field(String name) {
    return "field " + name;
  }

  static String response(int place) {
    return "response " + place;
  }

  static String section(int place) {
    return "section " + place;
  }

  static String item(int number) {
    return "item " + number;
  }

  static String scale(int place) {
    return "scale " + place;
  }

  /** One of the items, or parts, that a scale names. */
  static String member(int scalePlace, String member) {
    return "scale " + scalePlace + " member " + member;
  }

  static String critical(int place) {
    return "critical " + place;
  }
}
