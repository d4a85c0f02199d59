package health.trellis.inventory;

/**
 * What is said of an instrument to those who give it and those who answer it, in its language.
 *
 * @param title its name
 * @param why one plain sentence: why we ask
 * @param whoSees one plain sentence: who will see the answers
 * @param timeframe the time the answers are about, such as "the past two weeks"
 * @param minutes how long answering takes, 1 to 120 minutes
 * @param licence the terms under which its wording may be used
 * @param citation how to cite it
 * @param validation what is known, or not, of its quality; stands wherever a score stands
 */
public record About(
    String title,
    String why,
    String whoSees,
    String timeframe,
    int minutes,
    String licence,
    String citation,
    String validation) {
  public About {
    Texts.require("title", title);
    Texts.require("why", why);
    Texts.require("whoSees", whoSees);
    Texts.require("timeframe", timeframe);
    Texts.require("licence", licence);
    Texts.require("citation", citation);
    Texts.require("validation", validation);
    if (minutes < 1 || minutes > 120) {
      throw new IllegalArgumentException("minutes are from 1 to 120, not " + minutes);
    }
  }
}
