package health.trellis.beliefs.web;

import health.trellis.beliefs.BeliefAbout;
import health.trellis.beliefs.BeliefDraft;
import health.trellis.beliefs.BeliefOrigin;
import health.trellis.beliefs.BeliefTheme;
import health.trellis.beliefs.Emotion;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is typed of a belief, until it is written down. */
public class BeliefFields implements Serializable {
  private static final long serialVersionUID = 1L;

  private String words = "";
  private BeliefTheme theme = BeliefTheme.HELP_IS_WEAKNESS;
  private @Nullable String ownTheme;
  private BeliefAbout about = BeliefAbout.SELF;
  private @Nullable BeliefOrigin origin;
  private @Nullable Integer originAge;
  private @Nullable String triggers;
  private @Nullable String safety;
  private @Nullable String alternative;
  private final ArrayList<EmotionLine> emotions =
      new ArrayList<>(Stream.generate(EmotionLine::new).limit(Emotion.MOST).toList());

  /** One line of the form for an emotion. */
  public static class EmotionLine implements Serializable {
    private static final long serialVersionUID = 1L;
    private String name = "";
    private @Nullable Integer strength;

    private void show(Emotion emotion) {
      name = emotion.name();
      strength = emotion.strength();
    }

    private Emotion emotion() {
      return new Emotion(name, strength);
    }

    public String getName() {
      return name;
    }

    public void setName(@Nullable String name) {
      this.name = name == null ? "" : name;
    }

    public @Nullable Integer getStrength() {
      return strength;
    }

    public void setStrength(@Nullable Integer strength) {
      this.strength = strength;
    }
  }

  /** Takes over how a belief stands. */
  void show(BeliefDraft told) {
    words = told.words();
    theme = told.theme();
    ownTheme = told.ownTheme();
    about = told.about();
    origin = told.origin();
    originAge = told.originAge();
    triggers = told.triggers();
    safety = told.safety();
    alternative = told.alternative();
    for (int i = 0; i < told.emotions().size(); i++) {
      emotions.get(i).show(told.emotions().get(i));
    }
  }

  /** The belief that it makes. */
  BeliefDraft draft() {
    return new BeliefDraft(
        words,
        theme,
        ownTheme,
        about,
        origin,
        originAge,
        triggers,
        safety,
        alternative,
        emotions.stream().map(EmotionLine::emotion).toList());
  }

  /** The lines for emotions. */
  public List<EmotionLine> getEmotions() {
    return emotions;
  }

  public String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = words == null ? "" : words;
  }

  public BeliefTheme getTheme() {
    return theme;
  }

  public void setTheme(@Nullable BeliefTheme theme) {
    this.theme = theme == null ? this.theme : theme;
  }

  public @Nullable String getOwnTheme() {
    return ownTheme;
  }

  public void setOwnTheme(@Nullable String ownTheme) {
    this.ownTheme = ownTheme;
  }

  public BeliefAbout getAbout() {
    return about;
  }

  public void setAbout(@Nullable BeliefAbout about) {
    this.about = about == null ? this.about : about;
  }

  public @Nullable BeliefOrigin getOrigin() {
    return origin;
  }

  public void setOrigin(@Nullable BeliefOrigin origin) {
    this.origin = origin;
  }

  public @Nullable Integer getOriginAge() {
    return originAge;
  }

  public void setOriginAge(@Nullable Integer originAge) {
    this.originAge = originAge;
  }

  public @Nullable String getTriggers() {
    return triggers;
  }

  public void setTriggers(@Nullable String triggers) {
    this.triggers = triggers;
  }

  public @Nullable String getSafety() {
    return safety;
  }

  public void setSafety(@Nullable String safety) {
    this.safety = safety;
  }

  public @Nullable String getAlternative() {
    return alternative;
  }

  public void setAlternative(@Nullable String alternative) {
    this.alternative = alternative;
  }
}
