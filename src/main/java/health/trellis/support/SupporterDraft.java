package health.trellis.support;

import health.trellis.kernel.InvalidException;
import health.trellis.kernel.Problems;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a supporter; it checks itself.
 *
 * @param alias what the client calls the supporter, 1 to 80 characters; no full name is needed
 * @param circle how close, 1 (the closest) to 3
 * @param angle where on the circle, in whole degrees clockwise from the top; null for a free place
 * @param contact how often they are in touch; null where nobody says
 * @param gives what flows from the supporter to the client
 * @param receives what flows from the client to the supporter
 * @param wouldAsk whether the client would ask for help, 0 (never) to 10 (at once); null where
 *     nobody says
 * @param askedOn when the client asked last; null where never, or nobody says
 * @param accepted how many offers the client took up so far, 0 to 999
 * @param refused how many the client turned down
 */
public record SupporterDraft(
    String alias,
    Relation relation,
    int circle,
    @Nullable Integer angle,
    @Nullable Contact contact,
    Set<Flow> gives,
    Set<Flow> receives,
    Tie tie,
    @Nullable Integer wouldAsk,
    @Nullable LocalDate askedOn,
    int accepted,
    int refused) {
  /** The longest name. */
  public static final int ALIAS = 80;

  private static final int SUREST = 10;
  private static final int MOST = 999;
  private static final int TURN = 360;

  /** In years. */
  private static final int LONGEST_LIFE = 120;

  /** Trims what was typed, and refuses what does not fit, all of it at once. */
  public SupporterDraft {
    alias = alias.strip();
    gives = copy(gives);
    receives = copy(receives);
    new Problems()
        .in("alias", "supporter.alias.missing", alias.isEmpty())
        .in("alias", "supporter.alias.long", alias.length() > ALIAS)
        .in("alias", "supporter.alias.wrong", alias.chars().anyMatch(Character::isISOControl))
        .in("circle", "supporter.circle.wrong", circle < 1 || circle > Spot.CIRCLES)
        .in("angle", "supporter.angle.wrong", outside(angle, TURN - 1))
        .in("wouldAsk", "supporter.wouldAsk.wrong", outside(wouldAsk, SUREST))
        .in("accepted", "supporter.offers.wrong", outside(accepted, MOST))
        .in("refused", "supporter.offers.wrong", outside(refused, MOST))
        .refuse();
  }

  private static Set<Flow> copy(Set<Flow> flows) {
    return flows.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flows));
  }

  private static boolean outside(@Nullable Integer number, int most) {
    return number != null && (number < 0 || number > most);
  }

  /** Refuses a day on which nobody can have been asked: one to come, or before the client lived. */
  void requireAsked(LocalDate today, Optional<LocalDate> born) {
    if (askedOn == null) {
      return;
    }
    if (askedOn.isAfter(today)) {
      throw new InvalidException("askedOn", "supporter.askedOn.future");
    }
    if (askedOn.isBefore(born.orElse(today.minusYears(LONGEST_LIFE)))) {
      throw new InvalidException("askedOn", "supporter.askedOn.past");
    }
  }

  /** Where it stands; the angle is known once it was written down. */
  public Spot spot() {
    return new Spot(circle, angle == null ? 0 : angle);
  }

  /** The same somewhere else. */
  SupporterDraft at(Spot spot) {
    return new SupporterDraft(
        alias,
        relation,
        spot.circle(),
        spot.angle(),
        contact,
        gives,
        receives,
        tie,
        wouldAsk,
        askedOn,
        accepted,
        refused);
  }
}
