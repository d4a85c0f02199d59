package health.trellis.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Load on Trellis for a while: by so many who wait for each answer, or at a steady rate. */
final class Load {
  private final URI address;
  private final long payara;

  /**
   * Load on one server.
   *
   * @param payara the process whose processor time is counted
   */
  Load(String address, long payara) {
    this.address = URI.create(address);
    this.payara = payara;
  }

  /** One connection each; the next request goes out when the answer is in. */
  Turn closed(int connections, double seconds, IntFunction<byte[]> requestOf) throws IOException {
    return run(connections, seconds, 0, requestOf);
  }

  /**
   * Requests at a steady rate, whether or not earlier ones were answered; a latency counts from the
   * moment the request was due.
   */
  Turn open(int connections, double seconds, double perSecond, IntFunction<byte[]> requestOf)
      throws IOException {
    return run(connections, seconds, perSecond, requestOf);
  }

  private Turn run(int connections, double seconds, double rate, IntFunction<byte[]> requestOf)
      throws IOException {
    double cpu = Machine.cpuSeconds(payara);
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    AtomicLong next = new AtomicLong();
    List<Callable<List<Double>>> work = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      int who = i;
      work.add(
          () -> {
            List<Double> latencies = new ArrayList<>();
            try (Wire wire = new Wire(address)) {
              while (true) {
                long due = System.nanoTime();
                if (rate > 0) {
                  due = start + (long) (next.getAndIncrement() * 1e9 / rate);
                  sleepUntil(Math.min(due, end));
                }
                if (due >= end || System.nanoTime() >= end) {
                  return latencies;
                }
                wire.send(requestOf.apply(who));
                latencies.add((System.nanoTime() - due) / 1e6);
              }
            }
          });
    }
    double[] all =
        together(work).stream().flatMap(List::stream).mapToDouble(Double::doubleValue).toArray();
    double took = (System.nanoTime() - start) / 1e9;
    return new Turn(
        all.length / took,
        Figures.percentile(all, 50),
        Figures.percentile(all, 99),
        (Machine.cpuSeconds(payara) - cpu) * 1000 / Math.max(1, all.length));
  }

  /** Does all of it at the same time, each by a thread of its own. */
  static <T> List<T> together(List<Callable<T>> work) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      List<T> done = new ArrayList<>();
      for (Future<T> part : threads.invokeAll(work)) {
        done.add(part.get());
      }
      return done;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  static void sleepUntil(long nanos) throws InterruptedException {
    long left = nanos - System.nanoTime();
    if (left > 0) {
      Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
    }
  }
}
