package health.trellis.notes;

import health.trellis.kernel.NoteId;
import health.trellis.kernel.PersonId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A note as one reads it.
 *
 * @param copied the sections that were copied from an earlier note and not edited since
 * @param own whether the reader is its author
 * @param signedAt null while it is a draft
 * @param hash SHA-256 of what was signed; null while it is a draft
 * @param cosignWanted whether a trainee signed it
 * @param cosignedAt null until it is cosigned
 * @param erasedAt since when its text is gone; null while it is there
 * @param version what a save or a signature must have seen
 */
public record NoteContent(
    NoteId id,
    NoteTemplate template,
    NoteText text,
    List<String> copied,
    PersonId author,
    boolean own,
    Instant savedAt,
    @Nullable Instant signedAt,
    byte @Nullable [] hash,
    boolean cosignWanted,
    @Nullable Instant cosignedAt,
    @Nullable PersonId cosigner,
    @Nullable Instant erasedAt,
    long version) {
  /** Whether it can still be written in. */
  public boolean draft() {
    return signedAt == null;
  }

  /** Whether it waits for its author's supervisor. */
  public boolean waiting() {
    return signedAt != null && cosignWanted && cosignedAt == null;
  }

  /** How it stands. */
  public NoteState state() {
    if (draft()) {
      return NoteState.DRAFT;
    }
    if (waiting()) {
      return NoteState.WAITING;
    }
    return cosignedAt == null ? NoteState.SIGNED : NoteState.COSIGNED;
  }

  /** The first 16 digits of the hash, for people to compare; empty while it is a draft. */
  public String seal() {
    return hash == null ? "" : HexFormat.of().formatHex(hash, 0, 8);
  }

  /** The sections with what stands in them, in the template's order. */
  public List<SectionView> sections() {
    return IntStream.range(0, template.sections().size()).mapToObj(this::section).toList();
  }

  private SectionView section(int place) {
    NoteTemplate.Section section = template.sections().get(place);
    String code = section.code();
    return new SectionView(
        template.own() ? "own" + (place + 1) : code,
        code,
        template.own() ? code : "",
        section.hint(),
        section.required(),
        text.in(code),
        copied.contains(code));
  }

  /** The first words of it, for a list. */
  public String beginning() {
    String all =
        template.sections().stream()
            .map(section -> text.in(section.code()).strip())
            .filter(words -> !words.isEmpty())
            .findFirst()
            .orElse("")
            .replaceAll("\\s+", " ");
    return all.codePointCount(0, all.length()) <= 120
        ? all
        : all.substring(0, all.offsetByCodePoints(0, 119)) + "…";
  }
}
