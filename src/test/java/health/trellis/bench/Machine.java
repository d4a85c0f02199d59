package health.trellis.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What {@code /proc} says about this machine and the processes on it. */
final class Machine {
  /** Above this load average before the start a run proves nothing. */
  static final double MOST_LOAD = 1;

  /** Nor does it where others used more than this share of the processors meanwhile. */
  static final double MOST_OTHERS = 0.1;

  private static final double TICKS_A_SECOND = 100;

  private Machine() {}

  /** The load average of the last minute. */
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** The same, after the build that came before has faded, which takes two minutes at most. */
  static double quietLoad(Budget budget) throws InterruptedException {
    for (int i = 0; i < 24 && !budget.quick() && load() > MOST_LOAD; i++) {
      Thread.sleep(5000);
    }
    return load();
  }

  /** Ends this process after so many minutes, whatever it does then. */
  static void endAfter(long minutes) {
    Thread watch =
        new Thread(
            () -> {
              try {
                TimeUnit.MINUTES.sleep(minutes);
                System.exit(1);
              } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
              }
            },
            "watch");
    watch.setDaemon(true);
    watch.start();
  }

  /** Processor time of one process, in seconds. */
  static double cpuSeconds(long process) throws IOException {
    String[] fields = fields(Path.of("/proc", Long.toString(process), "stat"));
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
  }

  /** Memory of a process that is in the machine's, in MiB. */
  static long residentMebibytes(long process) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /** Processor time that others than this run and its servers have used so far, in seconds. */
  static double othersCpuSeconds() throws IOException {
    String[] cpu = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +");
    long busy = 0;
    for (int i = 1; i < cpu.length; i++) {
      if (i != 4 && i != 5 && i < 9) {
        busy += Long.parseLong(cpu[i]);
      }
    }
    double own =
        Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
            .mapToDouble(process -> withEndedChildren(process.pid()))
            .sum();
    return busy / TICKS_A_SECOND - own;
  }

  /** One line about the machine. */
  static String describe() throws IOException {
    String processor =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.replaceFirst(".*: ", ""))
            .findFirst()
            .orElse(System.getProperty("os.arch"));
    String memory = Files.readAllLines(Path.of("/proc/meminfo")).get(0).replaceAll("\\D", "");
    return String.format(
        Locale.ROOT,
        "%d cores (%s), %.0f GB of memory, %s %s, Java %s",
        Runtime.getRuntime().availableProcessors(),
        processor,
        Double.parseDouble(memory) / 1e6,
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("java.version"));
  }

  private static double withEndedChildren(long process) {
    try {
      String[] fields = fields(Path.of("/proc", Long.toString(process), "stat"));
      long ticks = 0;
      for (int i = 11; i <= 14; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return ticks / TICKS_A_SECOND;
    } catch (IOException gone) {
      return 0;
    }
  }

  /** The fields after the name, which may hold spaces. */
  private static String[] fields(Path stat) throws IOException {
    String text = Files.readString(stat);
    return text.substring(text.lastIndexOf(')') + 2).split(" ");
  }
}
