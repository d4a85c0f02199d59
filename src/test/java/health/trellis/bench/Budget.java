package health.trellis.bench;

/**
 * How much one run does.
 *
 * @param quick whether it only shows that the benchmark itself works
 * @param turns of each kind
 * @param seconds of each turn
 * @param few clients of the smaller caseload
 * @param many clients of the larger one
 * @param starts of Payara
 */
record Budget(boolean quick, int turns, double seconds, int few, int many, int starts) {
  static Budget of(boolean quick) {
    return quick
        ? new Budget(true, 2, 1, 500, 2_000, 1)
        : new Budget(false, 3, 5, 10_000, 1_000_000, 3);
  }
}
