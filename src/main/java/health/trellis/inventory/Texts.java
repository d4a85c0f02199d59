package health.trellis.inventory;

/** The one rule for texts in a definition: they say something. */
final class Texts {
  private Texts() {}

  static void require(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
  }
}
