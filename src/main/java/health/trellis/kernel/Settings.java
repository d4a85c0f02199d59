package health.trellis.kernel;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The values of the settings, read once at the start and never again. A missing or malformed value
 * is refused here with the variable's name, so that nothing starts on a guess.
 */
public final class Settings {
  private final Map<Setting, String> values = new EnumMap<>(Setting.class);

  /**
   * Reads every setting that the source knows.
   *
   * @param source gives the value of a setting, or empty where it says nothing
   */
  public Settings(Function<Setting, Optional<String>> source) {
    for (Setting setting : Setting.values()) {
      source
          .apply(setting)
          .filter(value -> !value.isBlank())
          .or(setting::standard)
          .ifPresent(value -> values.put(setting, value.strip()));
    }
  }

  /** Settings from environment variables, as a process is given them. */
  public static Settings of(Map<String, String> environment) {
    return new Settings(setting -> Optional.ofNullable(environment.get(setting.variable())));
  }

  /** Settings from MicroProfile Config, as {@code key -> config.getOptionalValue(key, String)}. */
  public static Settings ofProperties(Function<String, Optional<String>> properties) {
    return new Settings(setting -> properties.apply(setting.key()));
  }

  /**
   * The value as text.
   *
   * @throws WrongSetting where nothing was given and nothing holds by itself
   */
  public String text(Setting setting) {
    String value = values.get(setting);
    if (value == null) {
      throw new WrongSetting(setting, "is missing. " + setting.explanation());
    }
    return value;
  }

  /**
   * The value as a whole number above zero.
   *
   * @throws WrongSetting where it is missing or not such a number
   */
  public int number(Setting setting) {
    String value = text(setting);
    if (!value.matches("[1-9][0-9]{0,8}")) {
      throw new WrongSetting(setting, "must be a whole number above zero, not \"" + value + "\".");
    }
    return Integer.parseInt(value);
  }

  /**
   * The value as yes or no.
   *
   * @throws WrongSetting where it is missing or neither true nor false
   */
  public boolean flag(Setting setting) {
    return switch (text(setting)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new WrongSetting(setting, "must be true or false.");
    };
  }

  /**
   * Refuses a start that lacks a setting of the given part.
   *
   * @throws WrongSetting for the first one that is missing
   */
  public void check(Setting.Part part) {
    List.of(Setting.values()).stream()
        .filter(setting -> setting.part() == part)
        .forEach(this::text);
  }
}
