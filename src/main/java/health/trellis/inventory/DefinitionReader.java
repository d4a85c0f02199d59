package health.trellis.inventory;

import health.trellis.inventory.Item.Kind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Makes an {@link Inventory} of the bytes of a definition file. Each part checks itself where it is
 * made, so a fault is reported on the line it stands on. The format is described in {@code
 * docs/inventory.md}.
 */
final class DefinitionReader {
  private final String file;
  private final Map<String, Integer> lines = new HashMap<>();
  private int items = 0;

  private DefinitionReader(String file) {
    this.file = file;
  }

  /**
   * @throws MalformedInventory naming the file and the line of the first fault
   */
  static Definition read(String file, byte[] bytes) {
    DefinitionReader reader = new DefinitionReader(file);
    try {
      Inventory inventory =
          reader.inventory(DefinitionParser.parse(file, bytes), fingerprint(bytes));
      return new Definition(file, inventory, reader.lines);
    } catch (InconsistentInventory e) {
      int line = reader.lines.getOrDefault(e.subject(), 1);
      throw new MalformedInventory(file, line, String.valueOf(e.getMessage()));
    }
  }

  private static String fingerprint(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private Inventory inventory(Node root, String fingerprint) {
    FieldReader in =
        FieldReader.of(
            file,
            root,
            "inventory",
            "version",
            "language",
            "title",
            "why",
            "whoSees",
            "timeframe",
            "minutes",
            "lowerIsBetter",
            "licence",
            "citation",
            "validation",
            "responses",
            "sections",
            "scales",
            "critical");
    for (String name : List.of("version", "language", "lowerIsBetter", "responses", "sections")) {
      lines.put(Subject.field(name), in.line(name));
    }
    InventoryCode code = in.make("inventory", () -> new InventoryCode(in.text("inventory")));
    int version = in.whole("version");
    String language = in.text("language");
    About about = about(in);
    boolean lowerIsBetter = in.flag("lowerIsBetter");
    List<ResponseOption> responses = responses(in);
    List<Section> sections = sections(in);
    List<Scale> scales = scales(in);
    List<CriticalItem> critical = critical(in);
    return new Inventory(
        code,
        version,
        language,
        about,
        lowerIsBetter,
        responses,
        sections,
        scales,
        critical,
        fingerprint);
  }

  private static About about(FieldReader in) {
    return in.make(
        "minutes",
        () ->
            new About(
                in.text("title"),
                in.text("why"),
                in.text("whoSees"),
                in.text("timeframe"),
                in.whole("minutes"),
                in.text("licence"),
                in.text("citation"),
                in.text("validation")));
  }

  private List<ResponseOption> responses(FieldReader in) {
    List<ResponseOption> responses = new ArrayList<>();
    for (Node node : in.list("responses")) {
      FieldReader each = FieldReader.of(file, node, "value", "label");
      responses.add(each.make(() -> new ResponseOption(each.whole("value"), each.text("label"))));
      lines.put(Subject.response(responses.size()), each.line());
    }
    return responses;
  }

  private List<Section> sections(FieldReader in) {
    List<Section> sections = new ArrayList<>();
    for (Node node : in.list("sections")) {
      FieldReader each = FieldReader.of(file, node, "code", "title", "instruction", "items");
      lines.put(Subject.section(sections.size() + 1), each.line());
      List<Item> inSection = new ArrayList<>();
      each.list("items").forEach(item -> inSection.add(item(item)));
      sections.add(
          each.make(
              () ->
                  new Section(
                      each.text("code"), each.text("title"), each.text("instruction"), inSection)));
    }
    return sections;
  }

  private Item item(Node node) {
    FieldReader in = FieldReader.of(file, node, "code", "kind", "text", "reversed", "required");
    items++;
    lines.put(Subject.item(items), in.line());
    return in.make(
        () ->
            new Item(
                new ItemCode(in.text("code")),
                items,
                in.text("text"),
                in.flag("reversed", false),
                in.flag("required", true),
                in.choice("kind", Kind.class)));
  }

  private List<Scale> scales(FieldReader in) {
    Map<String, List<ItemCode>> known = new HashMap<>();
    List<Scale> scales = new ArrayList<>();
    for (Node node : in.list("scales")) {
      Scale scale = scale(node, scales.size() + 1, known);
      known.put(scale.code().value(), scale.items());
      scales.add(scale);
    }
    return scales;
  }

  private Scale scale(Node node, int place, Map<String, List<ItemCode>> known) {
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
    List<ItemCode> counted = new ArrayList<>();
    List<ScaleCode> parts = new ArrayList<>();
    for (Node member : in.list("items")) {
      counted.add(in.make(() -> new ItemCode(member(place, member))));
    }
    for (Node member : in.list("parts")) {
      parts.add(in.make(() -> new ScaleCode(member(place, member))));
      counted.addAll(known.getOrDefault(member(place, member), List.of()));
    }
    if (in.has("items") == in.has("parts")) {
      throw new MalformedInventory(file, in.line(), "a scale names either items or parts");
    }
    MissingRule missing = missing(in.get("missing"), parts.size());
    List<Band> bands = bands(in);
    requireKnown(place, parts, known);
    return in.make(
        () ->
            new Scale(
                new ScaleCode(in.text("code")),
                in.choice("kind", Scale.Kind.class),
                in.text("title"),
                in.text("description"),
                counted,
                parts,
                missing,
                bands));
  }

  private void requireKnown(int place, List<ScaleCode> parts, Map<String, List<ItemCode>> known) {
    for (ScaleCode part : parts) {
      if (!known.containsKey(part.value())) {
        throw new InconsistentInventory(
            Subject.member(place, part.value()), "no scale " + part + " stands above");
      }
    }
  }

  private String member(int place, Node node) {
    if (!(node instanceof Node.Text text)) {
      throw new MalformedInventory(file, node.line(), "expected a code, found " + node.what());
    }
    lines.put(Subject.member(place, text.text()), node.line());
    return text.text();
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

  private List<CriticalItem> critical(FieldReader in) {
    List<CriticalItem> critical = new ArrayList<>();
    for (Node node : in.list("critical")) {
      FieldReader each = FieldReader.of(file, node, "item", "values", "reason");
      lines.put(Subject.critical(critical.size() + 1), each.line());
      critical.add(
          each.make(
              () ->
                  new CriticalItem(
                      new ItemCode(each.text("item")),
                      each.wholes("values"),
                      each.text("reason"))));
    }
    return critical;
  }
}
