package health.trellis.testkit;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** Whether two answers say the same, but for what is new in each of them. */
public final class Sameness {
  private static final Pattern NEW_IN_EACH =
      Pattern.compile(
          "nonce=\"[^\"]*\"|csp\\.init\\('[^']*'\\)|name=\"trellis-token\" content=\"[^\"]*\""
              + "|name=\"jakarta.faces.ViewState\"[^>]*");

  private Sameness() {}

  /** What an answer says. */
  public static String of(HttpResponse<String> answer) {
    return answer.statusCode() + " " + NEW_IN_EACH.matcher(answer.body()).replaceAll("");
  }
}
