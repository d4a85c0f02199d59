package health.trellis.inventory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules that hold between the parts of an {@link Inventory}; each part checks itself alone.
 * Places count from 1.
 */
record Consistency(
    InventoryCode code,
    int version,
    String language,
    List<ResponseOption> responses,
    List<Section> sections,
    List<Scale> scales,
    List<CriticalItem> critical) {

  private static final Pattern LANGUAGE =
      Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?");

  /** Throws {@link InconsistentInventory} for the first rule that is broken. */
  void require() {
    requireIdentity();
    requireResponses();
    Map<ItemCode, Item> items = requireItems();
    requireScales(items);
    requireEveryItemCounted(items);
    requireCritical(items);
  }

  private void requireIdentity() {
    if (version < 1) {
      throw broken(Subject.field("version"), "versions are numbered from 1, not " + version);
    }
    if (!LANGUAGE.matcher(language).matches()) {
      throw broken(
          Subject.field("language"), "not a language tag such as en or pt-BR: " + language);
    }
  }

  private void requireResponses() {
    if (responses.size() < 2) {
      throw broken(Subject.field("responses"), "an item needs at least two answers to choose from");
    }
    Set<String> labels = new HashSet<>();
    for (int i = 0; i < responses.size(); i++) {
      ResponseOption option = responses.get(i);
      if (i > 0 && option.value() <= responses.get(i - 1).value()) {
        throw broken(
            Subject.response(i + 1),
            "answers run from low to high: "
                + option.value()
                + " cannot follow "
                + responses.get(i - 1).value());
      }
      if (!labels.add(option.label())) {
        throw broken(Subject.response(i + 1), "two answers read \"" + option.label() + "\"");
      }
    }
  }

  private Map<ItemCode, Item> requireItems() {
    Map<ItemCode, Item> items = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    if (sections.isEmpty()) {
      throw broken(Subject.field("sections"), "an inventory needs at least one section");
    }
    for (int i = 0; i < sections.size(); i++) {
      if (!names.add(sections.get(i).code())) {
        throw broken(Subject.section(i + 1), "duplicate section " + sections.get(i).code());
      }
      for (Item item : sections.get(i).items()) {
        String subject = Subject.item(items.size() + 1);
        if (items.put(item.code(), item) != null) {
          throw broken(subject, "duplicate item " + item.code());
        }
        if (item.number() != items.size()) {
          throw broken(subject, "item " + item.code() + " must have number " + items.size());
        }
      }
    }
    return items;
  }

  private void requireScales(Map<ItemCode, Item> items) {
    Map<ScaleCode, Scale> known = new LinkedHashMap<>();
    for (Scale scale : scales) {
      int place = known.size() + 1;
      if (known.put(scale.code(), scale) != null) {
        throw broken(Subject.scale(place), "duplicate scale " + scale.code());
      }
      if (totals(known) > 1) {
        throw broken(Subject.scale(place), "an inventory has one total at most");
      }
      requireMembers(scale, place, items);
      requireParts(scale, place, known);
    }
  }

  private static long totals(Map<ScaleCode, Scale> known) {
    return known.values().stream().filter(scale -> scale.kind() == Scale.Kind.TOTAL).count();
  }

  private static void requireMembers(Scale scale, int place, Map<ItemCode, Item> items) {
    for (ItemCode member : scale.items()) {
      @Nullable Item item = items.get(member);
      String subject = Subject.member(place, member.value());
      if (item == null) {
        throw broken(subject, "scale " + scale.code() + " names an unknown item: " + member);
      }
      if (item.kind() != scale.kind().counts()) {
        throw broken(
            subject,
            "scale "
                + scale.code()
                + " must not count item "
                + member
                + ", which is of another kind");
      }
    }
  }

  /** That a part is a subscale follows: of its items no other kind of scale may count any. */
  private static void requireParts(Scale scale, int place, Map<ScaleCode, Scale> known) {
    List<ItemCode> items = new ArrayList<>();
    for (ScaleCode code : scale.parts()) {
      @Nullable Scale part = known.get(code);
      String subject = Subject.member(place, code.value());
      if (part == null) {
        throw broken(subject, "scale " + scale.code() + " adds up " + code + ", not found above");
      }
      if (part.missing().method() != MissingRule.Method.PRORATE) {
        throw broken(subject, "scale " + scale.code() + " adds up " + code + ", which is no sum");
      }
      items.addAll(part.items());
    }
    if (scale.madeOfParts() && !items.equals(scale.items())) {
      throw broken(Subject.scale(place), "scale " + scale.code() + " must count its parts' items");
    }
  }

  private void requireEveryItemCounted(Map<ItemCode, Item> items) {
    Set<ItemCode> counted = new HashSet<>();
    scales.forEach(scale -> counted.addAll(scale.items()));
    for (Item item : items.values()) {
      if (item.kind() != Item.Kind.UNSCORED && !counted.contains(item.code())) {
        throw broken(Subject.item(item.number()), "no scale counts item " + item.code());
      }
    }
  }

  private void requireCritical(Map<ItemCode, Item> items) {
    Set<Integer> values = new HashSet<>();
    responses.forEach(option -> values.add(option.value()));
    Set<ItemCode> named = new HashSet<>();
    for (CriticalItem each : critical) {
      String subject = Subject.critical(named.size() + 1);
      if (!items.containsKey(each.item())) {
        throw broken(subject, "unknown critical item: " + each.item());
      }
      if (!named.add(each.item())) {
        throw broken(subject, "critical item " + each.item() + " is named twice");
      }
      if (!values.containsAll(each.values())) {
        throw broken(subject, "critical item " + each.item() + " waits for an impossible answer");
      }
    }
  }

  private static InconsistentInventory broken(String subject, String problem) {
    return new InconsistentInventory(subject, problem);
  }
}
