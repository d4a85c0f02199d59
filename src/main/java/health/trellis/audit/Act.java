package health.trellis.audit;

/** What a person can do, as the audit log names it; the letter is FHIR's: create, read, update. */
public enum Act {
  CLIENT_LISTED('R', "client"),
  CLIENT_REGISTERED('C', "client"),
  THERAPIST_ASSIGNED('C', "caseload"),
  THERAPIST_UNASSIGNED('U', "caseload"),
  INVENTORY_ASSIGNED('C', "assignment"),
  INVENTORY_WITHDRAWN('U', "assignment"),
  INVENTORY_OPENED('R', "assignment"),
  ANSWER_SAVED('U', "answer"),
  INVENTORY_SUBMITTED('U', "assignment"),
  RESULT_READ('R', "assignment"),
  RESULT_REVIEWED('U', "assignment"),
  RESULT_RELEASED('U', "assignment"),
  RELEASE_REVOKED('U', "assignment"),
  PORTAL_READ('R', "client"),
  SESSION_RECORDED('C', "session"),
  NOTE_LISTED('R', "session_note"),
  NOTE_BEGUN('C', "session_note"),
  NOTE_READ('R', "session_note"),
  NOTE_PRINTED('R', "session_note"),
  NOTE_SAVED('U', "session_note"),
  NOTE_SIGNED('U', "session_note"),
  NOTE_AMENDED('C', "note_addendum"),
  NOTE_COSIGNED('U', "session_note"),
  NOTE_RETURNED('C', "note_return"),
  TIMELINE_READ('R', "client"),
  TIMELINE_PRINTED('R', "client"),
  LIFE_EVENT_NOTED('C', "life_event"),
  LIFE_EVENT_READ('R', "life_event"),
  LIFE_EVENT_WITHDRAWN('U', "life_event"),
  PROCESS_NOTES_LISTED('R', "process_note"),
  PROCESS_NOTE_BEGUN('C', "process_note"),
  PROCESS_NOTE_READ('R', "process_note"),
  PROCESS_NOTE_SAVED('U', "process_note"),
  BELIEFS_READ('R', "belief"),
  BELIEF_NAMED('C', "belief"),
  BELIEF_REVISED('U', "belief"),
  CONVICTION_RATED('C', "conviction"),
  EVIDENCE_ADDED('C', "evidence"),
  EXPERIMENT_PLANNED('C', "experiment"),
  EXPERIMENT_READ('R', "experiment"),
  EXPERIMENT_DONE('U', "experiment"),
  EXPERIMENT_GIVEN_UP('U', "experiment"),
  FORMULATION_READ('R', "formulation"),
  FORMULATION_WRITTEN('C', "formulation"),
  FORMULATION_PRINTED('R', "formulation"),
  BELIEF_SHARED('U', "belief"),
  BELIEF_TAKEN_BACK('U', "belief"),
  BELIEF_LINKED('C', "note_belief"),
  BELIEF_UNLINKED('U', "note_belief"),
  GOAL_LINKED('C', "note_goal"),
  GOAL_UNLINKED('U', "note_goal"),
  SHARED_BELIEFS_READ('R', "belief"),
  SUPPORT_MAP_READ('R', "client"),
  SUPPORTER_ADDED('C', "supporter"),
  SUPPORTER_CHANGED('U', "supporter"),
  SUPPORTER_MOVED('U', "supporter"),
  SUPPORTER_TAKEN_OFF('U', "supporter"),
  SUPPORTER_PUT_BACK('U', "supporter"),
  SUPPORT_MAP_KEPT('C', "support_map"),
  SUPPORT_MAP_SHARED('C', "support_sharing"),
  SUPPORT_MAP_TAKEN_BACK('C', "support_sharing"),
  OWN_SUPPORT_MAP_READ('R', "client"),
  GOALS_READ('R', "goal"),
  GOAL_PROPOSED('C', "goal"),
  GOAL_REVISED('U', "goal"),
  GOAL_SHARED('U', "goal"),
  GOAL_TAKEN_BACK('U', "goal"),
  GOAL_AGREED('U', "goal"),
  GOAL_STARTED('U', "goal"),
  GOAL_HELD('U', "goal"),
  GOAL_MET('U', "goal"),
  GOAL_ENDED('U', "goal"),
  LEVELS_DRAFTED('C', "goal_scale"),
  LEVELS_REWRITTEN('U', "goal_scale"),
  LEVELS_AGREED('U', "goal_scale"),
  GOAL_RATED('C', "goal_rating"),
  GOAL_RATING_WITHDRAWN('U', "goal_rating"),
  STEP_ADDED('C', "goal_step"),
  STEP_TICKED('U', "goal_step"),
  STEP_UNTICKED('U', "goal_step"),
  STEP_DATED('U', "goal_step"),
  STEP_DROPPED('U', "goal_step"),
  SHARED_GOALS_READ('R', "goal"),
  STARTER_MADE('C', "goal_starter"),
  STARTER_CHANGED('U', "goal_starter"),
  STARTER_RETIRED('U', "goal_starter"),
  TEMPLATE_MADE('C', "note_template"),
  TEMPLATE_CHANGED('U', "note_template"),
  TEMPLATE_RETIRED('U', "note_template"),
  EMERGENCY_NOTICE_LISTED('R', "emergency_notice"),
  EMERGENCY_NOTICE_READ('U', "emergency_notice"),
  SIGN_INS_READ('R', "person"),
  SIGN_IN_ENDED('U', "sign_in"),
  ACCESS_REPORT_READ('R', "client"),
  WORK_LOG_READ('R', "audit_event"),
  AUDIT_READ('R', "audit_event"),
  AUDIT_EXPORTED('R', "audit_event"),
  AUDIT_UNUSUAL_READ('R', "audit_event"),
  AUDIT_CHECKS_READ('R', "audit_check"),
  AUDIT_CHECK_ASKED('C', "audit_check");

  private final char action;
  private final String entity;

  Act(char action, String entity) {
    this.action = action;
    this.entity = entity;
  }

  /** C, R, U, D or E. */
  public String action() {
    return String.valueOf(action);
  }

  /** The kind of record that the act is on. */
  public String entity() {
    return entity;
  }
}
