package health.trellis.inventory;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A value in a definition file, with the line it stands on, from 1. */
sealed interface Node {
  int line();

  /** What a person would call this sort of value. */
  String what();

  /** Fields by name, in the order written. */
  record Fields(int line, Map<String, Node> byName) implements Node {
    @Override
    public String what() {
      return "an object";
    }
  }

  /** Values in order. */
  record Values(int line, List<Node> list) implements Node {
    @Override
    public String what() {
      return "a list";
    }
  }

  /** A text. */
  record Text(int line, String text) implements Node {
    @Override
    public String what() {
      return "a text";
    }
  }

  /** A number, exactly as written. */
  record Decimal(int line, BigDecimal number) implements Node {
    @Override
    public String what() {
      return "a number";
    }
  }

  /** True or false. */
  record Flag(int line, boolean flag) implements Node {
    @Override
    public String what() {
      return "true or false";
    }
  }

  /** The word null, which no field takes. */
  record Nothing(int line) implements Node {
    @Override
    public String what() {
      return "null";
    }
  }
}
