package health.trellis.bench;

import health.trellis.inventory.Item;
import health.trellis.launch.DrivenServers;
import health.trellis.testkit.Crowd;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Eight clients who answer at the same time, each signed in and with inventories of their own. */
final class Answering {
  private static final int CLIENTS = 8;
  private static final int BLANK = 20;
  private static final int ANSWERED = 40;

  private final Crowd crowd;
  private final List<Requests> requests = new ArrayList<>();
  private final List<List<UUID>> blank = new ArrayList<>();
  private final List<List<UUID>> answered = new ArrayList<>();
  private final List<AtomicInteger> put = new ArrayList<>();
  private final List<AtomicInteger> submitted = new ArrayList<>();

  private Answering(Crowd crowd) {
    this.crowd = crowd;
  }

  static Answering prepare(DrivenServers servers, Crowd crowd, UUID therapist) throws Exception {
    Answering answering = new Answering(crowd);
    for (int i = 1; i <= CLIENTS; i++) {
      String name = "bench" + i;
      String sub = servers.backstage().addPerson(name);
      crowd.addAnswering(sub, therapist, BLANK, ANSWERED);
      answering.blank.add(crowd.assignments(sub, false));
      answering.answered.add(crowd.assignments(sub, true));
      answering.requests.add(signIn(servers, name));
      answering.put.add(new AtomicInteger());
      answering.submitted.add(new AtomicInteger());
    }
    return answering;
  }

  private static Requests signIn(DrivenServers servers, String name) throws IOException {
    return new Requests(
        Visitor.signIn(
            URI.create(servers.address()),
            "/portal/home.xhtml",
            name,
            servers.backstage().passwordOf(name)));
  }

  /** The next answer of one of them: question by question, inventory by inventory. */
  byte[] put(int who) {
    int step = put.get(who).getAndIncrement();
    List<Item> items = crowd.items();
    List<UUID> own = blank.get(who);
    Item item = items.get(step % items.size());
    UUID assignment = own.get(step / items.size() % own.size());
    return requests.get(who).put(assignment, item.code().value(), crowd.valueOf(item));
  }

  /** The page of questions. */
  byte[] open(int who) {
    List<UUID> own = answered.get(who);
    return requests
        .get(who)
        .get("/portal/inventory/answer.xhtml?assignment=" + own.get(own.size() - 1));
  }

  /** The end of the next inventory that is answered. */
  byte[] submitNext(int who) {
    return requests.get(who).submit(answered.get(who).get(submitted.get(who).getAndIncrement()));
  }

  /** Ends some inventories; returns Payara's processor time for each, in ms. */
  double submitSome(DrivenServers servers, int many) throws IOException {
    double before = Machine.cpuSeconds(servers.payara());
    try (Wire wire = new Wire(URI.create(servers.address()))) {
      for (int i = 0; i < many; i++) {
        wire.send(submitNext(i % CLIENTS));
      }
    }
    return (Machine.cpuSeconds(servers.payara()) - before) * 1000 / many;
  }
}
