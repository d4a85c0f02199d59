package health.trellis.launch;

/** The range of Java versions that Trellis was tested on; all else is refused at the start. */
final class JavaVersion {
  private static final int OLDEST = 17;
  private static final int NEWEST = 21;

  private JavaVersion() {}

  /**
   * Refuses a Java on which the servers misbehave.
   *
   * @param feature the feature version, as {@code Runtime.version().feature()}
   */
  static void check(int feature) {
    if (feature < OLDEST) {
      throw new Fault(
          "Java %d is too old for Trellis: set JAVA_HOME to a JDK from %d to %d and try again."
              .formatted(feature, OLDEST, NEWEST));
    }
    if (feature > NEWEST) {
      throw new Fault(
          "Java %d is too new for Trellis: set JAVA_HOME to a JDK from %d to %d and try again."
              .formatted(feature, OLDEST, NEWEST));
    }
  }
}
