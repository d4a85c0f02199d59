package health.trellis.security;

import static org.assertj.core.api.Assertions.assertThat;

import health.trellis.kernel.ConflictException;
import health.trellis.kernel.InvalidException;
import health.trellis.kernel.NotFoundException;
import health.trellis.testkit.inside.AjarService;
import health.trellis.testkit.inside.Askers;
import health.trellis.testkit.inside.Door;
import health.trellis.testkit.inside.Given;
import health.trellis.testkit.inside.Owner;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every public method of every service, called inside the server by everyone who might, about one
 * client, Lea. Each call is undone; what was refused stays in the log.
 */
@ExtendWith(ArquillianExtension.class)
class GateIT {

  /** Who calls. */
  private enum Who {
    LEA("client@trellis.example", Role.CLIENT),
    ANOTHER_CLIENT("another@gate.example", Role.CLIENT),
    HER_THERAPIST("therapist@trellis.example", Role.THERAPIST),
    THE_SUPERVISOR("supervisor@trellis.example", Role.THERAPIST),
    A_COLLEAGUE("colleague@trellis.example", Role.THERAPIST),
    THE_ADMINISTRATOR("admin@trellis.example", Role.ADMINISTRATOR),
    AN_ADMINISTRATOR_ELSEWHERE("elsewhere@gate.example", Role.ADMINISTRATOR);

    private final String email;
    private final Role role;

    Who(String email, Role role) {
      this.email = email;
      this.role = role;
    }
  }

  @Inject private BeanManager beans;
  @Inject private CurrentCaller caller;
  @Inject private UserTransaction transaction;

  private final Owner owner = new Owner();

  @BeforeEach
  void inventMore() {
    Askers.invent(owner);
    Askers.leave(owner);
  }

  @Test
  void nobody_gets_in_without_having_signed_in() throws Exception {
    assertThat(doors()).hasSizeGreaterThan(15);
    for (Door door : doors()) {
      String reason = door + ": nobody signed in";
      long before = refusals("anonymous", reason);
      assertThat(isRefused(door)).as("%s", door).isTrue();
      assertThat(refusals("anonymous", reason)).as(reason).isEqualTo(before + 1);
    }
  }

  @Test
  void nobody_gets_in_whose_role_the_method_does_not_name() throws Exception {
    for (Who who : Who.values()) {
      for (Door door : doors().stream().filter(each -> !each.isFor(who.role)).toList()) {
        assertRefused(who, door, "not for " + who.role);
      }
    }
  }

  @Test
  void who_holds_the_role_gets_no_further_than_to_own_clients() throws Exception {
    for (Who who : List.of(Who.ANOTHER_CLIENT, Who.A_COLLEAGUE, Who.AN_ADMINISTRATOR_ELSEWHERE)) {
      for (Door door : doorsOf(who).stream().filter(Door::leadsToOneClient).toList()) {
        assertRefused(who, door, "");
      }
    }
  }

  @Test
  void a_supervisor_reads_and_does_nothing_in_the_place_of_the_therapist() throws Exception {
    for (Door door : doorsOf(Who.THE_SUPERVISOR).stream().filter(Door::leadsToOneClient).toList()) {
      if (rule(door).names(Asker.SUPERVISOR)) {
        assertLetIn(Who.THE_SUPERVISOR, door);
      } else {
        assertRefused(Who.THE_SUPERVISOR, door, "");
      }
    }
  }

  @Test
  void everybody_gets_in_to_what_is_theirs() throws Exception {
    for (Who who : List.of(Who.LEA, Who.HER_THERAPIST, Who.THE_ADMINISTRATOR)) {
      for (Door door : doorsOf(who)) {
        if (isOfSupervisorAlone(door)) {
          assertRefused(who, door, "not the supervisor");
        } else if (rule(door) == AccessRule.READ_IN_EMERGENCY) {
          assertRefused(who, door, "no opening of the caller's");
        } else {
          assertLetIn(who, door);
        }
      }
    }
  }

  @Test
  void a_method_that_names_no_role_lets_nobody_in() throws Exception {
    Door ajar =
        Door.all(beans).stream()
            .filter(door -> door.method().getDeclaringClass().equals(AjarService.class))
            .findFirst()
            .orElseThrow();
    for (Who who : Who.values()) {
      assertRefused(who, ajar, "the method allows nobody");
    }
  }

  private static AccessRule rule(Door door) {
    return AccessRule.of(door.toString()).orElseThrow();
  }

  private static boolean isOfSupervisorAlone(Door door) {
    return rule(door).names(Asker.SUPERVISOR) && !rule(door).names(Asker.THERAPIST);
  }

  private List<Door> doors() {
    return Door.all(beans).stream()
        .filter(door -> !door.method().getDeclaringClass().equals(AjarService.class))
        .toList();
  }

  private List<Door> doorsOf(Who who) {
    return doors().stream().filter(door -> door.isFor(who.role)).toList();
  }

  private void assertRefused(Who who, Door door, String why) throws Exception {
    UUID request = enter(who);
    assertThat(isRefused(door)).as("%s calls %s", who, door).isTrue();
    assertThat(
            owner.all(
                "select reason from audit_event where code = 'REFUSED' and outcome = 'refused'"
                    + " and actor = ? and request_id = ?",
                sub(who),
                request))
        .as("%s calls %s, written down although the call was undone", who, door)
        .singleElement()
        .asString()
        .startsWith(door + ": " + why);
  }

  private void assertLetIn(Who who, Door door) throws Exception {
    enter(who);
    assertThat(isRefused(door)).as("%s calls %s", who, door).isFalse();
  }

  private UUID enter(Who who) {
    UUID request = UUID.randomUUID();
    caller.enter(new Visit(sub(who), who.role, "session", "127.0.0.1", request));
    return request;
  }

  /** Calls, and undoes what came of it. What the caller is asked to mend was let in. */
  private boolean isRefused(Door door) throws Exception {
    transaction.begin();
    try {
      door.enter(
          Given.about(
              Who.LEA.email,
              Who.HER_THERAPIST.email,
              door.isFor(Role.CLIENT) ? Role.CLIENT : Role.THERAPIST));
      return false;
    } catch (NotFoundException refused) {
      return true;
    } catch (ConflictException | InvalidException asked) {
      return false;
    } finally {
      transaction.rollback();
    }
  }

  private long refusals(String actor, String reason) {
    return Long.parseLong(
        one(
            "select count(*) from audit_event where code = 'REFUSED' and actor = ? and reason = ?",
            actor,
            reason));
  }

  private String sub(Who who) {
    return one("select sub from person where email = ?", who.email);
  }

  private String one(String query, Object... values) {
    return owner.all(query, values).get(0);
  }
}
