package health.trellis.crash;

import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A therapist who looks at own clients as fast as the server answers, and counts a look from the
 * moment at which the head of the answer is there, however little of its body comes.
 */
final class Looker implements Runnable {
  private final Visitor visitor;
  private final List<String> clients;
  private final Random random;
  private final HttpClient browser =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Integer> begun = new HashMap<>();
  private final AtomicBoolean over = new AtomicBoolean();

  Looker(Visitor visitor, List<String> clients, Random random) {
    this.visitor = visitor;
    this.clients = clients;
    this.random = random;
  }

  @Override
  public void run() {
    while (!over.get()) {
      String client = clients.get(random.nextInt(clients.size()));
      try {
        browser.send(
            look(client),
            head -> {
              if (head.statusCode() == 200) {
                seen(client);
              }
              return BodySubscribers.discarding();
            });
      } catch (IOException cut) {
        // What was begun was counted.
      } catch (InterruptedException end) {
        return;
      }
    }
  }

  private HttpRequest look(String client) {
    return visitor
        .to("/therapist/thread/timeline.xhtml?client=" + client)
        .header("Sec-Fetch-Site", "same-origin")
        .build();
  }

  private synchronized void seen(String client) {
    begun.merge(client, 1, Integer::sum);
  }

  /** How often the answer began, by client. */
  synchronized Map<String, Integer> begun() {
    return Map.copyOf(begun);
  }

  /** How often it did in all. */
  int looks() {
    return begun().values().stream().mapToInt(Integer::intValue).sum();
  }

  void stop() {
    over.set(true);
  }
}
