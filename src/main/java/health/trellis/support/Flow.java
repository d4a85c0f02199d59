package health.trellis.support;

/** What flows between a supporter and the client. */
public enum Flow {
  ENCOURAGEMENT,
  PRACTICAL_HELP,
  ADVICE,
  COMPANY
}
