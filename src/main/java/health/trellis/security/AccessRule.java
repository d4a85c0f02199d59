package health.trellis.security;

import static health.trellis.security.Asker.ADMINISTRATOR;
import static health.trellis.security.Asker.ADMINISTRATOR_IN_EMERGENCY;
import static health.trellis.security.Asker.CLIENT;
import static health.trellis.security.Asker.COLLEAGUE;
import static health.trellis.security.Asker.COLLEAGUE_IN_EMERGENCY;
import static health.trellis.security.Asker.ELSEWHERE;
import static health.trellis.security.Asker.FORMER_THERAPIST;
import static health.trellis.security.Asker.OTHER_CLIENT;
import static health.trellis.security.Asker.SUPERVISOR;
import static health.trellis.security.Asker.THERAPIST;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may do what with which record, as data. It decides nothing at run time: {@link AllowedTo},
 * the keys to a record and the policies of the database do, each for itself, and the tests compare
 * every way into the application with this. A way is a service method, a page, a small request, a
 * servlet, or a statement on a table; each is under exactly one rule, and a new one under none
 * fails the build.
 */
public enum AccessRule {
  // Open to everybody.
  COME_AND_GO(
      Reach.OPEN,
      "no record",
      "sign in, sign out, be told that the session is over",
      everybody(),
      "/",
      "/sign-in",
      "/sign-in/callback",
      "/sign-out",
      "/sign-out/back-channel",
      "/fault",
      "/signed-out.xhtml",
      "/second-factor.xhtml"),
  SET_UP(
      Reach.OPEN,
      "the first clinic, while there is none",
      "set up, with the token that the server's console tells",
      everybody(),
      "/set-up.xhtml"),
  STAY_SIGNED_IN(
      Reach.OPEN, "no record", "keep the own session alive", active(), "POST /api/session/alive"),
  KEEP_OWN_SIGN_INS(
      Reach.OPEN,
      "where one is signed in oneself",
      "see, end",
      active(),
      "SignInService.list",
      "SignInService.end",
      "SignInService.endOthers",
      "/therapist/sign-ins.xhtml",
      "/portal/sign-ins.xhtml",
      "/admin/sign-ins.xhtml"),

  // Lists: whoever holds the role gets the own list.
  READ_DESK(
      Reach.LIST,
      "desk: open inventories, goals to look at, notes to cosign",
      "read",
      Set.of(THERAPIST, SUPERVISOR),
      "DeskService.today",
      "/therapist/desk.xhtml"),
  READ_CASELOAD(
      Reach.LIST,
      "caseload: name, last means, what is due",
      "read",
      Set.of(THERAPIST, SUPERVISOR),
      "DeskService.caseload",
      "/therapist/caseload.xhtml",
      "/therapist/search",
      "select caseload_line"),
  LOOK_AMONG_OWN(
      Reach.LIST,
      "notes and goals of all own clients",
      "search, list what waits",
      Set.of(THERAPIST),
      "NoteSearchService.search",
      "LinkService.listToSearch",
      "WaitingGoalService.list",
      "/therapist/notes/search.xhtml",
      "/therapist/note-search",
      "/therapist/goals/waiting.xhtml"),
  READ_WORK_LOG(
      Reach.LIST,
      "audit log: the own acts, and what anybody did about own clients",
      "read",
      Set.of(THERAPIST, SUPERVISOR),
      "WorkLogService.read",
      "/therapist/audit/list.xhtml"),
  LIST_CLIENTS(
      Reach.LIST,
      "the clinic's clients by name, with contact and therapists",
      "list",
      Set.of(ADMINISTRATOR),
      "ClientService.list",
      "/admin/clients/list.xhtml",
      "/admin/search"),
  REVIEW_LOG(
      Reach.LIST,
      "audit log: who did what, when, about whom; never what stood there",
      "read, export",
      Set.of(ADMINISTRATOR),
      "AuditReviewService.read",
      "AuditReviewService.export",
      "AuditCheckService.list",
      "UnusualAccessService.list",
      "/admin/audit/list.xhtml",
      "/admin/audit/checks.xhtml",
      "/admin/audit/unusual.xhtml",
      "GET /api/admin/audit.csv",
      "GET /api/admin/audit.ndjson"),
  PROVE_ACT(
      Reach.RECORD,
      "what proves that an act is in the audit log",
      "read",
      Set.of(ADMINISTRATOR),
      "AuditReviewService.prove",
      "/admin/audit/proof.xhtml",
      "GET /api/admin/audit-proofs/{number}"),
  READ_PORTAL(
      Reach.LIST,
      "the client's own home: what is to do, what was shared, who looked at the record",
      "read",
      Set.of(CLIENT),
      "PortalService.home",
      "AccessReportService.read",
      "SharedBeliefService.list",
      "SharedGoalService.list",
      "SharedGoalService.steps",
      "OwnSupportService.read",
      "/portal/home.xhtml",
      "/portal/audit/report.xhtml",
      "/portal/beliefs/list.xhtml",
      "/portal/goals/list.xhtml",
      "/portal/goals/steps.xhtml",
      "/portal/support/map.xhtml"),

  // The clinic.
  KNOW_CLINIC(
      Reach.CLINIC,
      "clinic: its name, its staff by name, the inventories it uses",
      "read",
      clinic(),
      "select clinic",
      "select inventory_use",
      "select person where t.staff"),
  KNOW_LOG_WAS_CHECKED(
      Reach.CLINIC,
      "that the audit log was checked, and when",
      "read",
      clinic(),
      "select audit_check"),
  ASK_FOR_CHECK(
      Reach.CLINIC,
      "a check of the audit log",
      "ask for",
      Set.of(ADMINISTRATOR),
      "AuditCheckService.ask",
      "insert audit_check"),
  KEEP_FILTERS(
      Reach.CLINIC,
      "what the clinic's administrators look for in the audit log",
      "read, keep, remove",
      Set.of(ADMINISTRATOR),
      "SavedFilterService.list",
      "SavedFilterService.keep",
      "SavedFilterService.remove",
      "/admin/audit/filters.xhtml",
      "select saved_filter",
      "insert saved_filter",
      "update saved_filter"),
  KEEP_STAFF(
      Reach.CLINIC,
      "the clinic's staff: who they are, as what, and how far those are who were invited",
      "list, invite, disable",
      Set.of(ADMINISTRATOR),
      "StaffService.list",
      "StaffService.invite",
      "StaffService.send",
      "StaffService.leaving",
      "StaffService.disable",
      "StaffService.enable",
      "/admin/people/list.xhtml",
      "/admin/people/invite.xhtml",
      "/admin/people/disable.xhtml"),
  HAND_OVER(
      Reach.CLINIC,
      "whom somebody of the staff treats",
      "list, hand over to somebody else",
      Set.of(ADMINISTRATOR),
      "HandOverService.view",
      "HandOverService.handOver",
      "/admin/people/hand-over.xhtml"),
  LIST_THERAPISTS(
      Reach.CLINIC,
      "the clinic's therapists",
      "list",
      Set.of(ADMINISTRATOR),
      "PeopleService.therapists"),
  READ_CLINIC_FORMS(
      Reach.CLINIC,
      "the clinic's note templates and goal starters",
      "begin with",
      Set.of(THERAPIST, SUPERVISOR, COLLEAGUE, FORMER_THERAPIST, ADMINISTRATOR),
      "select note_template",
      "select goal_starter"),
  KEEP_CLINIC_FORMS(
      Reach.CLINIC,
      "the clinic's note templates and goal starters",
      "make, change, retire",
      Set.of(ADMINISTRATOR),
      "TemplateService.list",
      "TemplateService.open",
      "TemplateService.make",
      "TemplateService.change",
      "TemplateService.retire",
      "StarterService.list",
      "StarterService.open",
      "StarterService.make",
      "StarterService.change",
      "StarterService.retire",
      "/admin/templates/list.xhtml",
      "/admin/templates/edit.xhtml",
      "/admin/starters/list.xhtml",
      "/admin/starters/edit.xhtml",
      "insert note_template",
      "update note_template",
      "insert goal_starter",
      "update goal_starter"),
  REGISTER_CLIENTS(
      Reach.CLINIC,
      "client",
      "register",
      Set.of(ADMINISTRATOR),
      "ClientService.register",
      "/admin/clients/register.xhtml",
      "insert client"),
  SUPERVISE(
      Reach.CLINIC,
      "who supervises whom",
      "read",
      Set.of(THERAPIST, SUPERVISOR, ADMINISTRATOR),
      "select supervision"),
  HOLD_ROLES(
      Reach.CLINIC,
      "roles of staff",
      "read",
      Set.of(THERAPIST, ADMINISTRATOR),
      "select person_role where (select p.staff from person p where p.id = t.person_id)"),

  // A client's name, contact and caseload.
  KNOW_CLIENT(
      Reach.RECORD,
      "name, contact, who treats the client",
      "read",
      Set.of(THERAPIST, SUPERVISOR, ADMINISTRATOR, CLIENT),
      "select client",
      "select caseload"),
  KNOW_SIGN_IN(
      Reach.RECORD,
      "the client's sign-in and its roles",
      "read",
      Set.of(ADMINISTRATOR, CLIENT),
      "select person where not t.staff",
      "select person_role where not (select p.staff from person p where p.id = t.person_id)"),
  KEEP_CLIENT(
      Reach.RECORD,
      "name, contact, who treats the client",
      "look after",
      Set.of(ADMINISTRATOR),
      "ClientService.view",
      "ClientService.assignTherapist",
      "ClientService.unassignTherapist",
      "/admin/clients/caseload.xhtml",
      "update client",
      "insert caseload",
      "update caseload"),
  INVITE_CLIENT(
      Reach.RECORD,
      "the client's way to the portal",
      "invite, end, let in again",
      Set.of(ADMINISTRATOR),
      "PortalInvitationService.view",
      "PortalInvitationService.invite",
      "PortalInvitationService.send",
      "PortalInvitationService.end",
      "PortalInvitationService.giveBack",
      "/admin/clients/portal.xhtml"),
  END_PORTAL(
      Reach.CLINIC,
      "the page on which a client's way to the portal ends",
      "open",
      Set.of(ADMINISTRATOR),
      "/admin/clients/end-portal.xhtml"),
  READ_OVERVIEW(
      Reach.RECORD,
      "overview of a client",
      "read",
      Set.of(THERAPIST, SUPERVISOR),
      "DeskService.client",
      "/therapist/clients/overview.xhtml"),

  // Inventories.
  GIVE_INVENTORY(
      Reach.RECORD,
      "inventory",
      "give, take back",
      Set.of(THERAPIST),
      "InventoryService.choose",
      "InventoryService.assign",
      "InventoryService.chooseToWithdraw",
      "InventoryService.withdraw",
      "/therapist/inventory/assign.xhtml",
      "/therapist/inventory/withdraw.xhtml",
      "insert assignment"),
  USE_INVENTORY(
      Reach.CLINIC,
      "inventory that the clinic has not used before",
      "note its first use, with the record open to which it is given",
      Set.of(THERAPIST),
      "insert inventory_use"),
  SEE_INVENTORY(
      Reach.RECORD,
      "inventory and its answers",
      "read",
      Set.of(THERAPIST, SUPERVISOR, CLIENT),
      "select assignment",
      "select answer"),
  MOVE_INVENTORY_ON(
      Reach.RECORD,
      "inventory",
      "review, release, revoke; send",
      Set.of(THERAPIST, CLIENT),
      "update assignment"),
  ANSWER(
      Reach.RECORD,
      "inventory, while open",
      "answer, send",
      Set.of(CLIENT),
      "AnsweringService.open",
      "AnsweringService.answer",
      "AnsweringService.submit",
      "/portal/inventory/answer.xhtml",
      "/portal/inventory/thanks.xhtml",
      "PUT /api/portal/assignments/{assignment}/answers/{item}",
      "POST /api/portal/assignments/{assignment}/submit",
      "insert answer",
      "update answer",
      "insert score"),
  READ_RESULT(
      Reach.RECORD,
      "result: scores, answers, what they lead to",
      "read",
      Set.of(THERAPIST, SUPERVISOR),
      "InventoryService.result",
      "LinkService.readAnswered",
      "/therapist/inventory/result.xhtml",
      "select score where not is_released(t.assignment_id)"),
  READ_RELEASED_SCORE(
      Reach.RECORD,
      "scores, once released",
      "read",
      Set.of(THERAPIST, SUPERVISOR, CLIENT),
      "select score where is_released(t.assignment_id)"),
  RELEASE_RESULT(
      Reach.RECORD,
      "result",
      "review, release, revoke",
      Set.of(THERAPIST),
      "InventoryService.markReviewed",
      "InventoryService.release",
      "InventoryService.revoke"),
  READ_OWN_RESULT(
      Reach.RECORD,
      "own result, while released",
      "read",
      Set.of(CLIENT),
      "AnsweringService.result",
      "/portal/inventory/result.xhtml"),

  // Sessions and their notes.
  READ_NOTES(
      Reach.RECORD,
      "sessions; session notes once signed, with what was added",
      "read, print",
      Set.of(THERAPIST, SUPERVISOR),
      "NoteService.list",
      "NoteService.open",
      "NotePrintService.list",
      "NotePrintService.open",
      "LinkService.read",
      "/therapist/notes/list.xhtml",
      "/therapist/notes/read.xhtml",
      "/therapist/notes/print.xhtml",
      "/therapist/notes/amend.xhtml",
      "/therapist/notes/cosign.xhtml",
      "GET /api/therapist/clients/{client}/notes.pdf",
      "select session",
      "select session_note where t.signed_at is not null",
      "select note_addendum",
      "select note_return",
      "select note_belief where " + Sql.OF_SIGNED,
      "select note_goal where " + Sql.OF_SIGNED),
  READ_DRAFTS(
      Reach.RECORD,
      "drafts of session notes, and what they are about",
      "read",
      Set.of(THERAPIST),
      "select session_note where t.signed_at is null",
      "select note_belief where not " + Sql.OF_SIGNED,
      "select note_goal where not " + Sql.OF_SIGNED),
  WRITE_NOTES(
      Reach.RECORD,
      "session notes",
      "begin, write, sign, add to, link, quote in",
      Set.of(THERAPIST),
      "NoteService.chooseToBegin",
      "NoteService.begin",
      "NoteService.save",
      "NoteService.sign",
      "NoteService.amend",
      "LinkService.choose",
      "LinkService.link",
      "QuotationService.latestResult",
      "QuotationService.latestRatings",
      "/therapist/notes/begin.xhtml",
      "/therapist/notes/write.xhtml",
      "/therapist/notes/sign.xhtml",
      "/therapist/notes/links.xhtml",
      "PUT /api/therapist/clients/{client}/notes/{note}/draft",
      "insert session",
      "insert session_note",
      "update session_note where not " + Sql.WAITS,
      "insert note_addendum",
      "insert note_belief",
      "update note_belief",
      "insert note_goal",
      "update note_goal"),
  COSIGN(
      Reach.RECORD,
      "signed note of a trainee",
      "cosign, send back",
      Set.of(SUPERVISOR),
      "CosignService.cosign",
      "CosignService.sendBack",
      "insert note_return"),
  HOLD_WAITING_NOTE(
      Reach.RECORD,
      "signed note of a trainee, while it waits",
      "be held by either against the other",
      Set.of(THERAPIST, SUPERVISOR),
      "update session_note where " + Sql.WAITS),
  KEEP_PROCESS_NOTES(
      Reach.RECORD,
      "process notes, and the events about them",
      "read, write: their author alone",
      Set.of(THERAPIST),
      "ProcessNoteService.list",
      "ProcessNoteService.begin",
      "ProcessNoteService.open",
      "ProcessNoteService.save",
      "/therapist/processnotes/list.xhtml",
      "/therapist/processnotes/write.xhtml",
      "PUT /api/therapist/clients/{client}/process-notes/{process}/draft",
      "select process_note",
      "insert process_note",
      "update process_note",
      "select audit_event where t.entity is not distinct from 'process_note'"),

  // Beliefs, formulation, events of a life.
  READ_BELIEFS(
      Reach.RECORD,
      "beliefs, ratings, evidence, experiments",
      "read",
      Set.of(THERAPIST, SUPERVISOR),
      "LedgerService.list",
      "LedgerService.open",
      "ExperimentService.open",
      "/therapist/beliefs/list.xhtml",
      "/therapist/beliefs/belief.xhtml",
      "/therapist/beliefs/experiment.xhtml",
      "select belief",
      "select experiment",
      "select evidence",
      "select conviction where not " + Sql.OWN_OF_SHARED_BELIEF),
  READ_OWN_CONVICTION(
      Reach.RECORD,
      "the client's own ratings of a belief, while shared",
      "read",
      Set.of(THERAPIST, SUPERVISOR, CLIENT),
      "select conviction where " + Sql.OWN_OF_SHARED_BELIEF),
  WORK_ON_BELIEFS(
      Reach.RECORD,
      "beliefs",
      "name, revise, rate, share; plan and conclude experiments; add evidence",
      Set.of(THERAPIST),
      "BeliefService.chooseToName",
      "BeliefService.chooseToRevise",
      "BeliefService.name",
      "BeliefService.revise",
      "BeliefService.rate",
      "BeliefService.share",
      "BeliefService.takeBack",
      "ExperimentService.choosePlan",
      "ExperimentService.plan",
      "ExperimentService.conclude",
      "ExperimentService.giveUp",
      "LedgerService.chooseEvidence",
      "LedgerService.addEvidence",
      "/therapist/beliefs/edit.xhtml",
      "/therapist/beliefs/evidence.xhtml",
      "/therapist/beliefs/plan.xhtml",
      "/therapist/beliefs/share.xhtml",
      "insert belief",
      "update belief",
      "insert experiment",
      "update experiment",
      "insert evidence",
      "insert conviction where not " + Sql.OF_SHARED_BELIEF),
  RATE_SHARED_BELIEF(
      Reach.RECORD,
      "rating of a belief, while shared",
      "keep",
      Set.of(THERAPIST, CLIENT),
      "insert conviction where " + Sql.OF_SHARED_BELIEF),
  READ_SHARED_BELIEF(
      Reach.RECORD,
      "own belief, while shared: words, theme, alternative, ratings",
      "read, rate",
      Set.of(CLIENT),
      "SharedBeliefService.open",
      "SharedBeliefService.rate",
      "/portal/beliefs/rate.xhtml"),
  READ_FORMULATION(
      Reach.RECORD,
      "formulation, in all its versions",
      "read, compare, print",
      Set.of(THERAPIST, SUPERVISOR),
      "FormulationService.read",
      "FormulationService.compare",
      "FormulationService.print",
      "/therapist/formulation/formulation.xhtml",
      "/therapist/formulation/compare.xhtml",
      "/therapist/formulation/print.xhtml",
      "select formulation",
      "select formulation_entry"),
  FORMULATE(
      Reach.RECORD,
      "formulation",
      "write a version",
      Set.of(THERAPIST),
      "FormulationService.chooseToWrite",
      "FormulationService.write",
      "/therapist/formulation/edit.xhtml",
      "insert formulation",
      "insert formulation_entry"),
  READ_TIMELINE(
      Reach.RECORD,
      "timeline and events of the client's life",
      "read, print",
      Set.of(THERAPIST, SUPERVISOR),
      "TimelineService.read",
      "TimelineService.print",
      "LifeEventService.open",
      "/therapist/thread/timeline.xhtml",
      "/therapist/thread/print.xhtml",
      "/therapist/thread/event.xhtml",
      "select life_event"),
  NOTE_LIFE_EVENT(
      Reach.RECORD,
      "events of the client's life",
      "note, withdraw",
      Set.of(THERAPIST),
      "LifeEventService.chooseToNote",
      "LifeEventService.note",
      "LifeEventService.withdraw",
      "insert life_event",
      "update life_event"),

  // Goals.
  READ_GOALS(
      Reach.RECORD,
      "goals, levels, ratings, steps, and how each came to stand as it does",
      "read",
      Set.of(THERAPIST, SUPERVISOR),
      "GoalService.list",
      "GoalThreadService.open",
      "/therapist/goals/list.xhtml",
      "/therapist/goals/goal.xhtml",
      "select goal where t.shared_at is null",
      "select goal_change",
      "select goal_scale where not (t.offered_at is not null and " + Sql.OF_SHARED_GOAL + ")",
      "select goal_rating where not (t.rated_as = 'CLIENT' and " + Sql.OF_SHARED_GOAL + ")",
      "select goal_step where not (t.dropped_at is null and " + Sql.OF_SHARED_GOAL + ")"),
  SEE_SHARED_GOAL(
      Reach.RECORD,
      "goal, while shared: whole, with the client's own ratings",
      "read",
      Set.of(THERAPIST, SUPERVISOR, CLIENT),
      "select goal where t.shared_at is not null",
      "select goal_scale where t.offered_at is not null and " + Sql.OF_SHARED_GOAL,
      "select goal_rating where t.rated_as = 'CLIENT' and " + Sql.OF_SHARED_GOAL,
      "select goal_step where t.dropped_at is null and " + Sql.OF_SHARED_GOAL),
  WORK_ON_GOALS(
      Reach.RECORD,
      "goals",
      "propose, describe, share, agree, move on, rate, withdraw own ratings, write steps down",
      Set.of(THERAPIST),
      "GoalService.chooseToPropose",
      "GoalService.chooseToRevise",
      "GoalService.propose",
      "GoalService.revise",
      "GoalService.share",
      "GoalService.takeBack",
      "GoalProgressService.agree",
      "GoalProgressService.start",
      "GoalProgressService.hold",
      "GoalProgressService.meet",
      "GoalProgressService.end",
      "ScaleService.choose",
      "ScaleService.describe",
      "RatingService.choose",
      "RatingService.rate",
      "RatingService.chooseToWithdraw",
      "RatingService.withdraw",
      "StepService.choose",
      "StepService.add",
      "StepService.tick",
      "StepService.date",
      "StepService.drop",
      "/therapist/goals/edit.xhtml",
      "/therapist/goals/scale.xhtml",
      "/therapist/goals/rate.xhtml",
      "/therapist/goals/withdraw.xhtml",
      "/therapist/goals/step.xhtml",
      "insert goal",
      "update goal where not (t.status = 'PROPOSED' and t.shared_at is not null)",
      "insert goal_scale",
      "update goal_scale where not " + Sql.OFFERED,
      "insert goal_rating where not " + Sql.OF_SHARED_GOAL,
      "update goal_rating where t.rated_as = 'THERAPIST'",
      "insert goal_step",
      "update goal_step where not " + Sql.STEP_OF_CLIENT),
  AGREE_TO_GOAL(
      Reach.RECORD,
      "goal, levels and steps, while shared",
      "agree, rate, tick",
      Set.of(THERAPIST, CLIENT),
      "update goal where t.status = 'PROPOSED' and t.shared_at is not null",
      "update goal_scale where " + Sql.OFFERED,
      "insert goal_rating where " + Sql.OF_SHARED_GOAL,
      "update goal_step where " + Sql.STEP_OF_CLIENT),
  WORK_ON_SHARED_GOAL(
      Reach.RECORD,
      "own goal, while shared",
      "read, agree, rate, withdraw own ratings, tick own steps",
      Set.of(CLIENT),
      "SharedGoalService.open",
      "SharedGoalService.agree",
      "SharedGoalService.rate",
      "SharedGoalService.chooseToWithdraw",
      "SharedGoalService.withdraw",
      "SharedGoalService.tick",
      "/portal/goals/goal.xhtml",
      "/portal/goals/withdraw.xhtml",
      "update goal_rating where t.rated_as = 'CLIENT' and " + Sql.OF_SHARED_GOAL),

  // The support map.
  READ_MAP(
      Reach.RECORD,
      "support map, its kept moments, figures and changes",
      "read, compare",
      Set.of(THERAPIST, SUPERVISOR),
      "SupportService.read",
      "SupportService.compare",
      "/therapist/support/map.xhtml",
      "/therapist/support/compare.xhtml",
      "select support_map",
      "select supporter where not " + Sql.MAP_SHARED,
      "select supporter_state where not " + Sql.MAP_SHARED),
  SEE_SHARED_MAP(
      Reach.RECORD,
      "support map as it stands, while shared; whether it is",
      "read",
      Set.of(THERAPIST, SUPERVISOR, CLIENT),
      "select support_sharing",
      "select supporter where " + Sql.MAP_SHARED,
      "select supporter_state where " + Sql.MAP_SHARED),
  WORK_ON_MAP(
      Reach.RECORD,
      "support map",
      "draw, keep a moment, share",
      Set.of(THERAPIST),
      "SupportService.chooseToAdd",
      "SupportService.chooseToChange",
      "SupportService.add",
      "SupportService.change",
      "SupportService.place",
      "SupportService.takeOff",
      "SupportService.putBack",
      "SupportService.chooseToKeep",
      "SupportService.keep",
      "SupportService.chooseToShare",
      "SupportService.share",
      "SupportService.takeBack",
      "/therapist/support/edit.xhtml",
      "/therapist/support/keep.xhtml",
      "/therapist/support/share.xhtml",
      "PUT /api/therapist/clients/{client}/supporters/{supporter}/place",
      "insert support_map",
      "insert support_sharing",
      "insert supporter where not " + Sql.MAP_SHARED,
      "insert supporter_state where not " + Sql.MAP_SHARED),
  DRAW_SHARED_MAP(
      Reach.RECORD,
      "support map, while shared",
      "draw",
      Set.of(THERAPIST, CLIENT),
      "insert supporter where " + Sql.MAP_SHARED,
      "insert supporter_state where " + Sql.MAP_SHARED),
  DRAW_OWN_MAP(
      Reach.RECORD,
      "own support map, while shared",
      "read, draw",
      Set.of(CLIENT),
      "OwnSupportService.choose",
      "OwnSupportService.add",
      "OwnSupportService.change",
      "OwnSupportService.place",
      "OwnSupportService.takeOff",
      "OwnSupportService.putBack",
      "/portal/support/edit.xhtml",
      "PUT /api/portal/supporters/{supporter}/place"),

  // The audit log.
  READ_AUDIT(
      Reach.RECORD,
      "audit log: what was done in the client's record",
      "read",
      Set.of(THERAPIST, SUPERVISOR, ADMINISTRATOR, CLIENT),
      "select audit_event where t.entity is distinct from 'process_note'"),
  BE_RECORDED(Reach.OPEN, "audit log: the own acts", "add to", active(), "insert audit_event"),

  // In an emergency.
  BREAK_GLASS(
      Reach.RECORD,
      "a client's record, in an emergency, for a written reason",
      "open for an hour",
      Set.of(ADMINISTRATOR),
      "EmergencyService.chooseToOpen",
      "EmergencyService.open",
      "/admin/emergency/open.xhtml"),
  BREAK_GLASS_BY_NAME(
      Reach.CLINIC,
      "the record of a client who is named in full, in an emergency, for a written reason",
      "open for an hour, or learn that it is one's own",
      Set.of(THERAPIST, SUPERVISOR, COLLEAGUE, FORMER_THERAPIST),
      "EmergencyService.openNamed",
      "/therapist/emergency/open.xhtml"),
  READ_IN_EMERGENCY(
      Reach.RECORD,
      "what an opening in an emergency shows: contact, supporters, last scores, signed notes,"
          + " beliefs, goals",
      "read within the hour, close",
      Set.of(COLLEAGUE_IN_EMERGENCY, ADMINISTRATOR_IN_EMERGENCY),
      "EmergencyService.read",
      "EmergencyService.end"),
  READ_IN_EMERGENCY_AS_THERAPIST(
      Reach.RECORD,
      "its page for therapists",
      "read",
      Set.of(COLLEAGUE_IN_EMERGENCY),
      "/therapist/emergency/record.xhtml"),
  READ_IN_EMERGENCY_AS_ADMINISTRATOR(
      Reach.RECORD,
      "its page for administrators",
      "read",
      Set.of(ADMINISTRATOR_IN_EMERGENCY),
      "/admin/emergency/record.xhtml"),
  HEAR_OF_EMERGENCIES(
      Reach.LIST,
      "who opened records of own clients in emergencies, when and why",
      "read",
      Set.of(THERAPIST),
      "EmergencyNoticeService.list",
      "/therapist/emergency/notices.xhtml"),
  ANSWER_EMERGENCY(
      Reach.LIST,
      "notice of an opening in an emergency",
      "say that it was read",
      Set.of(THERAPIST),
      "EmergencyNoticeService.read");

  /** How far a rule reaches, and so what somebody finds whom it does not name. */
  public enum Reach {
    /** About nobody; there for whom it names. */
    OPEN,
    /** A list of one's own: whoever holds the role gets one, without the records of others. */
    LIST,
    /** About a clinic: whoever holds the role gets the own clinic's. */
    CLINIC,
    /** About one client that the way names: there is nothing for anybody else. */
    RECORD
  }

  private static final List<String> IN_EMERGENCY =
      List.of(
          "select client",
          "select caseload",
          "select assignment",
          "select score",
          "select session",
          "select session_note where t.signed_at is not null",
          "select note_addendum",
          "select belief",
          "select conviction",
          "select goal",
          "select goal_scale",
          "select goal_rating",
          "select supporter",
          "select supporter_state");

  private final Reach reach;
  private final String record;
  private final String act;
  private final Set<Asker> askers;
  private final List<String> ways;

  AccessRule(Reach reach, String record, String act, Set<Asker> askers, String... ways) {
    this.reach = reach;
    this.record = record;
    this.act = act;
    this.askers = askers;
    this.ways = List.of(ways);
  }

  /** The rule that a way is under. */
  public static Optional<AccessRule> of(String way) {
    return Arrays.stream(values()).filter(rule -> rule.ways.contains(way)).findFirst();
  }

  /** Whether it names who asks, or what who asks is besides. */
  public boolean names(Asker asker) {
    return askers.contains(asker) || asker.otherwise().filter(askers::contains).isPresent();
  }

  /** Whether it lets who asks go this way: in an emergency some rows are read besides. */
  public boolean names(Asker asker, String way) {
    return names(asker)
        || (asker.otherwise().isPresent()
            && IN_EMERGENCY.stream().anyMatch(read -> (way + " ").startsWith(read + " ")));
  }

  /** The statements that an opening in an emergency allows besides what the role does. */
  public static List<String> inEmergency() {
    return IN_EMERGENCY;
  }

  /** The roles of those whom it names. */
  public Set<Role> roles() {
    return askers.stream().flatMap(asker -> asker.role().stream()).collect(Collectors.toSet());
  }

  /** How far it reaches. */
  public Reach reach() {
    return reach;
  }

  /** What it is about, as the documents call it. */
  public String record() {
    return record;
  }

  /** What is done with it. */
  public String act() {
    return act;
  }

  /** The ways that are under it. */
  public List<String> ways() {
    return ways;
  }

  private static Set<Asker> everybody() {
    return Set.of(Asker.values());
  }

  /** Whoever signed in and holds a role. */
  private static Set<Asker> active() {
    return Set.of(
        THERAPIST,
        SUPERVISOR,
        COLLEAGUE,
        FORMER_THERAPIST,
        ADMINISTRATOR,
        CLIENT,
        OTHER_CLIENT,
        ELSEWHERE);
  }

  private static Set<Asker> clinic() {
    return Set.of(
        THERAPIST, SUPERVISOR, COLLEAGUE, FORMER_THERAPIST, ADMINISTRATOR, CLIENT, OTHER_CLIENT);
  }

  /** Conditions on a row, called {@code t}, that more than one way has. */
  private static final class Sql {
    static final String OF_SIGNED =
        "exists (select from session_note n where n.id = t.note_id and n.signed_at is not null)";
    static final String WAITS =
        "(t.signed_at is not null and t.cosign_wanted and t.cosigned_at is null)";
    static final String OF_SHARED_BELIEF =
        "(t.experiment_id is null and exists (select from belief b where b.id = t.belief_id"
            + " and b.shared_at is not null))";
    static final String OWN_OF_SHARED_BELIEF =
        "(t.rated_as = 'CLIENT' and exists (select from belief b where b.id = t.belief_id"
            + " and b.shared_at is not null))";
    static final String OF_SHARED_GOAL =
        "exists (select from goal g where g.id = t.goal_id and g.shared_at is not null)";
    static final String OFFERED =
        "(t.offered_at is not null and t.agreed_at is null and " + OF_SHARED_GOAL + ")";
    static final String STEP_OF_CLIENT =
        "(t.owner = 'CLIENT' and t.dropped_at is null and " + OF_SHARED_GOAL + ")";
    static final String MAP_SHARED =
        "coalesce((select s.shared from support_sharing s where s.client_id = t.client_id"
            + " order by s.number desc limit 1), false)";

    private Sql() {}
  }
}
