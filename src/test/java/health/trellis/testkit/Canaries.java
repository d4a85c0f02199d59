package health.trellis.testkit;

import health.trellis.testkit.Planting.Column;
import health.trellis.testkit.Planting.Taken;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words planted into every text that is held of a client, each naming whose it is and where it
 * stands, until they are taken back. The columns are found in the database's catalogue: one that
 * takes no planted word must be a code, which a constraint names.
 */
public final class Canaries implements AutoCloseable {
  private static final Pattern PLANTED =
      Pattern.compile("cnry\\.([a-z]+)\\.([a-z_]+)\\.([a-z_]+)\\.");

  private static final String OF_CLIENTS =
      "c.relname in ('client', 'person') or exists (select from pg_attribute o"
          + " where o.attrelid = c.oid and o.attname = 'client_id' and not o.attisdropped)";

  /**
   * Texts that are no client's, that name something else, or that are not shown from where they
   * stand.
   */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "note_words.",
          "emergency_access.reason",
          "session_note.template",
          "client.name_key",
          "person.sub");

  private final Planting planting = new Planting();

  /** A planted word that was found somewhere. */
  public record Found(String owner, String table, String column) {}

  /** All that stand in a text, each once. */
  public static Set<Found> in(String text) {
    return PLANTED
        .matcher(text)
        .results()
        .map(found -> new Found(found.group(1), found.group(2), found.group(3)))
        .collect(Collectors.toSet());
  }

  /** Plants them into all that is held of this client, whom they call so. */
  public void plant(String client, String owner) {
    planting.in(
        () -> {
          for (Column column : planting.columns(OF_CLIENTS)) {
            plant(client, owner, column);
          }
        });
  }

  /** How many columns hold such a word now. */
  public int planted() {
    return planting.planted();
  }

  /** Puts back what stood there before. */
  @Override
  public void close() {
    planting.close();
  }

  private void plant(String client, String owner, Column column) throws SQLException {
    String name = column.toString();
    if (LEFT_OUT.stream().anyMatch(name::startsWith)) {
      return;
    }
    String word = "'cnry.%s.%s.'".formatted(owner, name);
    if (name.equals("session_note.sections")) {
      word =
          "('cnry.%1$s.session_note.' || case when signed_at is null then 'draft.' else 'signed.' end)"
              .formatted(owner);
    }
    String value =
        column.isJson()
            ? "(select jsonb_object_agg(key, to_jsonb(cast(%s as text))) from jsonb_each(%s))"
                .formatted(word, column.name())
            : word;
    String whose =
        switch (column.table()) {
          case "client" -> "id = '%s'";
          case "person" -> "id = (select person_id from client where id = '%s')";
          default -> "client_id = '%s'";
        };
    if (planting.plant(column, value, whose.formatted(client)) == Taken.REFUSED
        && !planting.isConstrained(column)) {
      throw new IllegalStateException("no word can be planted in " + name + " of " + owner);
    }
  }
}
