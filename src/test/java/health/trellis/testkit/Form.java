package health.trellis.testkit;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form of a page with one of its buttons pressed, as a browser would send it.
 *
 * @param action where it is sent
 * @param fields what stands in it, and the button
 */
public record Form(String action, Map<String, String> fields) {
  private static final Pattern FORM = Pattern.compile("(?s)<form([^>]*)>(.*?)</form>");
  private static final Pattern FIELD = Pattern.compile("<(input|button)([^>]*)>");
  private static final Pattern TEXT =
      Pattern.compile(
          "<(?:textarea|input(?=[^>]*type=\"(?:text|search)\"))[^>]* name=\"([^\"]+)\"");
  private static final String NAME = "name";

  /** Every form of a page with every button it has. */
  public static List<Form> in(HttpResponse<String> page) {
    List<Form> forms = new ArrayList<>();
    FORM.matcher(page.body())
        .results()
        .forEach(form -> forms.addAll(in(page, form.group(1), form.group(2))));
    return forms;
  }

  /** The names of the fields of a page that take text. */
  public static List<String> textsOf(HttpResponse<String> page) {
    return TEXT.matcher(page.body()).results().map(found -> found.group(1)).toList();
  }

  private static List<Form> in(HttpResponse<String> page, String head, String body) {
    String action = attribute(head, "action");
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> buttons = new ArrayList<>();
    FIELD.matcher(body).results().forEach(field -> read(field, fields, buttons));
    String to = action.isEmpty() ? page.uri().getRawPath() : action;
    if (buttons.isEmpty()) {
      return List.of(new Form(to, fields));
    }
    return buttons.stream()
        .map(
            button -> {
              Map<String, String> pressed = new LinkedHashMap<>(fields);
              pressed.put(button, button);
              return new Form(to, pressed);
            })
        .toList();
  }

  private static void read(MatchResult field, Map<String, String> fields, List<String> buttons) {
    String name = attribute(field.group(2), NAME);
    boolean button =
        field.group(1).equals("button") || attribute(field.group(2), "type").equals("submit");
    if (button && !name.isEmpty()) {
      buttons.add(name);
    } else if (!name.isEmpty()) {
      fields.put(name, attribute(field.group(2), "value"));
    }
  }

  private static String attribute(String tag, String name) {
    Matcher found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(tag);
    return found.find() ? found.group(1).replace("&amp;", "&") : "";
  }

  /** The request that sends it, but for what it says of where it comes from. */
  public HttpRequest.Builder sentBy(Visitor visitor) {
    return visitor
        .to(action)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(Visitor.form(fields)));
  }

  /** The same with one field filled in otherwise. */
  public Form with(String name, String value) {
    Map<String, String> filled = new LinkedHashMap<>(fields);
    filled.put(name, value);
    return new Form(action, filled);
  }

  /** The same without one field. */
  public Form without(String name) {
    Map<String, String> left = new LinkedHashMap<>(fields);
    left.remove(name);
    return new Form(action, left);
  }
}
