package health.trellis.architecture.breaches.goals.web;

import health.trellis.architecture.Breaks;
import health.trellis.architecture.Rule;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;

/** A bean that stays for the whole session. */
@Breaks(Rule.BEANS_ARE_SMALL_AND_SCOPED)
@Named
@SessionScoped
public class KeepGoalBean implements Serializable {
  private static final long serialVersionUID = 1L;
}
