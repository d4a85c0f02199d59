package health.trellis.testkit;

import java.util.Map;
import java.util.TreeMap;

/**
 * What every table holds but the audit log with its seals, and the register of sign-ins that notes
 * when somebody was seen, each in short: where two are equal, nothing was changed in between.
 */
public final class Tables {
  private final Practice practice = new Practice();

  /** Rows and a sum over their contents, by the name of the table. */
  public Map<String, String> contents() {
    Map<String, String> contents = new TreeMap<>();
    practice
        .all(
            """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
              and c.relname not in ('flyway_schema_history', 'sign_in') and c.relname !~ '^audit_'""")
        .forEach(table -> contents.put(table, content(table)));
    return contents;
  }

  private String content(String table) {
    return practice.one(
        "select count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from \"%s\" t"
            .formatted(table));
  }
}
