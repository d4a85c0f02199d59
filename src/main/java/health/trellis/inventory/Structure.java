package health.trellis.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * All of an inventory that a translation must keep: everything but its words. Two languages of a
 * version have the same structure, so the same answers make the same scores.
 */
record Structure(List<Fact> facts) {

  /** One thing that must be the same, and the part of the definition that says it. */
  record Fact(String subject, String words) {}

  static Structure of(Inventory inventory) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(Subject.field("lowerIsBetter"), "lower is better: " + inventory.lowerIsBetter()));
    int place = 0;
    facts.add(
        new Fact(Subject.field("responses"), inventory.responses().size() + " answers to choose"));
    for (ResponseOption option : inventory.responses()) {
      place++;
      facts.add(new Fact(Subject.response(place), "answer " + place + " counts " + option.value()));
    }
    addSections(inventory, facts);
    addScales(inventory, facts);
    place = 0;
    for (CriticalItem each : inventory.critical()) {
      place++;
      facts.add(
          new Fact(
              Subject.critical(place),
              each.item() + " is critical at " + new TreeSet<>(each.values())));
    }
    facts.add(new Fact(Subject.INVENTORY, place + " critical items"));
    return new Structure(List.copyOf(facts));
  }

  private static void addSections(Inventory inventory, List<Fact> facts) {
    facts.add(new Fact(Subject.field("sections"), inventory.sections().size() + " sections"));
    int place = 0;
    for (Section section : inventory.sections()) {
      place++;
      String words = "section " + section.code() + " has " + section.items().size() + " items";
      facts.add(new Fact(Subject.section(place), words));
      for (Item item : section.items()) {
        facts.add(
            new Fact(
                Subject.item(item.number()),
                "item %d is %s, %s, reversed: %s, required: %s"
                    .formatted(
                        item.number(),
                        item.code(),
                        item.kind(),
                        item.reversed(),
                        item.required())));
      }
    }
  }

  private static void addScales(Inventory inventory, List<Fact> facts) {
    int place = 0;
    for (Scale scale : inventory.scales()) {
      place++;
      List<String> bands =
          scale.bands().stream()
              .map(band -> band.code() + " " + band.from() + " to " + band.to())
              .toList();
      facts.add(
          new Fact(
              Subject.scale(place),
              "scale %s is %s of %s by %s with bands %s"
                  .formatted(scale.code(), scale.kind(), scale.items(), scale.missing(), bands)));
    }
    facts.add(new Fact(Subject.INVENTORY, place + " scales"));
  }
}
