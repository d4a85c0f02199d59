package health.trellis.formulation.web;

import health.trellis.formulation.FormulationPage;
import health.trellis.formulation.FormulationPart;
import health.trellis.formulation.FormulationService;
import health.trellis.formulation.VersionNumber;
import health.trellis.kernel.ClientId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client's formulation, in one of its versions. */
@Named("formulationBean")
@RequestScoped
public class FormulationBean {
  @Inject private FormulationService formulations;

  private @Nullable String client;
  private @Nullable String version;
  private @Nullable FormulationPage view;

  /** Loads all that the page shows. */
  public void load() {
    view = formulations.read(ClientId.of(client), VersionNumber.of(version));
  }

  /** What the page shows; null before it was loaded. */
  public @Nullable FormulationPage getView() {
    return view;
  }

  /** The five parts. */
  public List<FormulationPart> getParts() {
    return List.of(FormulationPart.values());
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
