package health.trellis.notes;

/**
 * One section of a note.
 *
 * @param id names it on a page, in letters and digits
 * @param name what the clinic calls it; empty in a usual form, whose words are in the bundles
 * @param hint a line below its name; empty where there is none
 * @param copied whether it was copied from an earlier note and not edited since
 */
public record SectionView(
    String id,
    String code,
    String name,
    String hint,
    boolean required,
    String text,
    boolean copied) {}
