package health.trellis.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the stack trace of something unforeseen goes, since nobody wants it on the console. */
final class UnforeseenLog {
  private UnforeseenLog() {}

  /** Writes it down and tells where. */
  static Path write(Throwable unforeseen) {
    StringWriter text = new StringWriter();
    unforeseen.printStackTrace(new PrintWriter(text));
    try {
      Path file = Files.createTempFile("trellis-launcher-", ".log");
      Files.writeString(file, text.toString());
      return file;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
