package health.trellis.notes.web;

import health.trellis.notes.TemplateService;
import health.trellis.notes.TemplateView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The clinic's own templates for notes. */
@Named("listTemplatesBean")
@RequestScoped
public class ListTemplatesBean {
  @Inject private TemplateService templates;

  private List<TemplateView> view = List.of();

  /** Loads all that the page shows. */
  public void load() {
    view = templates.list();
  }

  /** Those that are offered. */
  public List<TemplateView> getOffered() {
    return view.stream().filter(each -> each.retiredAt() == null).toList();
  }

  /** Those that are not any more. */
  public List<TemplateView> getRetired() {
    return view.stream().filter(each -> each.retiredAt() != null).toList();
  }
}
