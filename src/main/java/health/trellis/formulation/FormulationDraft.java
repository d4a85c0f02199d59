package health.trellis.formulation;

import health.trellis.kernel.Problems;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A version as it is written down; it checks itself.
 *
 * @param seen the number of the version it is written on top of; 0 where it is the first
 * @param remark what changed, up to 300 characters; null where nobody says
 * @param entries in the order of the form, blank lines among them
 */
public record FormulationDraft(int seen, @Nullable String remark, List<EntryDraft> entries) {
  private static final int REMARK = 300;

  /** Refuses what does not fit, all of it at once. */
  public FormulationDraft {
    remark = remark == null || remark.isBlank() ? null : remark.strip();
    entries = List.copyOf(entries);
    Problems problems = new Problems();
    each(
        entries,
        (field, entry) ->
            problems
                .in(field, "formulation.words.missing", entry.wordless())
                .in(field, "formulation.words.long", entry.unusable())
                .in(field + "age", "belief.originAge.wrong", entry.outside()));
    problems
        .in("remark", "formulation.remark.long", remark != null && unusable(remark))
        .in("entries", "formulation.empty", entries.stream().allMatch(EntryDraft::blank));
    for (FormulationPart part : FormulationPart.values()) {
      problems.in("entries", "formulation.full", count(entries, part) > FormulationPart.MOST);
    }
    problems.refuse();
  }

  /** Refuses what happened at an age that the client has not reached. */
  void requireLived(@Nullable Integer age) {
    Problems problems = new Problems();
    each(
        entries,
        (field, entry) -> problems.in(field + "age", "belief.originAge.future", entry.ahead(age)));
    problems.refuse();
  }

  /** The entries that say something. */
  List<EntryDraft> told() {
    return entries.stream().filter(entry -> !entry.blank()).toList();
  }

  /** Each entry with the name of its field: its part and its number there, from 1. */
  private static void each(List<EntryDraft> entries, BiConsumer<String, EntryDraft> check) {
    Map<FormulationPart, Integer> numbers = new EnumMap<>(FormulationPart.class);
    for (EntryDraft entry : entries) {
      int number = numbers.merge(entry.part(), 1, Integer::sum);
      check.accept(entry.part().field() + number, entry);
    }
  }

  private static long count(List<EntryDraft> entries, FormulationPart part) {
    return entries.stream().filter(entry -> entry.part() == part && !entry.blank()).count();
  }

  private static boolean unusable(String remark) {
    return remark.length() > REMARK || remark.indexOf('\0') >= 0;
  }
}
