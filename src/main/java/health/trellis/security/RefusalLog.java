package health.trellis.security;

/**
 * Where a refusal is written down, in a transaction of its own, since the refused one is undone.
 */
public interface RefusalLog {
  /**
   * Records that the caller of this request was refused.
   *
   * @param what the service method or the address, never a text that a person wrote
   * @param why for our own reading
   */
  void refused(String what, String why);

  /** Records that an act was allowed and failed. */
  void failed(String what, String why);
}
