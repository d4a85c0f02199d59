package health.trellis.support;

/** What a supporter is to the client. */
public enum Relation {
  PARTNER,
  PARENT,
  CHILD,
  SIBLING,
  RELATIVE,
  FRIEND,
  COLLEAGUE,
  NEIGHBOUR,
  PROFESSIONAL,
  GROUP,
  OTHER
}
