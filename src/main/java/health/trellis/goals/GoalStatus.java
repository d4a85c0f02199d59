package health.trellis.goals;

import java.util.EnumSet;
import java.util.Set;

/** How a goal stands. It begins as proposed; met can be taken up again, ended is ended. */
public enum GoalStatus {
  PROPOSED,
  AGREED,
  ACTIVE,
  ON_HOLD,
  MET,
  ENDED;

  /** Whether it may be moved from here to there. */
  public boolean mayBecome(GoalStatus next) {
    return switch (this) {
      case PROPOSED -> next == AGREED || next == ENDED;
      case AGREED -> EnumSet.of(ACTIVE, ON_HOLD, MET, ENDED).contains(next);
      case ACTIVE -> EnumSet.of(ON_HOLD, MET, ENDED).contains(next);
      case ON_HOLD -> EnumSet.of(ACTIVE, MET, ENDED).contains(next);
      case MET -> next == ACTIVE;
      case ENDED -> false;
    };
  }

  /** Whether the work on it goes on or is still to come. */
  public boolean open() {
    return this != MET && this != ENDED;
  }

  /** Whether it takes ratings. */
  public boolean rated() {
    return Set.of(AGREED, ACTIVE, ON_HOLD).contains(this);
  }

  /** Whether it counts in what all goals come to: what is on hold waits. */
  public boolean counted() {
    return this == AGREED || this == ACTIVE;
  }
}
