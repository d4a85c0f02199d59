package health.trellis.kernel;

/** A setting that is missing or cannot be read; it stops the start and names the variable. */
public final class WrongSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the setting and what is wrong with it, without its value where that is secret. */
  public WrongSetting(Setting setting, String fault) {
    super("The setting " + setting.variable() + " " + fault);
  }
}
