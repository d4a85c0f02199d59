package health.trellis.formulation.web;

import health.trellis.formulation.EntryDraft;
import health.trellis.formulation.EntryView;
import health.trellis.formulation.FormulationPart;
import health.trellis.formulation.LinkedBelief;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.Identifier;
import health.trellis.kernel.TimeOrderedUuid;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What is typed of one entry. */
public class EntryFields implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int NO_AGE = -1;

  private String line = TimeOrderedUuid.next().toString();
  private String words = "";
  private @Nullable String age;
  private @Nullable String belief;

  /** The fields of an entry that stands. */
  static EntryFields of(EntryView entry) {
    LinkedBelief linked = entry.belief();
    EntryFields fields = of(entry.words(), entry.age(), linked == null ? null : linked.id());
    fields.line = entry.line().toString();
    return fields;
  }

  /** The fields of a new entry with a text to begin with. */
  static EntryFields of(String words, @Nullable Integer age, @Nullable BeliefId belief) {
    EntryFields fields = new EntryFields();
    fields.words = words;
    fields.age = age == null ? null : age.toString();
    fields.belief = belief == null ? null : belief.toString();
    return fields;
  }

  /** The entry that it makes. */
  EntryDraft draft(FormulationPart part) {
    return new EntryDraft(
        Identifier.parse(line), part, words, years(), belief == null ? null : BeliefId.of(belief));
  }

  /** The age in years; one that nobody can have where something else was typed. */
  private @Nullable Integer years() {
    if (age == null || age.isBlank()) {
      return null;
    }
    String typed = age.strip();
    return typed.matches("[0-9]{1,3}") ? Integer.valueOf(typed) : Integer.valueOf(NO_AGE);
  }

  /** This entry once more, as another one. */
  EntryFields again() {
    EntryFields fields = new EntryFields();
    fields.words = words;
    fields.age = age;
    fields.belief = belief;
    return fields;
  }

  boolean blank() {
    return words.isBlank() && (age == null || age.isBlank()) && belief == null;
  }

  boolean says(EntryFields other) {
    return words.equals(other.words);
  }

  public String getLine() {
    return line;
  }

  public void setLine(@Nullable String line) {
    this.line = line == null ? "" : line;
  }

  public String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = words == null ? "" : words;
  }

  public @Nullable String getAge() {
    return age;
  }

  public void setAge(@Nullable String age) {
    this.age = age;
  }

  public @Nullable String getBelief() {
    return belief;
  }

  public void setBelief(@Nullable String belief) {
    this.belief = belief;
  }
}
