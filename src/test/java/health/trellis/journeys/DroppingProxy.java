package health.trellis.journeys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network that loses things: a proxy between the browser and Trellis that drops the next request
 * before the server saw it, or the next reply after the server acted. Only writes are dropped, one
 * for each time it is told to.
 */
final class DroppingProxy implements AutoCloseable {

  private final ServerSocket door;
  private final ExecutorService carriers = Executors.newCachedThreadPool();
  private final AtomicInteger requestsToDrop = new AtomicInteger();
  private final AtomicInteger repliesToDrop = new AtomicInteger();
  private final AtomicInteger dropped = new AtomicInteger();

  DroppingProxy() throws IOException {
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    carriers.execute(this::accept);
  }

  String address() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  void dropNextRequest() {
    requestsToDrop.incrementAndGet();
  }

  void dropNextReply() {
    repliesToDrop.incrementAndGet();
  }

  /** How much was lost so far. */
  int dropped() {
    return dropped.get();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket browser = door.accept();
        carriers.execute(() -> carry(browser));
      } catch (IOException closed) {
        return;
      }
    }
  }

  /** One request and its reply; the connection ends with them. */
  private void carry(Socket browser) {
    try (browser) {
      String head = head(browser.getInputStream());
      if (head.isEmpty()) {
        return;
      }
      byte[] body = browser.getInputStream().readNBytes(length(head));
      String[] line = head.lines().findFirst().orElseThrow().split(" ");
      if (line[0].equals("CONNECT")) {
        return; // the browser's own errands
      }
      boolean write = line[0].equals("PUT") || line[1].endsWith("/submit");
      if (write && take(requestsToDrop)) {
        return;
      }
      byte[] reply = ask(URI.create(line[1]), head, body);
      if (write && take(repliesToDrop)) {
        return;
      }
      browser.getOutputStream().write(reply);
      browser.getOutputStream().flush();
    } catch (IOException lost) {
      // A lost connection is what this is for.
    }
  }

  private boolean take(AtomicInteger wanted) {
    boolean taken = wanted.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    if (taken) {
      dropped.incrementAndGet();
    }
    return taken;
  }

  private static byte[] ask(URI address, String head, byte[] body) throws IOException {
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      String path =
          address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
      StringBuilder onward = new StringBuilder();
      String[] lines = head.split("\r\n");
      onward.append(lines[0].split(" ")[0]).append(' ').append(path).append(" HTTP/1.1\r\n");
      Arrays.stream(lines)
          .skip(1)
          .filter(each -> !each.toLowerCase(Locale.ROOT).matches("(proxy-)?connection:.*"))
          .forEach(each -> onward.append(each).append("\r\n"));
      onward.append("Connection: close\r\n\r\n");
      OutputStream out = server.getOutputStream();
      out.write(onward.toString().getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      out.flush();
      return server.getInputStream().readAllBytes();
    }
  }

  /** The request line and the headers, without the empty line after them. */
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    int next;
    while ((next = in.read()) >= 0) {
      read.write(next);
      String so = read.toString(StandardCharsets.ISO_8859_1);
      if (so.endsWith("\r\n\r\n")) {
        return so.strip();
      }
    }
    return "";
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
        .map(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() throws IOException {
    door.close();
    carriers.shutdownNow();
  }
}
