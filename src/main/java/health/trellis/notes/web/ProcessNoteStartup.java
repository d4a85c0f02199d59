package health.trellis.notes.web;

import health.trellis.kernel.SettingsProducer;
import health.trellis.notes.ProcessNoteCipher;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Stops the start where the keys of the process notes are missing or malformed. */
public class ProcessNoteStartup implements ServletContextListener {
  @Override
  public void contextInitialized(ServletContextEvent event) {
    ProcessNoteCipher.read(SettingsProducer.read());
  }
}
