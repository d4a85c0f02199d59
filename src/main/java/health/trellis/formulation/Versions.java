package health.trellis.formulation;

import health.trellis.kernel.NotFoundException;
import health.trellis.kernel.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All versions of a client's formulation, the newest first, with what their authors are called. */
record Versions(List<Formulation> all, Map<PersonId, String> called) {
  /**
   * The named one, or the newest; empty while there is none at all.
   *
   * @throws NotFoundException where the named one is not there
   */
  Optional<Formulation> find(@Nullable VersionNumber number) {
    return number == null ? all.stream().findFirst() : Optional.of(get(number.value()));
  }

  /**
   * Two of them, the earlier one first: the named ones, or the newest and the one before; none
   * while there are not two.
   *
   * @throws NotFoundException where a named one is not there
   */
  List<Formulation> pair(@Nullable VersionNumber one, @Nullable VersionNumber other) {
    if (all.size() < 2) {
      return List.of();
    }
    Formulation second = other == null ? all.get(0) : get(other.value());
    Formulation first = get(one == null ? Math.max(1, second.number() - 1) : one.value());
    return first.number() <= second.number() ? List.of(first, second) : List.of(second, first);
  }

  private Formulation get(int number) {
    return all.stream()
        .filter(version -> version.number() == number)
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no such version"));
  }

  VersionRow row(Formulation version) {
    return version.row(called.getOrDefault(version.writtenBy(), ""));
  }

  List<VersionRow> rows() {
    return all.stream().map(this::row).toList();
  }
}
