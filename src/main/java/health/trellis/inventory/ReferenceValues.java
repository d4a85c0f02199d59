package health.trellis.inventory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the scores of one scale of one version of an instrument, and from whom: the
 * evidence that every verdict on a change rests on. Versioned data: new figures are a new version,
 * and a verdict names the one it was made with.
 *
 * @param inventory the instrument
 * @param inventoryVersion the version of its wording, from 1
 * @param scale the scale
 * @param version the version of these figures, from 1
 * @param clinical scores of people in treatment
 * @param functional scores of people without the problem; absent where nobody has measured them
 * @param reliability how free of chance a score is
 */
public record ReferenceValues(
    InventoryCode inventory,
    int inventoryVersion,
    ScaleCode scale,
    int version,
    Group clinical,
    @Nullable Group functional,
    Reliability reliability) {

  /** Where figures come from. */
  public enum Origin {
    /** A published study. */
    PUBLISHED,
    /** The clinic's own clients, all of whom are in treatment. */
    OWN_CLIENTS
  }

  /**
   * The scores of one group of people.
   *
   * @param mean M, in raw points
   * @param sd SD, in raw points, above 0, with n − 1 below the line
   * @param n number of people, at least 2
   * @param origin where the figures come from
   * @param source the citation, or the query they were made by
   * @param date the day they were published or made
   */
  public record Group(double mean, double sd, int n, Origin origin, String source, LocalDate date) {
    public Group {
      if (!Double.isFinite(mean)) {
        throw new IllegalArgumentException("a mean is a number, not " + mean);
      }
      if (!(sd > 0) || Double.isInfinite(sd)) {
        throw new IllegalArgumentException("a standard deviation is above 0, not " + sd);
      }
      requirePeople(n);
      Texts.require("a source", source);
    }
  }

  /**
   * How much of the differences between people is more than chance.
   *
   * @param r a proportion, 0 up to but not including 1
   * @param kind how it was found
   * @param n number of people, at least 2
   * @param source the citation, or the query it was made by
   * @param date the day it was published or made
   */
  public record Reliability(double r, Kind kind, int n, String source, LocalDate date) {

    /** How a reliability was found. */
    public enum Kind {
      /** Cronbach's alpha: from how the items go together. */
      ALPHA,
      /** Omega total: from a model with one factor. */
      OMEGA,
      /** The correlation of two answers by the same people. */
      RETEST
    }

    public Reliability {
      if (!(r >= 0 && r < 1)) {
        throw new IllegalArgumentException("a reliability is from 0 to below 1, not " + r);
      }
      requirePeople(n);
      Texts.require("a source", source);
    }
  }

  public ReferenceValues {
    if (inventoryVersion < 1 || version < 1) {
      throw new IllegalArgumentException("versions are numbered from 1");
    }
    if (functional != null && functional.origin() == Origin.OWN_CLIENTS) {
      throw new IllegalArgumentException(
          "a clinic's own clients are in treatment: they make no functional group");
    }
    if (functional != null && functional.mean() == clinical.mean()) {
      throw new IllegalArgumentException("the two groups must differ in their means");
    }
  }

  private static void requirePeople(int n) {
    if (n < 2) {
      throw new IllegalArgumentException("figures come from at least 2 people, not " + n);
    }
  }
}
