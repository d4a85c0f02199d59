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
    List<Scale> scales = new ScaleReader(file, lines).read(in.list("scales"));
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
