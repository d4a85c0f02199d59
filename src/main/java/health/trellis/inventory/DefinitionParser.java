package health.trellis.inventory;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the bytes of a definition into {@link Node}s that remember their lines. Takes strict UTF-8
 * and strict JSON; a field written twice is refused.
 */
final class DefinitionParser {
  private static final int DEEPEST = 16;
  private static final int LONGEST_NUMBER = 20;
  private static final int LARGEST = 1_000_000;

  private final String file;
  private final JsonParser parser;

  private DefinitionParser(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  static Node parse(String file, byte[] bytes) {
    if (bytes.length > LARGEST) {
      throw new MalformedInventory(file, 1, "larger than " + LARGEST + " bytes");
    }
    try (JsonParser parser = Json.createParser(new StringReader(decode(file, bytes)))) {
      DefinitionParser definition = new DefinitionParser(file, parser);
      Node root = definition.value(definition.next(), 1);
      if (parser.hasNext()) {
        throw definition.malformed("something follows the end of the definition");
      }
      return root;
    } catch (JsonParsingException e) {
      int line = Math.max(1, (int) e.getLocation().getLineNumber());
      throw new MalformedInventory(file, line, "not well-formed JSON");
    }
  }

  private static String decode(String file, byte[] bytes) {
    CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = strict.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      throw new MalformedInventory(file, line, "not UTF-8");
    }
    return text.toString();
  }

  private JsonParser.Event next() {
    if (!parser.hasNext()) {
      throw malformed("the definition ends too early");
    }
    return parser.next();
  }

  private Node value(JsonParser.Event event, int depth) {
    if (depth > DEEPEST) {
      throw malformed("nested more than " + DEEPEST + " deep");
    }
    return switch (event) {
      case START_OBJECT -> fields(depth);
      case START_ARRAY -> values(depth);
      case VALUE_STRING -> new Node.Text(line(), parser.getString());
      case VALUE_NUMBER -> new Node.Decimal(line(), number(parser.getString()));
      case VALUE_TRUE -> new Node.Flag(line(), true);
      case VALUE_FALSE -> new Node.Flag(line(), false);
      case VALUE_NULL -> new Node.Nothing(line());
      case KEY_NAME, END_ARRAY, END_OBJECT -> throw malformed("a value is missing");
    };
  }

  private Node fields(int depth) {
    int line = line();
    Map<String, Node> byName = new LinkedHashMap<>();
    while (next() == JsonParser.Event.KEY_NAME) {
      String name = parser.getString();
      if (byName.containsKey(name)) {
        throw malformed("field \"" + name + "\" is written twice");
      }
      byName.put(name, value(next(), depth + 1));
    }
    return new Node.Fields(line, byName);
  }

  private Node values(int depth) {
    int line = line();
    List<Node> list = new ArrayList<>();
    for (JsonParser.Event event = next(); event != JsonParser.Event.END_ARRAY; event = next()) {
      list.add(value(event, depth + 1));
    }
    return new Node.Values(line, list);
  }

  /** Taken from its text, because the parser's own conversion fails without a line. */
  private BigDecimal number(String written) {
    if (written.length() > LONGEST_NUMBER) {
      throw malformed("a number is too long: at most " + LONGEST_NUMBER + " characters");
    }
    try {
      return new BigDecimal(written);
    } catch (NumberFormatException e) {
      throw malformed("a number is too large: " + written);
    }
  }

  private int line() {
    return (int) parser.getLocation().getLineNumber();
  }

  private MalformedInventory malformed(String problem) {
    return new MalformedInventory(file, line(), problem);
  }
}
