package health.trellis.formulation.web;

import health.trellis.formulation.FormulationService;
import health.trellis.formulation.PrintedFormulation;
import health.trellis.formulation.VersionNumber;
import health.trellis.kernel.ClientId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** A version of a formulation as a sheet for paper. */
@Named("printFormulationBean")
@RequestScoped
public class PrintFormulationBean {
  @Inject private FormulationService formulations;

  private @Nullable String client;
  private @Nullable String version;
  private @Nullable PrintedFormulation view;

  /** Loads the sheet; that it was printed is in the log. */
  public void load() {
    view = formulations.print(ClientId.of(client), VersionNumber.of(version));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable PrintedFormulation getView() {
    return view;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client;
  }

  public @Nullable String getVersion() {
    return version;
  }

  public void setVersion(@Nullable String version) {
    this.version = version;
  }
}
