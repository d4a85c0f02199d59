package health.trellis.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who speaks plain HTTP with Trellis, signed in through Keycloak's own form, or a
 * stranger. Cookies are kept, redirects are not followed: a test looks at each answer.
 */
public final class Visitor {
  private static final int MOST_HOPS = 12;
  private static final Pattern COMPLAINT =
      Pattern.compile("<[^>]*class=\"[^\"]*kc-feedback-text[^>]*>\\s*([^<\\s][^<]*?)\\s*<");
  private static final Pattern GONE = Pattern.compile("(?i);\\s*max-age=0\\b");
  private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
  private static final Pattern TOKEN =
      Pattern.compile("name=\"trellis-token\" content=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Map<String, String>> cookies = new HashMap<>();
  private final URI address;
  private String token = "";

  private Visitor(URI address) {
    this.address = address;
  }

  /** Somebody without a session. */
  public static Visitor stranger(URI address) {
    return new Visitor(address);
  }

  /** Somebody who signed in, and ended on a page. */
  public static Visitor signIn(URI address, String page, String userName, String password)
      throws IOException {
    Visitor visitor = new Visitor(address);
    visitor.signIn(page, userName, password);
    return visitor;
  }

  /** Signs in, and ends on a page. */
  public void signIn(String page, String userName, String password) throws IOException {
    HttpResponse<String> form = follow(address.resolve(page), null);
    Matcher action = FORM.matcher(form.body());
    if (!action.find()) {
      throw new IOException("Keycloak shows no form: " + form.uri());
    }
    HttpResponse<String> shown =
        follow(
            URI.create(action.group(1).replace("&amp;", "&")),
            form(Map.of("username", userName, "password", password)));
    Matcher found = TOKEN.matcher(shown.body());
    if (shown.statusCode() != 200 || !found.find()) {
      throw new IOException(
          "%s could not sign in: %d at %s: %s"
              .formatted(userName, shown.statusCode(), shown.uri(), complaint(shown.body())));
    }
    token = found.group(1);
  }

  private static String complaint(String page) {
    Matcher said = COMPLAINT.matcher(page);
    return said.find() ? said.group(1) : "it says nothing";
  }

  /** Where Trellis is. */
  public URI address() {
    return address;
  }

  /** The session's cookie at Trellis, as name and value. */
  public Map.Entry<String, String> session() {
    return cookies.get(address.getAuthority()).entrySet().stream()
        .filter(cookie -> cookie.getKey().endsWith("trellis"))
        .findFirst()
        .orElseThrow();
  }

  /** What small writes of this session must carry; empty for a stranger. */
  public String token() {
    return token;
  }

  /**
   * Whether the session still stands; without one the bare address leads to signing in, and much
   * that is asked for is answered by that.
   */
  public boolean isSignedIn() throws IOException {
    return !get("/").headers().firstValue("Location").orElse("").equals("/sign-in");
  }

  /** The cookies that a browser would send to Trellis. */
  public String cookies() {
    return jar(address);
  }

  /** The beginning of a request, to be shaped at will. */
  public HttpRequest.Builder to(String path) {
    return request(address.resolve(path));
  }

  /** The answer to a GET, as a browser follows a link. */
  public HttpResponse<String> get(String path) throws IOException {
    return send(to(path).header("Sec-Fetch-Site", "same-origin"));
  }

  /** The answer to a form of our own page. */
  public HttpResponse<String> post(String path, Map<String, String> fields) throws IOException {
    return send(
        to(path)
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(fields))));
  }

  /** The answer to a small request of our own page. */
  public HttpResponse<String> write(String method, String path, String json) throws IOException {
    return send(
        to(path)
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "application/json")
            .header("X-Trellis-Token", token)
            .method(method, BodyPublishers.ofString(json)));
  }

  /** Sends one request and keeps the cookies of its answer. */
  public HttpResponse<String> send(HttpRequest.Builder builder) throws IOException {
    return send(builder, () -> {});
  }

  /**
   * The same, and does something as soon as the head of the answer is there, before its body is.
   */
  public HttpResponse<String> send(HttpRequest.Builder builder, Runnable atHead)
      throws IOException {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> response =
          client.send(
              request,
              head -> {
                atHead.run();
                return BodyHandlers.ofString().apply(head);
              });
      keep(request.uri(), response);
      return response;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private HttpResponse<String> follow(URI first, @Nullable String form) throws IOException {
    URI at = first;
    String body = form;
    for (int hops = 0; hops < MOST_HOPS; hops++) {
      HttpRequest.Builder request = request(at);
      if (body != null) {
        request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
      }
      HttpResponse<String> response = send(request);
      if (response.statusCode() / 100 != 3) {
        return response;
      }
      at = at.resolve(response.headers().firstValue("Location").orElseThrow());
      body = null;
    }
    throw new IOException("sent round in circles at " + at);
  }

  private HttpRequest.Builder request(URI at) {
    HttpRequest.Builder request = HttpRequest.newBuilder(at);
    String jar = jar(at);
    return jar.isEmpty() ? request : request.header("Cookie", jar);
  }

  private void keep(URI at, HttpResponse<String> response) {
    Map<String, String> jar = cookies.computeIfAbsent(at.getAuthority(), host -> new HashMap<>());
    for (String cookie : response.headers().allValues("Set-Cookie")) {
      String[] pair = cookie.split(";", 2)[0].split("=", 2);
      if (GONE.matcher(cookie).find()) {
        jar.remove(pair[0]);
      } else {
        jar.put(pair[0], pair[1]);
      }
    }
  }

  private String jar(URI at) {
    return cookies.getOrDefault(at.getAuthority(), Map.of()).entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /** Fields as a form sends them. */
  public static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
