package health.trellis.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the scales of a definition: what is scored together, from which items, by which rule. */
final class ScaleReader {
  private final String file;
  private final Map<String, Integer> lines;
  private final Map<ScaleCode, Scale> above = new HashMap<>();

  /**
   * @param file the name that faults are reported under
   * @param lines where the lines of the scales are noted, by their {@link Subject}
   */
  ScaleReader(String file, Map<String, Integer> lines) {
    this.file = file;
    this.lines = lines;
  }

  /** The scales, in the order written. */
  List<Scale> read(List<Node> nodes) {
    List<Scale> scales = new ArrayList<>();
    for (Node node : nodes) {
      Scale scale = scale(node, scales.size() + 1);
      above.put(scale.code(), scale);
      scales.add(scale);
    }
    return scales;
  }

  private Scale scale(Node node, int place) {
    FieldReader in =
        FieldReader.of(
            file,
            node,
            "code",
            "kind",
            "title",
            "description",
            "items",
            "parts",
            "missing",
            "bands");
    lines.put(Subject.scale(place), in.line());
    if (in.has("items") == in.has("parts")) {
      throw new MalformedInventory(file, in.line(), "a scale names either items or parts");
    }
    List<ScaleCode> parts = codes(place, in, "parts", ScaleCode::new);
    List<ItemCode> items =
        in.has("items") ? codes(place, in, "items", ItemCode::new) : itemsOf(place, parts);
    MissingRule missing = missing(in.get("missing"), parts.size());
    List<Band> bands = bands(in);
    return in.make(
        () ->
            new Scale(
                new ScaleCode(in.text("code")),
                in.choice("kind", Scale.Kind.class),
                in.text("title"),
                in.text("description"),
                items,
                parts,
                missing,
                bands));
  }

  private <C> List<C> codes(int place, FieldReader in, String name, Function<String, C> code) {
    List<C> codes = new ArrayList<>();
    for (Node node : in.list(name)) {
      if (!(node instanceof Node.Text text)) {
        throw new MalformedInventory(file, node.line(), "expected a code, found " + node.what());
      }
      lines.put(Subject.member(place, text.text()), node.line());
      codes.add(in.make(name, () -> code.apply(text.text())));
    }
    return codes;
  }

  private List<ItemCode> itemsOf(int place, List<ScaleCode> parts) {
    List<ItemCode> items = new ArrayList<>();
    for (ScaleCode part : parts) {
      @Nullable Scale scale = above.get(part);
      if (scale == null) {
        throw new InconsistentInventory(
            Subject.member(place, part.value()), "no scale " + part + " stands above");
      }
      items.addAll(scale.items());
    }
    return items;
  }

  private MissingRule missing(Node node, int parts) {
    FieldReader in = FieldReader.of(file, node, "answered", "method", "decimals", "rounding");
    MissingRule.Method method = in.choice("method", MissingRule.Method.class);
    boolean everyPart = method == MissingRule.Method.EVERY_PART;
    if (everyPart && in.has("answered")) {
      throw new MalformedInventory(
          file, in.line("answered"), "every-part has no number answered: each part has its own");
    }
    int minimum = everyPart ? parts : in.whole("answered");
    return in.make(
        () ->
            new MissingRule(
                minimum,
                method,
                new Rounding(in.whole("decimals"), in.choice("rounding", Rounding.Mode.class))));
  }

  private List<Band> bands(FieldReader in) {
    List<Band> bands = new ArrayList<>();
    for (Node node : in.list("bands")) {
      FieldReader each = FieldReader.of(file, node, "code", "label", "from", "to", "citation");
      bands.add(
          each.make(
              () ->
                  new Band(
                      each.text("code"),
                      each.text("label"),
                      each.decimal("from"),
                      each.decimal("to"),
                      each.text("citation"))));
    }
    return bands;
  }
}
