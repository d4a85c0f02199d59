package health.trellis.audit;

/** What makes an administrator's second look worth while; each is a rule with a threshold. */
public enum UnusualKind {
  /** Many different clients' records opened within an hour. */
  MANY_CLIENTS,
  /** Records opened while hardly anybody works. */
  AT_NIGHT,
  /** Several clients' records opened in emergencies. */
  EMERGENCIES,
  /** Refusals and failed sign-ins of one identity on one day. */
  REFUSALS
}
