package health.trellis.notes;

/**
 * One section of a note.
 *
 * @param copied whether it was copied from an earlier note and not edited since
 */
public record SectionView(String code, boolean required, String text, boolean copied) {}
