package health.trellis.architecture.breaches.goals.web;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;

/** A bean that reaches through to the database. */
@Breaks(Rule.PAGES_KNOW_NO_STORAGE)
@Named
@RequestScoped
public class DeepGoalBean {
  public String told(EntityManager entities) {
    return entities.toString();
  }
}
