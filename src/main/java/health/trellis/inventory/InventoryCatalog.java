package health.trellis.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The instruments there are, each in every version and language that was ever given. Immutable: it
 * is read once, at start, and a definition that is wrong stops the start.
 */
public final class InventoryCatalog {
  private static final String FOLDER = "/inventories/";
  private static final String INDEX = "index.txt";

  private final List<Definition> definitions;

  private InventoryCatalog(List<Definition> definitions) {
    this.definitions = List.copyOf(definitions);
  }

  /**
   * The instruments that come with Trellis: the files that {@code inventories/index.txt} names, one
   * a line.
   *
   * @throws MalformedInventory naming the file and the line of the first fault
   */
  public static InventoryCatalog load() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<String> names =
        new String(resource(INDEX, 1, INDEX), StandardCharsets.UTF_8).lines().toList();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).strip();
      if (!name.isEmpty()) {
        files.put(name, resource(INDEX, i + 1, name));
      }
    }
    return of(files);
  }

  /**
   * A catalogue of these definitions.
   *
   * @param files the bytes of each definition, by the name that faults are reported under
   * @throws MalformedInventory naming the file and the line of the first fault
   */
  public static InventoryCatalog of(Map<String, byte[]> files) {
    InventoryCatalog catalog = new InventoryCatalog(List.of());
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      catalog = catalog.with(file.getKey(), file.getValue());
    }
    return catalog;
  }

  /**
   * This catalogue and one more definition, such as an instrument a clinic brings.
   *
   * @param name the name that faults are reported under
   * @throws MalformedInventory naming the line of the first fault; also when the catalogue already
   *     has this version in this language, or has it in another with a different structure
   */
  public InventoryCatalog with(String name, byte[] bytes) {
    Definition added = DefinitionReader.read(name, bytes);
    for (Definition present : definitions) {
      if (sameVersion(present.inventory(), added.inventory())) {
        requireSibling(present, added);
      }
    }
    List<Definition> more = new ArrayList<>(definitions);
    more.add(added);
    return new InventoryCatalog(more);
  }

  /** Every inventory, in the order read. */
  public List<Inventory> list() {
    return definitions.stream().map(Definition::inventory).toList();
  }

  /** One version in one language, or empty when there is none. */
  public Optional<Inventory> find(InventoryCode code, int version, String language) {
    return list().stream()
        .filter(each -> each.code().equals(code))
        .filter(each -> each.version() == version && each.language().equals(language))
        .findFirst();
  }

  /** One version in one language. */
  public Inventory get(InventoryCode code, int version, String language) {
    return find(code, version, language)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "no inventory " + code + " version " + version + " in " + language));
  }

  /** The newest version in a language: what is given from now on. */
  public Inventory latest(InventoryCode code, String language) {
    return list().stream()
        .filter(each -> each.code().equals(code) && each.language().equals(language))
        .max(Comparator.comparingInt(Inventory::version))
        .orElseThrow(() -> new NoSuchElementException("no inventory " + code + " in " + language));
  }

  /** The languages a version is there in, in the order read. */
  public List<String> languages(InventoryCode code, int version) {
    return list().stream()
        .filter(each -> each.code().equals(code) && each.version() == version)
        .map(Inventory::language)
        .toList();
  }

  private static boolean sameVersion(Inventory one, Inventory other) {
    return one.code().equals(other.code()) && one.version() == other.version();
  }

  private static void requireSibling(Definition present, Definition added) {
    if (present.inventory().language().equals(added.inventory().language())) {
      throw new MalformedInventory(
          added.file(),
          added.line(Subject.field("version")),
          "the same inventory, version and language as " + present.file());
    }
    List<Structure.Fact> there = Structure.of(present.inventory()).facts();
    List<Structure.Fact> here = Structure.of(added.inventory()).facts();
    for (int i = 0; i < here.size(); i++) {
      String other = i < there.size() ? there.get(i).words() : "nothing";
      if (!here.get(i).words().equals(other)) {
        throw new MalformedInventory(
            added.file(),
            added.line(here.get(i).subject()),
            "differs from "
                + present.file()
                + ": here "
                + here.get(i).words()
                + ", there "
                + other);
      }
    }
  }

  private static byte[] resource(String from, int line, String name) {
    try (InputStream in = InventoryCatalog.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new MalformedInventory(from, line, "there is no file " + FOLDER + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FOLDER + name, e);
    }
  }
}
