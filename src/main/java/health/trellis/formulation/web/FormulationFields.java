package health.trellis.formulation.web;

import health.trellis.formulation.EntryDraft;
import health.trellis.formulation.FormulationPart;
import health.trellis.formulation.FormulationView;
import health.trellis.formulation.PartView;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is typed of a version: for each part a list of entries, each in a line of its own. */
public class FormulationFields implements Serializable {
  private static final long serialVersionUID = 1L;

  private final EnumMap<FormulationPart, ArrayList<EntryFields>> parts =
      new EnumMap<>(FormulationPart.class);
  private @Nullable String remark;

  FormulationFields() {
    for (FormulationPart part : FormulationPart.values()) {
      parts.put(part, new ArrayList<>(List.of(new EntryFields())));
    }
  }

  /** The lines of a part. */
  public List<EntryFields> of(FormulationPart part) {
    return lines(part);
  }

  private ArrayList<EntryFields> lines(FormulationPart part) {
    return parts.computeIfAbsent(part, none -> new ArrayList<>());
  }

  /** Takes over how a version stands. */
  void show(FormulationView version) {
    for (PartView shown : version.parts()) {
      lines(shown.part()).clear();
      shown.entries().forEach(entry -> lines(shown.part()).add(EntryFields.of(entry)));
      if (lines(shown.part()).isEmpty()) {
        add(shown.part());
      }
    }
  }

  /** Has as many lines as a form that was sent, by the names of its fields. */
  void fit(Set<String> sent) {
    for (FormulationPart part : FormulationPart.values()) {
      ArrayList<EntryFields> lines = lines(part);
      int number = 0;
      while (number < FormulationPart.MOST && sent.contains(part.field() + (number + 1))) {
        number++;
      }
      while (lines.size() > number) {
        lines.remove(lines.size() - 1);
      }
      while (lines.size() < number) {
        lines.add(new EntryFields());
      }
    }
  }

  /** Whether a part can take no more lines. */
  public boolean full(FormulationPart part) {
    return lines(part).size() >= FormulationPart.MOST;
  }

  /** One more line, where there is room. */
  void add(FormulationPart part) {
    if (!full(part)) {
      lines(part).add(new EntryFields());
    }
  }

  /** An entry with a text to begin with, in a blank line or in one more. */
  int add(FormulationPart part, EntryFields entry) {
    ArrayList<EntryFields> lines = lines(part);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).blank()) {
        lines.set(i, entry);
        return i;
      }
    }
    if (!full(part)) {
      lines.add(entry);
    }
    return lines.size() - 1;
  }

  /** Takes a line out, and leaves a blank one where it was the last. */
  EntryFields remove(FormulationPart part, int index) {
    EntryFields removed = lines(part).remove(index);
    if (lines(part).isEmpty()) {
      add(part);
    }
    return removed;
  }

  /** Puts a line back where it was. */
  void putBack(FormulationPart part, int index, EntryFields removed) {
    ArrayList<EntryFields> lines = lines(part);
    if (lines.size() == 1 && lines.get(0).blank()) {
      lines.clear();
    }
    lines.add(Math.min(index, lines.size()), removed);
  }

  /** Lets a line change places with another one. */
  void swap(FormulationPart part, int one, int other) {
    ArrayList<EntryFields> lines = lines(part);
    EntryFields moved = lines.get(one);
    lines.set(one, lines.get(other));
    lines.set(other, moved);
  }

  /**
   * Adds the entries of a version that nothing here says.
   *
   * @return whether there was room for all of them
   */
  boolean join(FormulationView version) {
    boolean room = true;
    for (PartView theirs : version.parts()) {
      for (EntryFields entry : theirs.entries().stream().map(EntryFields::of).toList()) {
        List<EntryFields> mine = lines(theirs.part());
        if (mine.stream().noneMatch(entry::says)) {
          boolean other = mine.stream().anyMatch(line -> line.getLine().equals(entry.getLine()));
          boolean fits = !full(theirs.part()) || mine.stream().anyMatch(EntryFields::blank);
          room &= fits;
          if (fits) {
            add(theirs.part(), other ? entry.again() : entry);
          }
        }
      }
    }
    return room;
  }

  /** The entries that it makes, blank lines among them. */
  List<EntryDraft> drafts() {
    return Arrays.stream(FormulationPart.values())
        .flatMap(part -> lines(part).stream().map(entry -> entry.draft(part)))
        .toList();
  }

  public @Nullable String getRemark() {
    return remark;
  }

  public void setRemark(@Nullable String remark) {
    this.remark = remark;
  }
}
