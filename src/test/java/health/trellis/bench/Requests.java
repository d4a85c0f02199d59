package health.trellis.bench;

import health.trellis.testkit.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The requests of someone who signed in, made by the byte for the {@link Wire}. */
record Requests(Visitor visitor) {

  /** A request for a page, as a browser makes it. */
  byte[] get(String path) {
    return (head("GET", path) + "Accept: text/html\r\nAccept-Encoding: gzip\r\n\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A request for a page, to be sent uncompressed. */
  byte[] getRaw(String path) {
    return (head("GET", path) + "Accept: text/html\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What comes before so many bytes that replace what is at a path. */
  String putHead(String path, int length) {
    return head("PUT", path)
        + "Sec-Fetch-Site: same-origin\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  /** One answer, under a key of its own. */
  byte[] put(UUID assignment, String item, int value) {
    return write(
        "PUT",
        "/api/portal/assignments/" + assignment + "/answers/" + item,
        "{\"key\":\"" + UUID.randomUUID() + "\",\"value\":" + value + "}");
  }

  /** The end of an inventory. */
  byte[] submit(UUID assignment) {
    return write(
        "POST",
        "/api/portal/assignments/" + assignment + "/submit",
        "{\"key\":\"" + UUID.randomUUID() + "\"}");
  }

  private byte[] write(String method, String path, String body) {
    return (head(method, path)
            + "X-Trellis-Token: "
            + visitor.token()
            + "\r\nContent-Type: application/json\r\nSec-Fetch-Site: same-origin\r\n"
            + "Accept: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private String head(String method, String path) {
    return "%s %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\n"
        .formatted(method, path, visitor.address().getAuthority(), visitor.cookies());
  }
}
