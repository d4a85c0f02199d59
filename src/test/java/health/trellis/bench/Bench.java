package health.trellis.bench;

import health.trellis.bench.inside.PlainServlet;
import health.trellis.launch.DrivenServers;
import health.trellis.launch.Installation;
import health.trellis.launch.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What {@code mvn -Pbench} runs: it starts its own servers, measures, writes {@code docs/speed.md},
 * and ends, after eleven minutes at the latest.
 */
public final class Bench {
  private static final long MOST_MINUTES = 11;

  private final Progress progress = Progress.console();
  private final Installation here = Installation.here();
  private final Path folder = here.base().resolve("target/bench");
  private final Budget budget = Budget.of(Boolean.getBoolean("bench.quick"));
  private final Report report = new Report(progress, budget);

  /** Measures once; ends with 1 where it could not. */
  public static void main(String[] arguments) throws Exception {
    Machine.endAfter(MOST_MINUTES);
    new Bench().run();
  }

  private void run() throws Exception {
    double load = Machine.quietLoad(budget);
    if (load > Machine.MOST_LOAD) {
      report.invalid("the load average was " + Figures.number(load) + " before the start");
    }
    Files.createDirectories(folder.resolve("tmp"));
    System.setProperty("java.io.tmpdir", folder.resolve("tmp").toString());
    DrivenServers servers = DrivenServers.start(folder.resolve("data"), progress);
    Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
    try (servers) {
      start(servers);
      double others = Machine.othersCpuSeconds();
      long since = System.nanoTime();
      new Measurements(servers, budget, report, progress).all();
      report.beside("memory of Payara after the run", resident(servers));
      double whole = (System.nanoTime() - since) / 1e9 * Runtime.getRuntime().availableProcessors();
      double share = Math.max(0, Machine.othersCpuSeconds() - others) / whole;
      if (share > Machine.MOST_OTHERS) {
        report.invalid(
            "other programs used " + Math.round(share * 100) + " % of the processors meanwhile");
      }
      report.beside("load average at the end", Figures.number(Machine.load()));
      report.write(here.base(), load, share);
    }
  }

  private static String resident(DrivenServers servers) throws Exception {
    return Machine.residentMebibytes(servers.payara()) + " MiB";
  }

  private void start(DrivenServers servers) throws Exception {
    report.beside("size of the WAR", Files.size(here.war()) / 1024 + " KiB");
    List<Double> starts = new ArrayList<>();
    for (int i = 0; i < budget.starts(); i++) {
      starts.add(servers.startPayara(here.war()));
    }
    report.beside("first start of Payara", Figures.number(starts.get(0)) + " s");
    Figures all = new Figures(starts);
    report.goal(
        8, "start of Payara to the first page", "≤ 10 s", all.text("s"), all.median() <= 10);
    servers.startPayaraForLoad(withServlet());
  }

  /** A copy of the WAR with the plain servlet beside the application's own. */
  private Path withServlet() {
    JavaArchive servlet =
        ShrinkWrap.create(JavaArchive.class, "trellis-bench.jar")
            .addClasses(PlainServlet.class, PlainServlet.Door.class)
            .addAsServiceProvider(
                "jakarta.servlet.ServletContainerInitializer", PlainServlet.Door.class.getName());
    Path copy = folder.resolve("trellis-bench.war");
    ShrinkWrap.create(ZipImporter.class, "trellis-bench.war")
        .importFrom(here.war().toFile())
        .as(WebArchive.class)
        .addAsLibraries(servlet)
        .as(ZipExporter.class)
        .exportTo(copy.toFile(), true);
    return copy;
  }
}
