package health.trellis.formulation;

import java.util.Locale;

/** The five parts of a formulation, the five Ps. */
public enum FormulationPart {
  /** What brings the client now. */
  PRESENTING(false),
  /** What in the client's history made it likely. */
  PREDISPOSING(true),
  /** What set it off. */
  PRECIPITATING(true),
  /** What keeps it going. */
  PERPETUATING(false),
  /** What helps: strengths, people, what the client would rather believe. */
  PROTECTIVE(false);

  /** How many entries a part has at most, so that the whole stays one page. */
  public static final int MOST = 8;

  private final boolean history;

  FormulationPart(boolean history) {
    this.history = history;
  }

  /** Whether its entries happened, so that each can say at what age. */
  public boolean history() {
    return history;
  }

  /** How the names of its fields begin. */
  public String field() {
    return name().toLowerCase(Locale.ROOT);
  }
}
