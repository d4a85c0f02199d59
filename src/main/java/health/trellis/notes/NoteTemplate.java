package health.trellis.notes;

import java.util.List;
import java.util.Optional;

/**
 * A set of named sections that a note is written in. The first three are the usual forms of the
 * field: data, assessment, plan; subjective, objective, assessment, plan; behaviour, intervention,
 * response, plan.
 */
public enum NoteTemplate {
  DAP(required("data"), required("assessment"), required("plan")),
  SOAP(required("subjective"), optional("objective"), required("assessment"), required("plan")),
  BIRP(required("behaviour"), required("intervention"), required("response"), required("plan")),
  FREE(required("text"));

  /**
   * One section.
   *
   * @param code names it in storage and in the message bundles
   * @param required whether a note cannot be signed while it is empty
   */
  public record Section(String code, boolean required) {}

  private final List<Section> sections;

  NoteTemplate(Section... sections) {
    this.sections = List.of(sections);
  }

  /** The sections in their order. */
  public List<Section> sections() {
    return sections;
  }

  /** The section with this code, where the template has it. */
  public Optional<Section> find(String code) {
    return sections.stream().filter(section -> section.code().equals(code)).findFirst();
  }

  private static Section required(String code) {
    return new Section(code, true);
  }

  private static Section optional(String code) {
    return new Section(code, false);
  }
}
