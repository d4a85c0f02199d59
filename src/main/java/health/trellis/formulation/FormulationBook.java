package health.trellis.formulation;

import health.trellis.beliefs.BeliefBook;
import health.trellis.beliefs.BeliefRow;
import health.trellis.clients.OpenClient;
import health.trellis.clients.PersonNames;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.FormulationId;
import health.trellis.kernel.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The versions of a client's formulation, put beside the beliefs that their entries lead to. */
@ApplicationScoped
class FormulationBook {
  @Inject private FormulationRepository formulations;
  @Inject private BeliefBook ledger;
  @Inject private PersonNames names;

  /** Which versions there are. */
  Versions versions(OpenClient client) {
    List<Formulation> all = formulations.list(client);
    List<PersonId> authors = all.stream().map(Formulation::writtenBy).distinct().toList();
    return new Versions(all, authors.isEmpty() ? Map.of() : names.of(client, authors));
  }

  /** Some of them as one reads them. */
  List<FormulationView> views(
      OpenClient client, Versions versions, List<Formulation> shown, LocalDate today) {
    return shown.isEmpty()
        ? List.of()
        : views(client, versions, shown, ledger.list(client, today).rows());
  }

  /** Some of them as one reads them, the client's beliefs being at hand. */
  List<FormulationView> views(
      OpenClient client, Versions versions, List<Formulation> shown, List<BeliefRow> beliefs) {
    Map<FormulationId, List<FormulationEntry>> entries =
        formulations.entries(client, shown.stream().map(Formulation::id).toList());
    Map<BeliefId, LinkedBelief> linked =
        beliefs.stream()
            .map(LinkedBelief::of)
            .collect(Collectors.toMap(LinkedBelief::id, belief -> belief));
    return shown.stream()
        .map(
            version ->
                new FormulationView(
                    versions.row(version),
                    entries.getOrDefault(version.id(), List.of()).stream()
                        .map(entry -> entry.view(linked.get(entry.belief())))
                        .toList()))
        .toList();
  }
}
