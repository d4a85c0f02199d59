package health.trellis.inventory.web;

import health.trellis.inventory.Questionnaire;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import org.jspecify.annotations.Nullable;

/**
 * The questions of one inventory, all of them, each once: one component with one renderer, where a
 * tree of radio buttons would be a hundred and fifty. It takes nothing from a request; the answers
 * go by small requests of their own.
 */
@FacesComponent(QuestionnaireComponent.TYPE)
public class QuestionnaireComponent extends UIComponentBase {
  static final String TYPE = "health.trellis.Questionnaire";
  static final String FAMILY = "health.trellis";

  /** A new one with its own renderer. */
  public QuestionnaireComponent() {
    setRendererType(TYPE);
  }

  @Override
  public String getFamily() {
    return FAMILY;
  }

  /** What is asked and what was answered so far. */
  public @Nullable Questionnaire getQuestionnaire() {
    return (Questionnaire) getStateHelper().eval("questionnaire", null);
  }
}
