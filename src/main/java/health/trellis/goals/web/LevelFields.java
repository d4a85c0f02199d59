package health.trellis.goals.web;

import health.trellis.goals.ScaleDraft;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What is typed of five levels, until they are written down. */
public class LevelFields implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable String expected;
  private @Nullable String more;
  private @Nullable String muchMore;
  private @Nullable String less;
  private @Nullable String muchLess;
  private @Nullable Integer importance;
  private @Nullable Integer difficulty;
  private @Nullable Integer baseline = -1;

  /** Takes over how they stand. */
  void show(ScaleDraft told) {
    expected = told.expected();
    more = told.more();
    muchMore = told.muchMore();
    less = told.less();
    muchLess = told.muchLess();
    importance = told.importance();
    difficulty = told.difficulty();
    baseline = told.baseline();
  }

  /** The levels that it makes. */
  ScaleDraft draft() {
    return new ScaleDraft(
        expected, more, muchMore, less, muchLess, importance, difficulty, baseline);
  }

  public @Nullable String getExpected() {
    return expected;
  }

  public void setExpected(@Nullable String expected) {
    this.expected = expected;
  }

  public @Nullable String getMore() {
    return more;
  }

  public void setMore(@Nullable String more) {
    this.more = more;
  }

  public @Nullable String getMuchMore() {
    return muchMore;
  }

  public void setMuchMore(@Nullable String muchMore) {
    this.muchMore = muchMore;
  }

  public @Nullable String getLess() {
    return less;
  }

  public void setLess(@Nullable String less) {
    this.less = less;
  }

  public @Nullable String getMuchLess() {
    return muchLess;
  }

  public void setMuchLess(@Nullable String muchLess) {
    this.muchLess = muchLess;
  }

  public @Nullable Integer getImportance() {
    return importance;
  }

  public void setImportance(@Nullable Integer importance) {
    this.importance = importance;
  }

  public @Nullable Integer getDifficulty() {
    return difficulty;
  }

  public void setDifficulty(@Nullable Integer difficulty) {
    this.difficulty = difficulty;
  }

  public @Nullable Integer getBaseline() {
    return baseline;
  }

  public void setBaseline(@Nullable Integer baseline) {
    this.baseline = baseline;
  }
}
