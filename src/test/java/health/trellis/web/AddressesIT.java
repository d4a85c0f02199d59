package health.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Outside;
import health.trellis.testkit.Pages;
import health.trellis.testkit.Reader;
import health.trellis.testkit.Stage;
import health.trellis.testkit.Trials;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Addresses that climb out of where they are, and detours to pages: whatever a browser would tidy
 * up is sent as it is written, over a bare connection.
 */
class AddressesIT extends Outside {

  /** What stands in files that nobody may read from outside. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "<web-app|<persistence|<faces-config|<facelet-taglib|ui:composition|h:form|create table"
              + "|root:.*:0:0|Manifest-Version|trellis\\.db|package health|#\\{",
          Pattern.CASE_INSENSITIVE);

  /** All that stands in an answer of the health. */
  private static final String HEALTH = "\\{\"status\":\"UP\",\"checks\":\\[[^<]*\\]\\}\\s*";

  private static final List<String> CLIMBS =
      List.of(
          "../",
          "../../",
          "../../../../../../",
          "..%2f",
          "%2e%2e/",
          "%2e%2e%2f",
          "..%252f",
          "..;/",
          "..;x=y/",
          "..%5c",
          "..\\",
          "....//",
          ".%2e/",
          "%c0%ae%c0%ae/",
          "..%c0%af",
          "..%00/",
          "//",
          "/./",
          "%2f",
          "%5c");

  private static final List<String> INSIDES =
      List.of(
          "WEB-INF/web.xml",
          "WEB-INF/faces-config.xml",
          "WEB-INF/beans.xml",
          "WEB-INF/templates/base.xhtml",
          "WEB-INF/errors/fault.html",
          "WEB-INF/classes/META-INF/persistence.xml",
          "WEB-INF/classes/health/trellis/messages.properties",
          "META-INF/MANIFEST.MF",
          "therapist/desk.xhtml",
          "etc/passwd");

  private static final List<String> BASES =
      List.of(
          "/",
          "/jakarta.faces.resource/",
          "/jakarta.faces.resource/css/",
          "/resources/css/",
          "/therapist/",
          "/portal/goals/",
          "/api/portal/",
          "/health/",
          "/sign-in/",
          "/signed-out.xhtml/");

  private static final List<String> ENDS =
      List.of("", ".xhtml", "%00.xhtml", ";.xhtml", "?.xhtml", "/");

  @Test
  void no_address_leads_to_a_file_inside_the_application() throws IOException {
    Trials trials = new Trials("addresses that led to a file inside");
    Visitor client = signIn(Reader.CLIENT);
    int turn = 0;
    for (String base : BASES) {
      for (String climb : CLIMBS) {
        for (String inside : INSIDES) {
          for (String end : ENDS) {
            if (Trials.isLong() || turn++ % 15 == 0) {
              look(trials, client.cookies(), base + climb + inside + end);
            }
          }
        }
      }
    }
    for (String climb : CLIMBS) {
      for (String inside : INSIDES) {
        String name = inside.substring(inside.lastIndexOf('/') + 1);
        String folder = inside.substring(0, inside.length() - name.length());
        look(trials, "", "/jakarta.faces.resource/%s.xhtml?ln=%s%s".formatted(name, climb, folder));
        look(trials, "", "/jakarta.faces.resource/%s%s.xhtml?ln=css".formatted(climb, inside));
        look(
            trials, "", "/jakarta.faces.resource/%s.xhtml?con=%s%s".formatted(name, climb, folder));
        look(
            trials, "", "/jakarta.faces.resource/%s.xhtml?loc=%s%s".formatted(name, climb, folder));
      }
    }
    trials.end(1_500);
  }

  private static void look(Trials trials, String cookies, String address) throws IOException {
    Answer answer = ask(cookies, address, Map.of());
    trials.check(
        answer.status() < 500 && !INSIDE.matcher(answer.body()).find(),
        "%s: %d %s"
            .formatted(address, answer.status(), answer.body().lines().findFirst().orElse("")));
  }

  @Test
  void no_detour_leads_past_the_check_of_an_address() throws IOException {
    Trials trials = new Trials("detours that led past the check of an address");
    String client = signIn(Reader.CLIENT).cookies();
    String open = title(ask("", "/signed-out.xhtml", Map.of()));
    int turn = 0;
    for (String page : Pages.below("therapist", "admin", "portal")) {
      for (String detour : detours(page)) {
        if (!Trials.isLong() && turn++ % 5 != 0) {
          continue;
        }
        check(trials, open, "", detour);
        if (!page.startsWith("/portal/")) {
          check(trials, open, client, detour);
        }
      }
    }
    trials.end(1_000);
  }

  /** To a page, by other ways than its address. */
  private static List<String> detours(String page) {
    List<String> all = new ArrayList<>();
    String folder = page.split("/")[1];
    String rest = page.substring(folder.length() + 1);
    for (String open :
        List.of("/jakarta.faces.resource", "/health", "/signed-out.xhtml", "/sign-in")) {
      all.add(open + "/.." + page);
      all.add(open + "/..;" + page);
      all.add(open + "/%2e%2e" + page);
      all.add(open + "/..%2f" + page.substring(1));
      all.add(open + ";/.." + page);
    }
    for (String name :
        List.of(
            "/" + page,
            "/." + page,
            "/x/.." + page,
            "/%2e" + page,
            "/portal/.." + page,
            "/portal;/.." + page)) {
      all.add(name);
    }
    all.add("/" + folder.toUpperCase(Locale.ROOT) + rest);
    all.add("/" + folder + ";x=y" + rest);
    all.add("/%" + Integer.toHexString(folder.charAt(0)) + folder.substring(1) + rest);
    all.add("/" + folder + "%2f" + rest.substring(1));
    all.add(page + "/");
    all.add(page + "/x");
    all.add(page + "%20");
    all.add(page + ".");
    all.add(page + ";jsessionid=x");
    all.add(page.replace(".xhtml", ".jsf"));
    all.add(page.replace(".xhtml", ".XHTML"));
    all.add("/faces" + page);
    return all;
  }

  /** Whoever may not see a page sees nothing there but the open page and whether all is well. */
  private static void check(Trials trials, String open, String cookies, String detour)
      throws IOException {
    Answer answer = ask(cookies, detour, Map.of());
    boolean shown =
        answer.status() == 200 && !title(answer).equals(open) && !answer.body().matches(HEALTH);
    trials.check(
        !shown && answer.status() < 500,
        "%s%s: %d".formatted(cookies.isEmpty() ? "" : "a client at ", detour, answer.status()));
  }

  private static String title(Answer answer) {
    return answer.body().replaceAll("(?s).*<title>(.*?)</title>.*", "$1");
  }

  @Test
  void who_asks_by_another_hosts_name_is_led_nowhere_else() throws IOException {
    Trials trials = new Trials("redirects to another host");
    for (String page :
        List.of(
            "/",
            "/therapist/desk.xhtml",
            "/sign-in?to=//elsewhere.example",
            "/sign-in?to=https://elsewhere.example",
            "/sign-in?to=/%5celsewhere.example",
            "/sign-in?to=/therapist/desk.xhtml%0d%0aX:y")) {
      for (String header :
          List.of(
              "Host",
              "X-Forwarded-Host",
              "X-Forwarded-Proto",
              "Forwarded",
              "X-Original-URL",
              "X-Rewrite-URL",
              "Referer")) {
        Answer answer = ask("", page, Map.of(header, "elsewhere.example"));
        String location = answer.header("location");
        trials.check(
            !location.matches(
                    "(?i)(https?:)?//(?!127\\.0\\.0\\.1|localhost).*|.*elsewhere\\.example.*")
                && answer.header("x").isEmpty(),
            "%s with %s: %s".formatted(page, header, location));
      }
    }
    trials.end(40);
  }

  /** What came back over a bare connection. */
  private record Answer(int status, String head, String body) {
    String header(String name) {
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  private static Answer ask(String cookies, String address, Map<String, String> headers)
      throws IOException {
    URI server = Stage.get().address();
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(20_000);
      StringBuilder request = new StringBuilder("GET " + address + " HTTP/1.1\r\n");
      if (!headers.containsKey("Host")) {
        request.append("Host: ").append(server.getAuthority()).append("\r\n");
      }
      headers.forEach(
          (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
      if (!cookies.isEmpty()) {
        request.append("Cookie: ").append(cookies).append("\r\n");
      }
      request.append("Connection: close\r\n\r\n");
      OutputStream out = socket.getOutputStream();
      out.write(request.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
      return answer(socket.getInputStream());
    }
  }

  private static Answer answer(InputStream in) throws IOException {
    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    assertThat(text).startsWith("HTTP/1.1 ");
    return new Answer(
        Integer.parseInt(text.substring(9, 12)),
        end < 0 ? text : text.substring(0, end),
        end < 0 ? "" : text.substring(end + 4));
  }
}
