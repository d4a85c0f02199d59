package health.trellis.formulation.web;

import health.trellis.formulation.FormulationComparison;
import health.trellis.formulation.FormulationService;
import health.trellis.formulation.VersionNumber;
import health.trellis.kernel.ClientId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** What changed between two versions of a formulation. */
@Named("compareFormulationsBean")
@RequestScoped
public class CompareFormulationsBean {
  @Inject private FormulationService formulations;

  private @Nullable String client;
  private @Nullable String from;
  private @Nullable String to;
  private @Nullable FormulationComparison view;

  /** Loads all that the page shows. */
  public void load() {
    view = formulations.compare(ClientId.of(client), VersionNumber.of(from), VersionNumber.of(to));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable FormulationComparison getView() {
    return view;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = from;
  }

  public @Nullable String getTo() {
    return to;
  }

  public void setTo(@Nullable String to) {
    this.to = to;
  }
}
