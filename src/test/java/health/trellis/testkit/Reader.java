package health.trellis.testkit;

import java.util.List;

/** One of the demonstration's people for each role, with the folder of the pages they read. */
public enum Reader {
  THERAPIST("therapist", "therapist"),
  ADMINISTRATOR("admin", "admin"),
  CLIENT("client", "portal");

  private final String userName;
  private final String folder;

  Reader(String userName, String folder) {
    this.userName = userName;
    this.folder = folder;
  }

  /** The name under which one signs in. */
  public String userName() {
    return userName;
  }

  /** The first folder of the addresses. */
  public String folder() {
    return folder;
  }

  /** Every page of the folder, with a client and a record of each kind that it can show. */
  public List<String> addresses(Practice practice) {
    String client = this == CLIENT ? practice.ownRecordOfClient() : practice.clientOf("therapist");
    String open = this == CLIENT ? practice.giveToClient() : "";
    String note = this == THERAPIST ? practice.draftOf(client) : "";
    String process = this == THERAPIST ? practice.processNoteOf(client) : "";
    String belief = beliefOf(practice, client);
    if (this == THERAPIST) {
      practice.linked(note, belief);
      practice.formulate(client, belief);
    }
    String event = this == THERAPIST ? practice.lifeEventOf(client) : "";
    String goal = goalOf(practice, client);
    String rating =
        goal.isEmpty()
            ? ""
            : practice.one(
                "select id from goal_rating where goal_id = ?::uuid and rated_as = ? limit 1",
                goal,
                this == CLIENT ? "CLIENT" : "THERAPIST");
    String step =
        goal.isEmpty()
            ? ""
            : practice.one("select id from goal_step where goal_id = ?::uuid limit 1", goal);
    String template = this == ADMINISTRATOR ? practice.templateInUse() : "";
    String starter = this == ADMINISTRATOR ? practice.starterInUse() : "";
    String experiment = this == THERAPIST ? practice.experimentWith(belief) : "";
    String supporter = this == ADMINISTRATOR ? "" : practice.supporterOf(client);
    if (this == CLIENT) {
      practice.shareMap(client);
    }
    String number = this == ADMINISTRATOR ? practice.lastActIn(client) : "";
    String staff = this == ADMINISTRATOR ? practice.spareStaff() : "";
    String leaving = this == ADMINISTRATOR ? practice.spareClient() : "";
    String access =
        switch (this) {
          case THERAPIST ->
              practice.openedInEmergency(
                  "therapist@trellis.example", "THERAPIST", practice.clientOf("colleague"));
          case ADMINISTRATOR ->
              practice.openedInEmergency("admin@trellis.example", "ADMINISTRATOR", client);
          case CLIENT -> "";
        };
    return Pages.below(folder).stream()
        .map(
            page ->
                "%s?client=%s&assignment=%s&note=%s&belief=%s&process=%s&experiment=%s&template=%s&starter=%s&event=%s&supporter=%s&goal=%s&rating=%s&step=%s&number=%s&staff=%s&leaving=%s&access=%s"
                    .formatted(
                        page,
                        client,
                        assignment(practice, page, client, open),
                        note,
                        belief,
                        process,
                        experiment,
                        template,
                        starter,
                        event,
                        supporter,
                        goal,
                        rating,
                        step,
                        number,
                        staff,
                        leaving,
                        access))
        .toList();
  }

  private String beliefOf(Practice practice, String client) {
    return switch (this) {
      case THERAPIST -> practice.beliefOf(client);
      case CLIENT -> practice.shared(practice.beliefOf(client));
      case ADMINISTRATOR -> "";
    };
  }

  private String goalOf(Practice practice, String client) {
    return switch (this) {
      case THERAPIST -> practice.goalOf(client);
      case CLIENT -> practice.sharedGoal(practice.goalOf(client));
      case ADMINISTRATOR -> "";
    };
  }

  private static String assignment(Practice practice, String page, String client, String open) {
    if (page.endsWith("/answer.xhtml")) {
      return open;
    }
    if (page.startsWith("/portal/inventory/result")) {
      return practice.one(
          "select id from assignment where client_id = ?::uuid and released_at is not null limit 1",
          client);
    }
    return practice.submittedOf(client);
  }
}
