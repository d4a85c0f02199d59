package health.trellis.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import health.trellis.security.AllowedTo;
import health.trellis.security.Role;
import health.trellis.security.Service;
import jakarta.json.JsonValue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Every address that code of ours answers, found in the compiled classes and in no list. */
public final class Endpoints {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("health.trellis");

  private Endpoints() {}

  /**
   * A method of a REST resource.
   *
   * @param path from the root, with its parameters in braces
   */
  public record Small(String method, String path) {
    /** Who sends it. */
    public Reader sender() {
      return Arrays.stream(Reader.values())
          .filter(reader -> path.startsWith("/api/" + reader.folder() + "/"))
          .findFirst()
          .orElse(Reader.CLIENT);
    }

    /** Whether it may change something. */
    public boolean writes() {
      return !method.equals("GET");
    }

    /** A body that each of those that write can read, a new request each time. */
    public static String body() {
      return "{\"key\":\"%s\",\"value\":1,\"version\":0,\"circle\":2,\"angle\":9,\"sections\":{\"text\":\"Forged.\"}}"
          .formatted(UUID.randomUUID());
    }

    /** The request that this one's session sends about these records. */
    public HttpRequest.Builder sentBy(Visitor visitor, Map<String, String> records) {
      HttpRequest.Builder request = visitor.to(at(records));
      return writes()
          ? request
              .header("Content-Type", "application/json")
              .header("X-Trellis-Token", visitor.token())
              .method(method, HttpRequest.BodyPublishers.ofString(body()))
          : request;
    }

    /** Where it is for one record of each kind, which its name in the path stands for. */
    public String at(Map<String, String> records) {
      String at = path;
      for (Map.Entry<String, String> record : records.entrySet()) {
        at = at.replace("{" + record.getKey() + "}", record.getValue());
      }
      if (at.contains("{")) {
        throw new IllegalStateException("say here what to put into " + at);
      }
      return at;
    }
  }

  /** The addresses of the servlets. */
  public static List<String> servlets() {
    return annotated(WebServlet.class)
        .map(type -> type.getAnnotation(WebServlet.class))
        .flatMap(at -> Stream.concat(Arrays.stream(at.value()), Arrays.stream(at.urlPatterns())))
        .map(pattern -> pattern.isEmpty() ? "/" : pattern)
        .sorted()
        .toList();
  }

  /** The methods of the REST resources. */
  public static List<Small> small() {
    String root =
        annotated(ApplicationPath.class)
            .map(type -> type.getAnnotation(ApplicationPath.class).value())
            .findFirst()
            .orElseThrow();
    List<Small> found = new ArrayList<>();
    annotated(Path.class)
        .forEach(
            type -> {
              for (Method method : type.getDeclaredMethods()) {
                verb(method)
                    .ifPresent(verb -> found.add(new Small(verb, root + path(type, method))));
              }
            });
    return found;
  }

  /** The methods of the REST resources that read what is sent to them. */
  public static List<Small> reading() {
    return small().stream()
        .filter(
            small ->
                methodsOf(small)
                    .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                    .anyMatch(JsonValue.class::equals))
        .toList();
  }

  /** The names of what a REST method reads from behind the question mark. */
  public static List<String> queriesOf(Small small) {
    return methodsOf(small)
        .flatMap(method -> Arrays.stream(method.getParameters()))
        .<AnnotatedElement>flatMap(
            parameter ->
                parameter.isAnnotationPresent(BeanParam.class)
                    ? Arrays.stream(parameter.getType().getDeclaredFields())
                    : Stream.of(parameter))
        .map(part -> part.getAnnotation(QueryParam.class))
        .filter(query -> query != null)
        .map(QueryParam::value)
        .toList();
  }

  private static Stream<Method> methodsOf(Small small) {
    return annotated(Path.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> verb(method).filter(small.method()::equals).isPresent())
        .filter(method -> small.path().endsWith(path(method.getDeclaringClass(), method)));
  }

  /** The methods of the services, each as the audit log names it, with the roles it lets in. */
  public static Map<String, Set<Role>> services() {
    Map<String, Set<Role>> found = new TreeMap<>();
    annotated(Service.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .forEach(
            method ->
                found
                    .computeIfAbsent(
                        method.getDeclaringClass().getSimpleName() + "." + method.getName(),
                        name -> EnumSet.noneOf(Role.class))
                    .addAll(rolesOf(method)));
    return found;
  }

  private static Set<Role> rolesOf(Method method) {
    AllowedTo allowed = method.getAnnotation(AllowedTo.class);
    return allowed == null ? Set.of() : Set.of(allowed.value());
  }

  private static String path(Class<?> type, Method method) {
    Path own = method.getAnnotation(Path.class);
    return type.getAnnotation(Path.class).value() + (own == null ? "" : own.value());
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static Stream<Class<?>> annotated(Class<? extends Annotation> annotation) {
    return CLASSES.stream()
        .filter(type -> type.isAnnotatedWith(annotation))
        .<Class<?>>map(JavaClass::reflect);
  }
}
