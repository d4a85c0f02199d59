package health.trellis.notes;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A set of named sections that a note is written in: one of the usual forms of the field (data,
 * assessment, plan; subjective, objective, assessment, plan; behaviour, intervention, response,
 * plan; free text), or one that the clinic made.
 *
 * @param code names it in storage: a usual form by its name, a clinic's own by its id
 * @param name what the clinic calls it; empty for a usual form, whose words are in the bundles
 */
public record NoteTemplate(String code, String name, List<Section> sections)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final NoteTemplate DAP =
      form("DAP", required("data"), required("assessment"), required("plan"));
  public static final NoteTemplate SOAP =
      form(
          "SOAP",
          required("subjective"),
          optional("objective"),
          required("assessment"),
          required("plan"));
  public static final NoteTemplate BIRP =
      form(
          "BIRP",
          required("behaviour"),
          required("intervention"),
          required("response"),
          required("plan"));
  public static final NoteTemplate FREE = form("FREE", required("text"));

  /** The forms that every clinic has. */
  public static final List<NoteTemplate> USUAL = List.of(DAP, SOAP, BIRP, FREE);

  /**
   * One section.
   *
   * @param code names it in storage: in a usual form the end of its key in the bundles, in a
   *     clinic's own form its name
   * @param hint a line below its name; empty where there is none
   * @param required whether a note cannot be signed while it is empty
   */
  public record Section(String code, String hint, boolean required) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  public NoteTemplate {
    sections = List.copyOf(sections);
  }

  /** The usual form of this name. */
  public static Optional<NoteTemplate> usual(@Nullable String code) {
    return USUAL.stream().filter(each -> each.code().equals(code)).findFirst();
  }

  /** Whether the clinic made it. */
  public boolean own() {
    return !name.isEmpty();
  }

  /** The section with this code, where the template has it. */
  public Optional<Section> find(String code) {
    return sections.stream().filter(section -> section.code().equals(code)).findFirst();
  }

  private static NoteTemplate form(String code, Section... sections) {
    return new NoteTemplate(code, "", List.of(sections));
  }

  private static Section required(String code) {
    return new Section(code, "", true);
  }

  private static Section optional(String code) {
    return new Section(code, "", false);
  }
}
