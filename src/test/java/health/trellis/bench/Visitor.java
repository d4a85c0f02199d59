package health.trellis.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Someone who signed in through Keycloak once, and whose requests can then be made by the byte. */
final class Visitor {
  private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
  private static final Pattern TOKEN =
      Pattern.compile("name=\"trellis-token\" content=\"([^\"]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Map<String, String>> cookies = new HashMap<>();
  private final URI address;
  private String token = "";

  private Visitor(URI address) {
    this.address = address;
  }

  /** Signs in, and ends on a page. */
  static Visitor signIn(String address, String page, String userName, String password)
      throws IOException, InterruptedException {
    Visitor visitor = new Visitor(URI.create(address));
    HttpResponse<String> form = visitor.follow(URI.create(address + page), null);
    Matcher action = FORM.matcher(form.body());
    if (!action.find()) {
      throw new IOException("Keycloak shows no form: " + form.uri());
    }
    String filled =
        "username=" + userName + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
    HttpResponse<String> shown =
        visitor.follow(URI.create(action.group(1).replace("&amp;", "&")), filled);
    Matcher token = TOKEN.matcher(shown.body());
    if (shown.statusCode() != 200 || !token.find()) {
      throw new IOException(userName + " could not sign in: " + shown.uri());
    }
    visitor.token = token.group(1);
    return visitor;
  }

  /** The session's cookie at Trellis, as name and value. */
  Map.Entry<String, String> session() {
    return cookies.get(address.getAuthority()).entrySet().stream()
        .filter(cookie -> cookie.getKey().endsWith("trellis"))
        .findFirst()
        .orElseThrow();
  }

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
    return head("PUT", path) + "Content-Length: " + length + "\r\n\r\n";
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
            + token
            + "\r\nContent-Type: application/json\r\nSec-Fetch-Site: same-origin\r\n"
            + "Accept: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private String head(String method, String path) {
    return "%s %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\n"
        .formatted(method, path, address.getAuthority(), jar(address));
  }

  private HttpResponse<String> follow(URI first, String form)
      throws IOException, InterruptedException {
    URI at = first;
    String body = form;
    for (int hops = 0; hops < 12; hops++) {
      HttpRequest.Builder request = HttpRequest.newBuilder(at).header("Cookie", jar(at));
      if (body != null) {
        request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
      }
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      keep(at, response);
      if (response.statusCode() / 100 != 3) {
        return response;
      }
      at = at.resolve(response.headers().firstValue("Location").orElseThrow());
      body = null;
    }
    throw new IOException("sent round in circles at " + at);
  }

  private void keep(URI at, HttpResponse<String> response) {
    Map<String, String> jar = cookies.computeIfAbsent(at.getAuthority(), host -> new HashMap<>());
    for (String cookie : response.headers().allValues("Set-Cookie")) {
      String[] pair = cookie.split(";", 2)[0].split("=", 2);
      jar.put(pair[0], pair[1]);
    }
  }

  private String jar(URI at) {
    return cookies.getOrDefault(at.getAuthority(), Map.of()).entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }
}
