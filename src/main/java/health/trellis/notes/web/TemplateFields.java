package health.trellis.notes.web;

import health.trellis.notes.NoteTemplate.Section;
import health.trellis.notes.TemplateDraft;
import health.trellis.notes.TemplateView;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is typed of a template, until it is kept: always twelve lines, of which some are shown. */
public class TemplateFields implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int AT_FIRST = 3;

  private String name = "";
  private final ArrayList<Line> lines =
      new ArrayList<>(Stream.generate(Line::new).limit(TemplateDraft.MOST).toList());
  private int shown = AT_FIRST;

  /** The fields of one section. */
  public static class Line implements Serializable {
    private static final long serialVersionUID = 1L;
    private String name = "";
    private String hint = "";
    private boolean required = true;

    private Section section() {
      return new Section(name, hint, required);
    }

    private boolean blank() {
      return name.isBlank() && hint.isBlank();
    }

    public String getName() {
      return name;
    }

    public void setName(@Nullable String name) {
      this.name = name == null ? "" : name;
    }

    public String getHint() {
      return hint;
    }

    public void setHint(@Nullable String hint) {
      this.hint = hint == null ? "" : hint;
    }

    public boolean isRequired() {
      return required;
    }

    public void setRequired(boolean required) {
      this.required = required;
    }
  }

  /** Takes over how a template stands. */
  void show(TemplateView template) {
    name = template.name();
    shown = template.sections().size();
    for (int i = 0; i < shown; i++) {
      Section section = template.sections().get(i);
      lines.get(i).setName(section.code());
      lines.get(i).setHint(section.hint());
      lines.get(i).setRequired(section.required());
    }
  }

  /** The template that it makes; blank lines at its end are left out, but for the first line. */
  TemplateDraft draft() {
    return new TemplateDraft(
        name, lines.subList(0, Math.max(1, filled())).stream().map(Line::section).toList());
  }

  /** Shows one more line. */
  void add() {
    int next = getShown();
    if (next < TemplateDraft.MOST) {
      lines.set(next, new Line());
      shown = next + 1;
    }
  }

  /** Takes a line away; the last one is emptied and stays. */
  void remove(int place) {
    shown = Math.max(1, getShown() - 1);
    lines.remove(place);
    lines.add(new Line());
  }

  /** Puts a line and its neighbour in each other's place. */
  void swap(int place, int other) {
    if (other >= 0 && other < getShown()) {
      Collections.swap(lines, place, other);
    }
  }

  /** How many lines are shown; never fewer than hold something. */
  public int getShown() {
    return Math.max(shown, filled());
  }

  /** How many lines there are up to the last one that holds something. */
  private int filled() {
    int filled = TemplateDraft.MOST;
    while (filled > 0 && lines.get(filled - 1).blank()) {
      filled--;
    }
    return filled;
  }

  /** All lines. */
  public List<Line> getLines() {
    return lines;
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name;
  }
}
