package health.trellis.formulation.web;

import health.trellis.beliefs.BeliefDraft;
import health.trellis.beliefs.BeliefOrigin;
import health.trellis.beliefs.BeliefView;
import health.trellis.formulation.FormulationPart;
import health.trellis.web.Speech;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger has to say for each part of a formulation, as a text to begin with: where a
 * belief was learned, what calls it up, what one does to stay safe, what one would rather believe.
 */
final class StartingText {
  private StartingText() {}

  /** Whether a belief says something for that part. */
  static boolean has(FormulationPart part, BeliefDraft told) {
    return switch (part) {
      case PRESENTING -> true;
      case PREDISPOSING -> told.origin() != null;
      case PRECIPITATING -> told.triggers() != null;
      case PERPETUATING -> told.safety() != null;
      case PROTECTIVE -> told.alternative() != null;
    };
  }

  /** An entry of that part which leads to the belief. */
  static EntryFields of(FormulationPart part, BeliefView belief, Speech speech) {
    BeliefDraft told = belief.told();
    String words =
        switch (part) {
          case PRESENTING -> told.words();
          case PREDISPOSING -> learned(told.origin(), speech);
          case PRECIPITATING -> said(told.triggers());
          case PERPETUATING -> said(told.safety());
          case PROTECTIVE -> said(told.alternative());
        };
    Integer age = part == FormulationPart.PREDISPOSING ? told.originAge() : null;
    return EntryFields.of(words, age, belief.id());
  }

  private static String learned(@Nullable BeliefOrigin origin, Speech speech) {
    return origin == null
        ? ""
        : speech.of("formulation.learned", speech.say("belief.origin." + origin));
  }

  private static String said(@Nullable String text) {
    return text == null ? "" : text;
  }
}
