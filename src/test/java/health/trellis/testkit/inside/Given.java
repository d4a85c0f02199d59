package health.trellis.testkit.inside;

import health.trellis.audit.EventNumber;
import health.trellis.audit.Recent;
import health.trellis.audit.ReviewFilter;
import health.trellis.audit.SavedFilterDraft;
import health.trellis.audit.Whose;
import health.trellis.audit.WorkLogFilter;
import health.trellis.beliefs.BeliefAbout;
import health.trellis.beliefs.BeliefDraft;
import health.trellis.beliefs.BeliefTheme;
import health.trellis.beliefs.ConvictionDraft;
import health.trellis.beliefs.EvidenceDraft;
import health.trellis.beliefs.EvidenceSide;
import health.trellis.beliefs.EvidenceSource;
import health.trellis.beliefs.ExperimentOutcome;
import health.trellis.beliefs.ExperimentPlan;
import health.trellis.beliefs.SeenExperiment;
import health.trellis.clients.ClientDraft;
import health.trellis.clients.HandOverDraft;
import health.trellis.desk.CaseloadQuery;
import health.trellis.emergency.NamedDraft;
import health.trellis.emergency.ReasonDraft;
import health.trellis.formulation.EntryDraft;
import health.trellis.formulation.FormulationDraft;
import health.trellis.formulation.FormulationPart;
import health.trellis.formulation.VersionNumber;
import health.trellis.goals.GoalDraft;
import health.trellis.goals.GoalFocus;
import health.trellis.goals.RatingDraft;
import health.trellis.goals.ScaleDraft;
import health.trellis.goals.SeenGoal;
import health.trellis.goals.StarterDraft;
import health.trellis.goals.StepDraft;
import health.trellis.goals.StepOwner;
import health.trellis.inventory.AnswerChange;
import health.trellis.inventory.InventoryCode;
import health.trellis.inventory.ItemCode;
import health.trellis.kernel.AssignmentId;
import health.trellis.kernel.BeliefId;
import health.trellis.kernel.CaseloadEntryId;
import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.EmergencyAccessId;
import health.trellis.kernel.EmergencyNoticeId;
import health.trellis.kernel.ExperimentId;
import health.trellis.kernel.GoalId;
import health.trellis.kernel.GoalRatingId;
import health.trellis.kernel.GoalStarterId;
import health.trellis.kernel.GoalStepId;
import health.trellis.kernel.Identifier;
import health.trellis.kernel.LifeEventId;
import health.trellis.kernel.NoteId;
import health.trellis.kernel.NoteTemplateId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.ProcessNoteId;
import health.trellis.kernel.RequestKey;
import health.trellis.kernel.SavedFilterId;
import health.trellis.kernel.SettingsProducer;
import health.trellis.kernel.SignInId;
import health.trellis.kernel.SupportMapId;
import health.trellis.kernel.SupporterId;
import health.trellis.notes.AddendumDraft;
import health.trellis.notes.DraftChange;
import health.trellis.notes.NoteQuery;
import health.trellis.notes.NoteStart;
import health.trellis.notes.NoteTemplate;
import health.trellis.notes.NoteText;
import health.trellis.notes.PrintRange;
import health.trellis.notes.ProcessNoteCipher;
import health.trellis.notes.ProcessNoteSubject;
import health.trellis.notes.ReturnDraft;
import health.trellis.notes.TemplateDraft;
import health.trellis.people.PortalDraft;
import health.trellis.people.StaffDraft;
import health.trellis.security.Confirmation;
import health.trellis.security.Role;
import health.trellis.sessions.Attendance;
import health.trellis.sessions.Place;
import health.trellis.sessions.SessionDraft;
import health.trellis.support.KeepDraft;
import health.trellis.support.MomentChoice;
import health.trellis.support.Placing;
import health.trellis.support.Relation;
import health.trellis.support.Spot;
import health.trellis.support.SupporterDraft;
import health.trellis.support.Tie;
import health.trellis.thread.LifeEventDraft;
import health.trellis.thread.LinkChange;
import health.trellis.thread.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Something of each type that services ask for, all about one client and who treats the client. */
public final class Given {
  private static final Owner OWNER = new Owner();
  private static final Map<String, ProcessNoteId> PROCESS_NOTES = new ConcurrentHashMap<>();

  private Given() {}

  /**
   * It by its type, for two people named by their addresses, and a rating by the one of them who
   * has this role; null where that means "without".
   */
  public static Map<Class<?>, @Nullable Object> about(String client, String therapist, Role rater) {
    Map<Class<?>, @Nullable Object> given = new HashMap<>();
    String record =
        one(
            "select c.id from client c join person p on p.id = c.person_id where p.email = ?",
            client);
    given.put(ClientId.class, ClientId.of(record));
    given.put(
        AssignmentId.class,
        AssignmentId.of(
            one(
                "select id from assignment where released_at is not null and client_id = ?::uuid",
                record)));
    given.put(
        CaseloadEntryId.class,
        CaseloadEntryId.of(
            one("select id from caseload where until is null and client_id = ?::uuid", record)));
    given.put(PersonId.class, PersonId.of(one("select id from person where email = ?", therapist)));
    given.put(
        NoteId.class,
        NoteId.of(
            one(
                "select n.id from session_note n join person p on p.id = n.author_id"
                    + " where n.client_id = ?::uuid and p.email = ? order by n.signed_at, n.id limit 1",
                record,
                therapist)));
    given.put(
        ProcessNoteId.class,
        PROCESS_NOTES.computeIfAbsent(record, treated -> processNote(treated, therapist)));
    given.put(PrintRange.class, new PrintRange(LocalDate.of(2020, 1, 1), null));
    given.put(
        BeliefId.class,
        BeliefId.of(
            one(
                "select b.id from belief b where b.client_id = ?::uuid"
                    + " and exists (select from experiment e where e.belief_id = b.id)"
                    + " order by b.named_at, b.id limit 1",
                record)));
    given.put(
        BeliefDraft.class,
        new BeliefDraft(
            "A test",
            BeliefTheme.ALONE_IS_SAFE,
            null,
            BeliefAbout.SELF,
            null,
            null,
            null,
            null,
            null,
            List.of()));
    given.put(
        ExperimentId.class,
        ExperimentId.of(
            one(
                "select id from experiment where belief_id = ?::uuid order by planned_at, id limit 1",
                String.valueOf(given.get(BeliefId.class)))));
    given.put(
        SeenExperiment.class, new SeenExperiment((ExperimentId) given.get(ExperimentId.class), 0));
    given.put(
        ExperimentPlan.class,
        new ExperimentPlan(
            "A test",
            50,
            "A test",
            LocalDate.now(ZoneOffset.UTC).plusDays(7),
            new ConvictionDraft(50, 50, null)));
    given.put(
        ExperimentOutcome.class,
        new ExperimentOutcome(
            LocalDate.now(ZoneOffset.UTC), "A test", "A test", new ConvictionDraft(50, 50, null)));
    given.put(
        EvidenceDraft.class,
        new EvidenceDraft(
            EvidenceSide.AGAINST, "A test", LocalDate.now(ZoneOffset.UTC), EvidenceSource.told()));
    given.put(ConvictionDraft.class, new ConvictionDraft(50, null, null));
    giveGoals(given, record, rater);
    given.put(VersionNumber.class, null);
    given.put(
        EventNumber.class,
        EventNumber.of(
            one(
                "select max(e.id) from audit_event e join client c on c.clinic_id = e.clinic_id"
                    + " where c.id = ?::uuid and e.kind = 'act' and e.entity is distinct from 'process_note'",
                record)));
    given.put(ReviewFilter.class, ReviewFilter.ALL);
    given.put(WorkLogFilter.class, new WorkLogFilter(null, null, ClientId.of(record), Whose.ALL));
    given.put(
        FormulationDraft.class,
        new FormulationDraft(
            2,
            null,
            List.of(
                new EntryDraft(
                    UUID.randomUUID(), FormulationPart.PROTECTIVE, "A test", null, null))));
    given.put(SignInId.class, SignInId.next());
    given.put(EmergencyAccessId.class, Askers.A_COLLEAGUE_IN_AN_EMERGENCY.opened(OWNER));
    given.put(
        EmergencyNoticeId.class,
        EmergencyNoticeId.of(
            one(
                "select n.id from emergency_notice n join person p on p.id = n.therapist_id"
                    + " where p.email = ? and n.client_id = ?::uuid limit 1",
                therapist,
                record)));
    given.put(ReasonDraft.class, new ReasonDraft("Nobody else could be reached."));
    given.put(
        NamedDraft.class,
        new NamedDraft(
            one("select name from client where id = ?::uuid", record),
            LocalDate.parse(one("select birth_date from client where id = ?::uuid", record)),
            "Nobody else could be reached."));
    given.put(
        SupporterId.class,
        SupporterId.of(
            one(
                "select supporter_id from supporter_state where client_id = ?::uuid"
                    + " order by written_at, supporter_id limit 1",
                record)));
    given.put(
        SupportMapId.class,
        SupportMapId.of(
            one(
                "select id from support_map where client_id = ?::uuid order by moment, id limit 1",
                record)));
    given.put(
        SupporterDraft.class,
        new SupporterDraft(
            "A test",
            Relation.FRIEND,
            3,
            null,
            null,
            Set.of(),
            Set.of(),
            Tie.WEAK,
            null,
            null,
            0,
            0));
    given.put(Placing.class, new Placing(RequestKey.next(), 1, new Spot(3, 0)));
    given.put(KeepDraft.class, new KeepDraft(null, null));
    given.put(MomentChoice.class, new MomentChoice(null, null));
    given.put(NoteStart.class, new NoteStart(session(), NoteTemplate.FREE.code(), false));
    given.put(DraftChange.class, new DraftChange(UUID.randomUUID(), 0, NoteText.EMPTY));
    given.put(AddendumDraft.class, new AddendumDraft("A test", "A test."));
    given.put(ReturnDraft.class, new ReturnDraft("A test."));
    given.put(
        NoteQuery.class, new NoteQuery("help", null, null, null, null, null, null, null, null));
    given.put(
        NoteTemplateId.class,
        NoteTemplateId.of(
            one(
                "select t.id from note_template t join person p on p.clinic_id = t.clinic_id"
                    + " where p.email = ? order by t.retired_at nulls first, t.made_at limit 1",
                therapist)));
    given.put(
        TemplateDraft.class,
        new TemplateDraft("A test", List.of(new NoteTemplate.Section("A test", "", true))));
    given.put(
        GoalStarterId.class,
        GoalStarterId.of(
            one(
                "select s.id from goal_starter s join person p on p.clinic_id = s.clinic_id"
                    + " where p.email = ? order by s.retired_at nulls first, s.made_at limit 1",
                therapist)));
    given.put(StarterDraft.class, new StarterDraft(GoalFocus.HELP, "A test", null));
    given.put(SavedFilterId.class, SavedFilterId.of(savedFilter(record)));
    given.put(
        SavedFilterDraft.class, new SavedFilterDraft("A test", Recent.WEEK, ReviewFilter.ALL));
    given.put(
        StaffDraft.class,
        new StaffDraft("Tessa Test", "tessa@gate.example", Set.of(Role.THERAPIST), "en"));
    given.put(PortalDraft.class, new PortalDraft("tessa@gate.example"));
    given.put(
        HandOverDraft.class,
        new HandOverDraft(
            PersonId.of(one("select id from person where email = ?", therapist)),
            Set.of(ClientId.of(record))));
    given.put(Period.class, Period.ALL);
    given.put(LifeEventId.class, LifeEventId.of(lifeEvent(record, therapist)));
    given.put(LifeEventDraft.class, new LifeEventDraft(LocalDate.now(ZoneOffset.UTC), "A move"));
    given.put(
        LinkChange.class,
        new LinkChange(
            new LinkChange.Of<>(Set.of((BeliefId) given.get(BeliefId.class)), Set.of()),
            new LinkChange.Of<>(Set.of((GoalId) given.get(GoalId.class)), Set.of())));
    given.put(Confirmation.class, null);
    given.put(RequestKey.class, RequestKey.next());
    given.put(InventoryCode.class, new InventoryCode("hyper-independence"));
    given.put(ItemCode.class, new ItemCode("help1"));
    given.put(AnswerChange.class, new AnswerChange(UUID.randomUUID(), 1, false));
    given.put(LocalDate.class, LocalDate.now(ZoneOffset.UTC).plusDays(7));
    given.put(ClientDraft.class, new ClientDraft("Somebody New", null, null, null, "en"));
    given.put(CaseloadQuery.class, new CaseloadQuery(null, CaseloadQuery.Sort.NAME, "", null));
    given.put(String.class, "");
    given.put(int.class, 1);
    given.put(long.class, 0L);
    given.put(boolean.class, false);
    return given;
  }

  /** The same, with every id one of nothing that is there. */
  public static Map<Class<?>, @Nullable Object> absent(Map<Class<?>, @Nullable Object> about) {
    Map<Class<?>, @Nullable Object> absent = new HashMap<>(about);
    absent.replaceAll((type, id) -> Identifier.class.isAssignableFrom(type) ? nobody(type) : id);
    absent.put(SeenGoal.class, new SeenGoal(GoalId.next(), 0));
    absent.put(SeenExperiment.class, new SeenExperiment(ExperimentId.next(), 0));
    return absent;
  }

  private static Object nobody(Class<?> type) {
    try {
      return type.getConstructor(UUID.class).newInstance(UUID.randomUUID());
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException(changed);
    }
  }

  private static void giveGoals(Map<Class<?>, @Nullable Object> given, String record, Role rater) {
    GoalId goal =
        GoalId.of(
            one(
                "select g.id from goal g join goal_scale s on s.goal_id = g.id"
                    + " where g.client_id = ?::uuid and g.shared_at is not null"
                    + " and exists (select from goal_step t where t.goal_id = g.id)"
                    + " and exists (select from goal_rating r where r.goal_id = g.id and r.rated_as = ?)"
                    + " order by g.proposed_at, g.id limit 1",
                record,
                rater.name()));
    given.put(GoalId.class, goal);
    given.put(SeenGoal.class, new SeenGoal(goal, 0));
    given.put(
        GoalStepId.class,
        GoalStepId.of(
            one("select id from goal_step where goal_id = ?::uuid limit 1", goal.toString())));
    given.put(
        GoalRatingId.class,
        GoalRatingId.of(
            one(
                "select id from goal_rating where goal_id = ?::uuid and rated_as = ? limit 1",
                goal.toString(),
                rater.name())));
    given.put(
        GoalDraft.class,
        new GoalDraft("A test", null, null, null, null, null, null, null, null, null, null));
    given.put(ScaleDraft.class, new ScaleDraft("A test", null, null, null, null, null, null, null));
    given.put(RatingDraft.class, new RatingDraft(0, null, LocalDate.now(ZoneOffset.UTC), null));
    given.put(StepDraft.class, new StepDraft("A test", StepOwner.CLIENT, null, null));
  }

  /** A process note of the therapist's on the client, begun when it is first asked for. */
  private static ProcessNoteId processNote(String client, String therapist) {
    ProcessNoteId note = ProcessNoteId.next();
    String[] whose =
        one("select clinic_id || ' ' || id from person where email = ?", therapist).split(" ");
    ProcessNoteSubject subject =
        new ProcessNoteSubject(
            note, ClientId.of(client), ClinicId.of(whose[0]), PersonId.of(whose[1]));
    byte[] sealed = ProcessNoteCipher.read(SettingsProducer.read()).seal("A test", subject);
    OWNER.change(
        """
        insert into process_note (id, clinic_id, client_id, author_id, ciphertext, begun_at, saved_at,
          request_key)
        values ('%1$s', '%2$s', '%3$s', '%4$s', decode('%5$s', 'hex'), now(), now(), '%1$s')"""
            .formatted(note, whose[0], client, whose[1], HexFormat.of().formatHex(sealed)));
    return note;
  }

  /** An event of the client's life, noted when it is first asked for. */
  private static String lifeEvent(String client, String therapist) {
    OWNER.change(
        """
        insert into life_event (id, clinic_id, client_id, happened_on, words, noted_by, noted_at, request_key)
        select c.id, c.clinic_id, c.id, current_date, 'A move', p.id, now(), c.id
        from client c, person p where c.id = '%s' and c.closed_at is null and p.email = '%s'
          and not exists (select from life_event e where e.id = c.id)"""
            .formatted(client, therapist));
    return client;
  }

  /** A filter that the client's clinic keeps, by an id that is the client's. */
  private static String savedFilter(String client) {
    OWNER.change(
        """
        insert into saved_filter (id, clinic_id, name, outcome, kept_by, kept_at, request_key)
        select c.id, c.clinic_id, c.id::text, 'REFUSED', c.registered_by, now(), c.id
        from client c where c.id = '%s' on conflict do nothing"""
            .formatted(client));
    return client;
  }

  private static SessionDraft session() {
    return new SessionDraft(
        Instant.now(), Duration.ofMinutes(50), Place.PRACTICE, Attendance.ATTENDED, null);
  }

  private static String one(String query, Object... values) {
    return OWNER.all(query, values).get(0);
  }
}
