package health.trellis.inventory;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one object of a definition, each as the type it must have. Whatever does not
 * fit is refused with the line it stands on: a field nobody knows, one that is missing, a value of
 * the wrong sort.
 */
final class FieldReader {
  private static final BigDecimal LARGEST = BigDecimal.valueOf(100_000);

  private final String file;
  private final Node.Fields object;

  private FieldReader(String file, Node.Fields object) {
    this.file = file;
    this.object = object;
  }

  /** A reader of this object, which may have the fields named and no others. */
  static FieldReader of(String file, Node node, String... known) {
    if (!(node instanceof Node.Fields object)) {
      throw new MalformedInventory(file, node.line(), "expected an object, found " + node.what());
    }
    Set<String> names = Set.of(known);
    object
        .byName()
        .forEach(
            (name, value) -> {
              if (!names.contains(name)) {
                throw new MalformedInventory(file, value.line(), "unknown field \"" + name + "\"");
              }
            });
    return new FieldReader(file, object);
  }

  int line() {
    return object.line();
  }

  /** The line of a field, or of the object where the field is absent. */
  int line(String name) {
    @Nullable Node node = object.byName().get(name);
    return node == null ? object.line() : node.line();
  }

  boolean has(String name) {
    return object.byName().containsKey(name);
  }

  String text(String name) {
    Node node = get(name);
    if (!(node instanceof Node.Text text)) {
      throw wrongSort(name, "a text", node);
    }
    if (text.text().isBlank()) {
      throw new MalformedInventory(file, node.line(), "field \"" + name + "\" must not be blank");
    }
    return text.text();
  }

  int whole(String name) {
    return whole(name, get(name));
  }

  /** The whole numbers of a list, each once. */
  Set<Integer> wholes(String name) {
    Set<Integer> numbers = new LinkedHashSet<>();
    list(name).forEach(node -> numbers.add(whole(name, node)));
    return numbers;
  }

  BigDecimal decimal(String name) {
    return decimal(name, get(name));
  }

  private int whole(String name, Node node) {
    BigDecimal number = decimal(name, node);
    if (number.stripTrailingZeros().scale() > 0) {
      throw new MalformedInventory(
          file, node.line(), "field \"" + name + "\" must be a whole number, not " + number);
    }
    return number.intValue();
  }

  private BigDecimal decimal(String name, Node node) {
    if (!(node instanceof Node.Decimal decimal)) {
      throw wrongSort(name, "a number", node);
    }
    BigDecimal number = decimal.number();
    if (number.abs().compareTo(LARGEST) > 0 || number.stripTrailingZeros().scale() > 2) {
      throw new MalformedInventory(
          file,
          node.line(),
          "field \"" + name + "\" must have at most two decimals and lie within ±" + LARGEST);
    }
    return number;
  }

  boolean flag(String name) {
    Node node = get(name);
    if (!(node instanceof Node.Flag flag)) {
      throw wrongSort(name, "true or false", node);
    }
    return flag.flag();
  }

  boolean flag(String name, boolean whereAbsent) {
    return has(name) ? flag(name) : whereAbsent;
  }

  /** One of the constants of an enum, written in lower case with hyphens. */
  <E extends Enum<E>> E choice(String name, Class<E> type) {
    String word = text(name);
    for (E constant : type.getEnumConstants()) {
      if (written(constant).equals(word)) {
        return constant;
      }
    }
    String choices =
        Arrays.stream(type.getEnumConstants())
            .map(FieldReader::written)
            .collect(Collectors.joining(", "));
    throw new MalformedInventory(
        file, line(name), "field \"" + name + "\" is \"" + word + "\", not one of " + choices);
  }

  /** The values of a list; none where the field is absent. */
  List<Node> list(String name) {
    if (!has(name)) {
      return List.of();
    }
    Node node = get(name);
    if (!(node instanceof Node.Values values)) {
      throw wrongSort(name, "a list", node);
    }
    return values.list();
  }

  Node get(String name) {
    @Nullable Node node = object.byName().get(name);
    if (node == null) {
      throw new MalformedInventory(file, object.line(), "missing field \"" + name + "\"");
    }
    return node;
  }

  /** What is made of this object; if it refuses what it is given, so does the file, here. */
  <T> T make(Supplier<T> maker) {
    return makeAt(object.line(), maker);
  }

  /** What is made of a field; if it refuses what it is given, so does the file, on its line. */
  <T> T make(String name, Supplier<T> maker) {
    return makeAt(line(name), maker);
  }

  private <T> T makeAt(int line, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw new MalformedInventory(file, line, String.valueOf(e.getMessage()));
    }
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private MalformedInventory wrongSort(String name, String expected, Node found) {
    return new MalformedInventory(
        file,
        found.line(),
        "field \"" + name + "\" must be " + expected + ", found " + found.what());
  }
}
