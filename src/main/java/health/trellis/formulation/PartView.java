package health.trellis.formulation;

import java.util.List;

/** One of the five parts of a version, with its entries in their order. */
public record PartView(FormulationPart part, List<EntryView> entries) {}
