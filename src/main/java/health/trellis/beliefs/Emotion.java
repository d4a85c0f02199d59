package health.trellis.beliefs;

import org.jspecify.annotations.Nullable;

/**
 * What a client feels when a belief is called up.
 *
 * @param name in any words, up to 60 characters; empty on a line of the form that was left blank
 * @param strength 0 (a trace) to 100 (as strong as can be); null only on such a line
 */
public record Emotion(String name, @Nullable Integer strength) {
  /** How many a belief can have. */
  public static final int MOST = 6;

  private static final int STRONGEST = 100;
  private static final int LONGEST = 60;

  public Emotion {
    name = name.strip();
  }

  /** Whether nothing was written on its line. */
  boolean blank() {
    return name.isEmpty() && strength == null;
  }

  boolean unusable() {
    return name.length() > LONGEST || name.indexOf('\0') >= 0;
  }

  boolean outside() {
    return strength != null && (strength < 0 || strength > STRONGEST);
  }
}
