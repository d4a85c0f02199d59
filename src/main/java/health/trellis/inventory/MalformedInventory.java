package health.trellis.inventory;

/**
 * A definition that cannot be used, with the file and the line to look at. It stops the start, or
 * the import, so that no client is ever asked half an instrument.
 */
public final class MalformedInventory extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;

  MalformedInventory(String file, int line, String problem) {
    super(file + ", line " + line + ": " + problem);
    this.file = file;
    this.line = line;
  }

  /** The name of the file. */
  public String file() {
    return file;
  }

  /** The line that is wrong, from 1. */
  public int line() {
    return line;
  }
}
