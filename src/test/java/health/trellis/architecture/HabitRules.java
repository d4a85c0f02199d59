package health.trellis.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callCodeUnitWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/** Where time, language, settings and words on a console may come from. */
final class HabitRules {

  private static final List<Class<?>> TIMES =
      List.of(
          Instant.class,
          LocalDate.class,
          LocalTime.class,
          LocalDateTime.class,
          OffsetDateTime.class,
          ZonedDateTime.class);

  private HabitRules() {}

  private static boolean targets(JavaAccess<?> access, Class<?> owner, String name) {
    return access.getTargetOwner().isEquivalentTo(owner) && access.getName().equals(name);
  }

  static ArchRule timeComesFromAClock(House house) {
    DescribedPredicate<JavaCall<?>> now =
        describe(
            "asks the machine for the time",
            call ->
                targets(call, System.class, "currentTimeMillis")
                    || (call.getTargetOwner().isEquivalentTo(Clock.class)
                        && call.getName().startsWith("system"))
                    || (TIMES.stream().anyMatch(time -> targets(call, time, "now"))
                        && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isEquivalentTo(Clock.class))));
    return noClasses().that(not(house.in("kernel", "launch"))).should(callCodeUnitWhere(now));
  }

  static ArchRule noOldDates(House house) {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.util\\.(Date|Calendar|GregorianCalendar|TimeZone)"
                + "|java\\.text\\.(SimpleDateFormat|DateFormat)");
  }

  static ArchRule localesAreChosen(House house) {
    DescribedPredicate<JavaCall<?>> made =
        describe(
            "makes a Locale from text",
            call ->
                targets(call, Locale.class, "forLanguageTag")
                    || targets(call, Locale.class, "<init>")
                    || targets(call, Locale.class, "of")
                    || targets(call, Locale.Builder.class, "build"));
    DescribedPredicate<JavaClass> chooser =
        describe(
            "the one that chooses", type -> type.getName().equals(house.type("web.Languages")));
    return noClasses().that(not(chooser)).should(callCodeUnitWhere(made));
  }

  static ArchRule nothingOnTheConsole(House house) {
    DescribedPredicate<JavaAccess<?>> console =
        describe(
            "speaks to the console",
            access ->
                targets(access, System.class, "out")
                    || targets(access, System.class, "err")
                    || access.getName().equals("printStackTrace"));
    return noClasses().that(not(house.in("launch"))).should().accessTargetWhere(console);
  }

  static ArchRule settingsInOnePlace(House house) {
    DescribedPredicate<JavaCall<?>> read =
        describe(
            "reads a setting",
            call ->
                targets(call, System.class, "getenv")
                    || targets(call, System.class, "getProperty")
                    || call.getTargetOwner()
                        .getName()
                        .equals("org.eclipse.microprofile.config.ConfigProvider"));
    return noClasses().that(not(house.in("kernel", "launch"))).should(callCodeUnitWhere(read));
  }
}
