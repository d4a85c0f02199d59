package health.trellis.thread;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands on a client's timeline. */
public enum TimelineKind {
  /** Something in the client's life, at noon of its day. */
  EVENT,
  /** A session, when it began. */
  SESSION,
  /** A note, when it was signed, or saved last while it is a draft. */
  NOTE,
  /** An inventory, when it was submitted. */
  INVENTORY,
  /** A rating of a belief. */
  CONVICTION,
  /** A rating of a goal, at noon of the day it is about. */
  GOAL,
  /** A support map that was kept, at the moment that it shows. */
  MAP;

  /** The one of this name in small letters, as addresses have it. */
  public static Optional<TimelineKind> named(@Nullable String name) {
    return Arrays.stream(values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
