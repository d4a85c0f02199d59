package health.trellis.desk;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a caseload is asked for.
 *
 * @param of whose caseload; null for one's own
 * @param nameBegins only names that begin so; empty for all
 * @param after the client after which the page begins; null for the first page
 */
public record CaseloadQuery(
    @Nullable PersonId of, Sort sort, String nameBegins, @Nullable ClientId after) {
  /** By what a caseload can be sorted; each is an index. */
  public enum Sort {
    /** By name. */
    NAME("nameKey", true),
    /** By the last submission, newest first. */
    LAST("lastAt", false),
    /** By the due date, soonest first. */
    DUE("dueOn", true);

    private final String column;
    private final boolean ascending;

    Sort(String column, boolean ascending) {
      this.column = column;
      this.ascending = ascending;
    }

    String column() {
      return column;
    }

    boolean ascending() {
      return ascending;
    }
  }
}
