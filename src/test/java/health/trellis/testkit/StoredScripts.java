package health.trellis.testkit;

import health.trellis.testkit.Planting.Column;
import health.trellis.testkit.Planting.Taken;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A text that would run as a script, in the place of every text that the database holds and that is
 * shown, with the number of its column behind it; until what stood there is put back.
 */
public final class StoredScripts implements AutoCloseable {
  private static final Pattern MARK = Pattern.compile("q7q(\\d+)q7q");

  /**
   * What is looked for, compared, or read by the program, and not shown as it stands; and what
   * stands only with the notes of trainees, with the clinic's templates, or without another text.
   */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "note_words.",
          "goal_change.",
          "experiment.given_up_reason",
          "note_return.",
          "session_note.layout",
          "session_note.template",
          "client.name_key",
          "caseload_line.name_key",
          "person.sub",
          "sign_in.role",
          "sign_in.sub",
          "sign_in.session_hash",
          "sign_in.provider_session",
          "inventory_use.",
          "clinic.language",
          "clinic.region",
          "clinic.time_zone",
          "client.language",
          "person.language",
          "person.email",
          "score.",
          "assignment.");

  private final Planting planting = new Planting();
  private final List<Column> columns = new ArrayList<>();
  private final List<String> everywhere = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  /** Plants this everywhere. */
  public StoredScripts(String script) {
    planting.in(
        () -> {
          for (Column column : planting.columns("true")) {
            if (LEFT_OUT.stream().noneMatch(column.toString()::startsWith)) {
              plant(column, script.replace("'", "''"));
            }
          }
        });
  }

  private void plant(Column column, String script) throws SQLException {
    String text =
        "('%s' || 'q7q%d' || 'q7q' || substr(md5(ctid::text), 1, 5))"
            .formatted(script, columns.size());
    String value =
        !column.isJson()
            ? text
            : column.name().equals("layout")
                ? "jsonb_set(jsonb_set(layout, '{name}', to_jsonb(%1$s)), '{sections,0,name}', to_jsonb(%1$s))"
                    .formatted(text)
                : "(select jsonb_object_agg(key, to_jsonb(%s)) from jsonb_each(%s))"
                    .formatted(text, column.name());
    Taken taken = planting.plant(column, value, "true");
    switch (taken) {
      case EVERYWHERE -> everywhere.add(column.toString());
      case IN_PART -> {}
      case NOWHERE -> refused.add(column.toString());
      case REFUSED -> {
        if (!planting.isConstrained(column)) {
          throw new IllegalStateException("no script can be stored in " + column);
        }
        refused.add(column.toString());
      }
    }
    if (taken == Taken.EVERYWHERE || taken == Taken.IN_PART) {
      columns.add(column);
    }
  }

  /** The columns whose text stands in this. */
  public Set<String> shownIn(String text) {
    Set<String> shown = new TreeSet<>();
    MARK.matcher(text)
        .results()
        .forEach(found -> shown.add(columns.get(Integer.parseInt(found.group(1))).toString()));
    return shown;
  }

  /** Where it stands in each row, so that whoever shows a row shows it. */
  public List<String> everywhere() {
    return everywhere;
  }

  /** Where a constraint keeps it from standing, or nothing stands yet. */
  public List<String> refused() {
    return refused;
  }

  @Override
  public void close() {
    planting.close();
  }
}
