package health.trellis.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The packages below one base package, seen as the rooms of ARCHITECTURE.md. The real house is
 * {@code health.trellis}; a small ruin next to the tests, laid out alike and full of breaches,
 * shows that each rule can see what it forbids.
 */
record House(String base) {

  /** The application itself, without its tests. */
  static final House REAL = new House("health.trellis");

  /** The seeded breaches. */
  static final House RUIN = new House("health.trellis.architecture.breaches");

  private static final Map<House, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

  JavaClasses classes() {
    return IMPORTED.computeIfAbsent(this, House::imported);
  }

  private JavaClasses imported() {
    ClassFileImporter importer = new ClassFileImporter();
    return this.equals(REAL)
        ? importer.withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(base)
        : importer.importPackages(base);
  }

  /** The full name of a type, as {@code security.AllowedTo}. */
  String type(String shortName) {
    return base + "." + shortName;
  }

  /** Everything in the named rooms and below them. */
  DescribedPredicate<JavaClass> in(String... rooms) {
    return resideInAnyPackage(
        Arrays.stream(rooms).map(room -> base + "." + room + "..").toArray(String[]::new));
  }

  /** The plumbing room {@code web} and each feature's own {@code web} below it. */
  DescribedPredicate<JavaClass> inWeb() {
    return DescribedPredicate.describe(
        "in a web package", type -> inside(type) && type.getPackageName().endsWith(".web"));
  }

  /** A feature's own web package, which holds its beans and resources. */
  DescribedPredicate<JavaClass> inFeatureWeb() {
    return DescribedPredicate.describe(
        "in a feature's web package",
        type ->
            inside(type)
                && type.getPackageName().endsWith(".web")
                && !type.getPackageName().equals(base + ".web"));
  }

  boolean inside(JavaClass type) {
    return type.getPackageName().equals(base) || type.getPackageName().startsWith(base + ".");
  }

  /** The first folder below the base: {@code clients} for {@code health.trellis.clients.web}. */
  Optional<String> room(JavaClass type) {
    if (!inside(type) || type.getPackageName().equals(base)) {
      return Optional.empty();
    }
    return Optional.of(type.getPackageName().substring(base.length() + 1).split("\\.")[0]);
  }

  /** The four keys of ARCHITECTURE.md, wherever they live. */
  boolean isKey(JavaClass type) {
    return inside(type)
        && List.of("OpenClient", "OpenCaseload", "OpenClinic", "OpenJob")
            .contains(type.getSimpleName());
  }
}
