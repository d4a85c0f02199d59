package health.trellis.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.FileAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The WAR as Maven built it, plus one more jar with the tests that run inside it. Nothing in the
 * WAR itself is replaced.
 */
final class TrellisWar {

  private TrellisWar() {}

  @Deployment
  static WebArchive withTests() {
    File war = new File(System.getProperty("trellis.war"));
    return ShrinkWrap.create(ZipImporter.class, "trellis.war")
        .importFrom(war)
        .as(WebArchive.class)
        .addAsLibraries(tests(), jarOf(Assertions.class));
  }

  private static JavaArchive tests() {
    JavaArchive jar = ShrinkWrap.create(JavaArchive.class, "trellis-tests.jar");
    Path root =
        Path.of(TrellisWar.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    for (Path file : insideClasses(root)) {
      jar.add(new FileAsset(file.toFile()), root.relativize(file).toString());
    }
    return jar.addAsServiceProvider(
        "jakarta.servlet.ServletContainerInitializer", "health.trellis.testkit.inside.TestDoor");
  }

  /** The integration tests and what they share; never journeys, which know the browser. */
  private static List<Path> insideClasses(Path root) {
    try (Stream<Path> files = Files.walk(root.resolve("health"))) {
      return files
          .filter(file -> file.toString().matches(".*(IT(\\$\\w+)?|/testkit/inside/[^/]+)\\.class"))
          .filter(file -> !file.toString().contains("/journeys/"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaArchive jarOf(Class<?> type) {
    File jar = new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    return ShrinkWrap.create(ZipImporter.class, jar.getName())
        .importFrom(jar)
        .as(JavaArchive.class);
  }
}
