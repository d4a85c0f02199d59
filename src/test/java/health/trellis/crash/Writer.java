package health.trellis.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.trellis.testkit.Form;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A therapist who begins notes, saves them and signs most of them as fast as the server answers,
 * and remembers a thing as done only after the server said so.
 */
final class Writer implements Runnable {
  private static final Pattern NOTE = Pattern.compile("note=([0-9a-f-]{36})");
  private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");
  private static final int MOST_SAVES = 4;
  private static final int MOST_TRIES = 60;

  private final String userName;
  private final String password;
  private final String client;
  private final Round round;
  private final Random random;
  private Visitor visitor;
  private final List<Written> notes = new ArrayList<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile @Nullable Exception end;

  Writer(URI trellis, String userName, String password, String client, Round round, Random random) {
    this.userName = userName;
    this.password = password;
    this.client = client;
    this.round = round;
    this.random = random;
    this.visitor = Visitor.stranger(trellis);
  }

  /** Signs in, in a new browser; Keycloak may still be looking for its database. */
  void signIn() throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        visitor = Visitor.signIn(visitor.address(), "/therapist/desk.xhtml", userName, password);
        return;
      } catch (IOException notYet) {
        if (tries == MOST_TRIES) {
          throw notYet;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
      }
    }
  }

  @Override
  public void run() {
    try {
      while (!over.get()) {
        Written note = begin();
        int saves = 1 + random.nextInt(MOST_SAVES);
        for (int i = 0; i < saves; i++) {
          save(note);
        }
        if (random.nextInt(MOST_SAVES) > 0) {
          sign(note);
        }
      }
    } catch (IOException | RuntimeException cut) {
      end = cut;
    }
  }

  /** What this writer wrote, in its order. */
  List<Written> notes() {
    return List.copyOf(notes);
  }

  /** What cut this writer off; null while it writes. */
  @Nullable Exception end() {
    return end;
  }

  /** Has the writer stop after the note at hand. */
  void stop() {
    over.set(true);
  }

  /** Whether its writer, coming back, finds a note on its page as it stands in the database. */
  boolean finds(Written note, Verdict stored) throws IOException {
    String page = stored.signed() ? "read" : "write";
    HttpResponse<String> shown = visitor.get("/therapist/notes/" + page + ".xhtml" + address(note));
    return shown.statusCode() == 200
        && (stored.save() == 0 || shown.body().contains(Written.text(stored.save()).strip()));
  }

  private Written begin() throws IOException {
    HttpResponse<String> form = visitor.get("/therapist/notes/begin.xhtml?client=" + client);
    HttpResponse<String> begun =
        pressed(form, "go")
            .with(
                Map.of(
                    "startsAt",
                        LocalDateTime.now(ZoneOffset.UTC)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .minusHours(2)
                            + "",
                    "minutes", "50",
                    "place", "PRACTICE",
                    "attendance", "ATTENDED",
                    "template", "FREE"))
            .send(visitor);
    Matcher note = NOTE.matcher(begun.headers().firstValue("Location").orElse(""));
    if (!note.find()) {
      throw new IOException("the note was not begun: " + begun.statusCode());
    }
    Written written = new Written(client, note.group(1));
    notes.add(written);
    return written;
  }

  private void save(Written note) throws IOException {
    String text = Written.text(note.next());
    HttpResponse<String> answer =
        visitor.write(
            "PUT",
            "/api/therapist/clients/" + client + "/notes/" + note.note() + "/draft",
            "{\"key\":\"%s\",\"version\":%d,\"sections\":{\"text\":\"%s\"}}"
                .formatted(UUID.randomUUID(), note.version(), text));
    Matcher version = VERSION.matcher(answer.body());
    if (answer.statusCode() != 200 || !version.find()) {
      throw new IOException("not saved: " + answer.statusCode());
    }
    note.seenSaved(Long.parseLong(version.group(1)));
    round.saved();
  }

  /**
   * Signs the note; where Keycloak cannot ask for the password just now, the note stays a draft.
   */
  private void sign(Written note) throws IOException {
    if (!givesPasswordAgain(note)) {
      return;
    }
    HttpResponse<String> form = visitor.get("/therapist/notes/sign.xhtml" + address(note));
    Press sign = pressed(form, "sign");
    note.sendingSignature();
    round.signing();
    HttpResponse<String> answer = sign.send(visitor);
    if (answer.statusCode() != 302
        || !answer.headers().firstValue("Location").orElse("").contains("/notes/read.xhtml")) {
      throw new IOException("not signed: " + answer.statusCode());
    }
    note.seenSigned();
  }

  private boolean givesPasswordAgain(Written note) throws IOException {
    String confirm =
        "/sign-in?to="
            + URLEncoder.encode("/therapist/notes/sign.xhtml" + address(note), UTF_8)
            + "&confirm="
            + note.note()
            + "&version="
            + note.version();
    try {
      visitor.signIn(confirm, userName, password);
      return true;
    } catch (ConnectException cut) {
      throw cut;
    } catch (IOException notNow) {
      return false;
    }
  }

  private static String address(Written note) {
    return "?client=" + note.client() + "&note=" + note.note();
  }

  private static Press pressed(HttpResponse<String> page, String button) throws IOException {
    return Form.in(page).stream()
        .filter(form -> form.fields().containsKey(button))
        .findFirst()
        .map(Press::new)
        .orElseThrow(() -> new IOException("no button " + button + ": " + page.statusCode()));
  }

  /** A form that is about to be sent. */
  private record Press(Form form) {
    Press with(Map<String, String> fields) {
      Form filled = form;
      for (Map.Entry<String, String> field : fields.entrySet()) {
        filled = filled.with(field.getKey(), field.getValue());
      }
      return new Press(filled);
    }

    HttpResponse<String> send(Visitor visitor) throws IOException {
      return visitor.send(form.sentBy(visitor).header("Sec-Fetch-Site", "same-origin"));
    }
  }
}
