package health.trellis.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One connection that is kept alive, spoken to by hand: the load must cost less than what it
 * measures, or every ratio would look better than it is.
 */
final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final int port;
  private Socket socket;
  private InputStream in;
  private boolean over;

  Wire(URI address) throws IOException {
    port = address.getPort();
    socket = connected(port);
    in = new BufferedInputStream(socket.getInputStream(), 65_536);
  }

  private static Socket connected(int port) throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /** Goes on with a new connection after the server announced the end of the one at hand. */
  private void goOn() throws IOException {
    if (over) {
      socket.close();
      socket = connected(port);
      in = new BufferedInputStream(socket.getInputStream(), 65_536);
      over = false;
    }
  }

  /** Sends a whole request and reads the whole answer; fails unless it is a 200. */
  byte[] send(byte[] request) throws IOException {
    goOn();
    socket.getOutputStream().write(request);
    String status = line();
    long length = -1;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Long.parseLong(header.substring(15).strip());
      } else if (header.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
        chunked = header.contains("chunked");
      } else if (header.equalsIgnoreCase("connection: close")) {
        over = true;
      }
    }
    byte[] body = chunked ? chunks() : in.readNBytes((int) Math.max(0, length));
    if (!status.contains(" 200")) {
      throw new IOException(status + " for " + firstLine(request) + ": " + text(body));
    }
    return body;
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(); size > 0; size = size()) {
      body.write(in.readNBytes(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int size() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(80);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server hung up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static String firstLine(byte[] request) {
    return text(request).lines().findFirst().orElse("");
  }

  private static String text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.substring(0, Math.min(text.length(), 300));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
