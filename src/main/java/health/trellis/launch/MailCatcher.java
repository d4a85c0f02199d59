package health.trellis.launch;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A server for mails that delivers none: each becomes a file, so that a demonstration writes to
 * nobody. It listens on 127.0.0.1, on a port that was free.
 */
final class MailCatcher implements AutoCloseable {
  private static final long LOOK_MILLIS = 200;

  private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor();
  private final Path folder;
  private GreenMail server = on(0);
  private int port;
  private int taken;
  private int kept;

  private MailCatcher(Path folder) {
    this.folder = folder;
  }

  /** Catches mails, and keeps each in this folder. */
  static MailCatcher start(Path folder) {
    DataFolder.makePrivate(folder);
    MailCatcher catcher = new MailCatcher(folder);
    catcher.server.start();
    catcher.port = catcher.server.getSmtp().getPort();
    catcher.keeper.scheduleWithFixedDelay(
        catcher::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return catcher;
  }

  private static GreenMail on(int port) {
    return new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  /** Where it listens. */
  int port() {
    return port;
  }

  /** The folder of the mails. */
  Path folder() {
    return folder;
  }

  /** Takes no more mails until it is told to. */
  synchronized void pause() {
    keep();
    server.stop();
  }

  /** Takes mails again, at the same port. */
  synchronized void resume() {
    server = on(port);
    server.start();
    taken = 0;
  }

  /** One that cannot be kept now is tried again. */
  private void look() {
    try {
      keep();
    } catch (RuntimeException notNow) {
      System.err.println("A mail is not kept yet: " + notNow.getMessage());
    }
  }

  private synchronized void keep() {
    MimeMessage[] all = server.getReceivedMessages();
    for (; taken < all.length; taken++) {
      keep(all[taken]);
    }
  }

  private void keep(MimeMessage mail) {
    kept++;
    Path part = folder.resolve(kept + ".part");
    try (OutputStream text = Files.newOutputStream(part)) {
      mail.writeTo(text);
    } catch (IOException | MessagingException e) {
      throw new Fault("The mail " + part + " cannot be kept.", e);
    }
    try {
      String name = "%d-%d".formatted(System.currentTimeMillis(), kept);
      Files.writeString(folder.resolve(name + ".txt"), textOf(mail));
      Files.move(part, folder.resolve(name + ".eml"));
    } catch (IOException | MessagingException e) {
      throw new Fault("The mail " + part + " cannot be kept.", e);
    }
  }

  /** To whom, about what, and its plain text, where it has one. */
  private static String textOf(MimeMessage mail) throws IOException, MessagingException {
    String head = "To: " + mail.getHeader("To", ", ") + "\nSubject: " + mail.getSubject() + "\n\n";
    Part first = mail;
    if (mail.isMimeType("multipart/*")) {
      first = new MimeMultipart(mail.getDataHandler().getDataSource()).getBodyPart(0);
    }
    try (InputStream text = first.getInputStream()) {
      return head + new String(text.readAllBytes(), StandardCharsets.UTF_8) + "\n";
    }
  }

  @Override
  public void close() {
    keeper.shutdownNow();
    server.stop();
  }
}
