package health.trellis.security;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.testkit.Company;
import health.trellis.testkit.Outside;
import health.trellis.testkit.Stage;
import health.trellis.testkit.Visitor;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How soon somebody is out whose access ended, while that one and others keep on reading. */
class AccessUnderLoadIT extends Outside {
  private static final String OVERVIEW = "/therapist/clients/overview.xhtml?client=";
  private static final int SESSIONS = 2;
  private static final Duration BEFORE = Duration.ofSeconds(3);
  private static final Duration AFTER = Duration.ofSeconds(8);
  private static final Duration AT_MOST = Duration.ofSeconds(5);

  private Company company;

  /** A page that was asked for. */
  private record Read(long begun, int status) {}

  @BeforeEach
  void meet() throws IOException {
    company = Company.meet();
  }

  @AfterEach
  void part() {
    company.part();
  }

  @Test
  void who_no_longer_treats_a_client_is_out_at_that_moment() throws Exception {
    String client = company.clientOf("farclient");
    Queue<Read> reads = new ConcurrentLinkedQueue<>();
    long ended = whileReading(reads, OVERVIEW + client, () -> company.endTreatmentOf("farclient"));
    assertThat(reads).filteredOn(read -> read.status() == 200).hasSizeGreaterThan(5);
    assertThat(reads)
        .filteredOn(read -> read.begun() > ended)
        .hasSizeGreaterThan(5)
        .allMatch(read -> read.status() == 404);
  }

  @Test
  void who_was_disabled_is_out_within_five_seconds() throws Exception {
    Queue<Read> reads = new ConcurrentLinkedQueue<>();
    long disabled =
        whileReading(reads, "/therapist/desk.xhtml", () -> company.disable("fartherapist"));
    assertThat(reads).filteredOn(read -> read.status() == 200).hasSizeGreaterThan(5);
    assertThat(reads)
        .filteredOn(read -> read.begun() > disabled + AT_MOST.toNanos())
        .hasSizeGreaterThan(5)
        .allMatch(read -> read.status() == 404);
  }

  /**
   * Ends somebody's access while that one reads a page in two sessions and others theirs.
   *
   * @return when it had ended
   */
  private long whileReading(Queue<Read> reads, String page, Runnable end) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Queue<Read> others = new ConcurrentLinkedQueue<>();
    ExecutorService readers = Executors.newCachedThreadPool();
    List<Future<?>> reading = new ArrayList<>();
    for (int session = 0; session < SESSIONS; session++) {
      Visitor leaving = signIn(Company.user("fartherapist"));
      Visitor staying = signIn("therapist");
      reading.add(readers.submit(() -> read(leaving, page, reads, over)));
      reading.add(readers.submit(() -> read(staying, "/therapist/desk.xhtml", others, over)));
    }
    LockSupport.parkNanos(BEFORE.toNanos());
    end.run();
    long ended = System.nanoTime();
    LockSupport.parkNanos(AFTER.toNanos());
    over.set(true);
    for (Future<?> each : reading) {
      each.get(1, TimeUnit.MINUTES);
    }
    readers.shutdown();
    assertThat(others).hasSizeGreaterThan(10).allMatch(read -> read.status() == 200);
    return ended;
  }

  private static Visitor signIn(String user) throws IOException {
    Stage stage = Stage.get();
    return Visitor.signIn(stage.address(), "/", user, stage.backstage().passwordOf(user));
  }

  private static int read(Visitor visitor, String page, Queue<Read> reads, AtomicBoolean over)
      throws IOException {
    while (!over.get()) {
      long begun = System.nanoTime();
      reads.add(new Read(begun, visitor.get(page).statusCode()));
    }
    return reads.size();
  }
}
