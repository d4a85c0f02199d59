package health.trellis.architecture;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.function.Function;

/** One promise of ARCHITECTURE.md that the build keeps: its rule, and why the rule is there. */
public enum Rule {
  DIRECTION(RoomRules::direction, "what stands left may be used, never what stands right"),
  FACES_IN_WEB_ONLY(RoomRules::facesInWebOnly, "a feature can be tested and read without a page"),
  HTTP_AT_THE_DOOR_ONLY(
      RoomRules::httpAtTheDoorOnly, "requests are met in web packages and by the gate"),
  PAGES_KNOW_NO_STORAGE(
      RoomRules::pagesKnowNoStorage, "a page reads views and calls services, nothing deeper"),
  DOMAIN_KNOWS_NO_CONTAINER(
      RoomRules::domainKnowsNoContainer, "aggregates and values are plain Java"),
  NULL_MARKED(RoomRules::nullMarked, "absence is said in the type"),
  NAMES(RoomRules::names, "a name says what a thing is, not that it helps"),

  SERVICES_ARE_MARKED(ServiceRules::areMarked, "one stereotype binds gate, transaction, context"),
  SERVICES_ARE_PUBLIC(ServiceRules::arePublic, "a service is the door of its feature"),
  SILENCE_MEANS_NO(ServiceRules::silenceMeansNo, "who may call is written on the method"),
  NO_HALF_OPEN_DOORS(
      ServiceRules::noHalfOpenDoors, "the gate sees public methods; others would pass beside it"),
  NO_SELF_CALLS(ServiceRules::noSelfCalls, "a call on oneself passes beside the gate"),
  NO_ROLES_ALLOWED(ServiceRules::noRolesAllowed, "@RolesAllowed does nothing on a CDI bean"),

  REPOSITORIES_ARE_HIDDEN(StorageRules::repositoriesAreHidden, "only the service may ask"),
  REPOSITORIES_TAKE_A_KEY(
      StorageRules::repositoriesTakeAKey, "forgetting the check must not compile"),
  KEYS_ARE_NOT_FORGED(StorageRules::keysAreNotForged, "a key comes from its check alone"),
  KEYS_ARE_NOT_KEPT(StorageRules::keysAreNotKept, "a key lives inside one service call"),
  AGGREGATES_ARE_HIDDEN(StorageRules::aggregatesAreHidden, "pages and features see views and ids"),
  AGGREGATES_HAVE_A_VERSION(
      StorageRules::aggregatesHaveAVersion, "a concurrent edit is told, never lost"),
  AGGREGATES_HAVE_VERBS(StorageRules::aggregatesHaveVerbs, "entities guard their own states"),
  NO_CACHE_OF_CLIENTS(
      StorageRules::noCacheOfClients, "a cache would answer beside row-level security"),

  IDS_ARE_RECORDS(ValueRules::idsAreRecords, "a typed id is a record over a UUID in the kernel"),
  VIEWS_ARE_RECORDS(ValueRules::viewsAreRecords, "all that a page reads, and unchangeable"),
  BEANS_ARE_SMALL_AND_SCOPED(
      ValueRules::beansAreScoped, "a bean lives as long as its page or its request"),
  BEANS_NEVER_CATCH(ValueRules::beansNeverCatch, "failures are met in one place"),
  RESOURCES_LIVE_IN_WEB(ValueRules::resourcesLiveInWeb, "REST is a page for programs"),

  TIME_COMES_FROM_A_CLOCK(HabitRules::timeComesFromAClock, "a test can choose the hour"),
  NO_OLD_DATES(HabitRules::noOldDates, "java.time says what is meant"),
  LOCALES_ARE_CHOSEN(
      HabitRules::localesAreChosen, "a Locale built from what a user sent is a way in for scripts"),
  NOTHING_ON_THE_CONSOLE(HabitRules::nothingOnTheConsole, "only the launcher speaks to a terminal"),
  SETTINGS_IN_ONE_PLACE(
      HabitRules::settingsInOnePlace, "a missing setting stops the start with its name");

  private final Function<House, ArchRule> rule;
  private final String why;

  Rule(Function<House, ArchRule> rule, String why) {
    this.rule = rule;
    this.why = why;
  }

  EvaluationResult in(House house) {
    return rule.apply(house)
        .because(why + " (ARCHITECTURE.md)")
        .allowEmptyShould(true)
        .evaluate(house.classes());
  }
}
