package health.trellis.testkit;

import health.trellis.kernel.ClientId;
import health.trellis.kernel.ClinicId;
import health.trellis.kernel.PersonId;
import health.trellis.kernel.ProcessNoteId;
import health.trellis.launch.DemoUser;
import health.trellis.notes.ProcessNoteSubject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the database holds of the invented practice, asked as the owner of its tables. */
public final class Practice {

  /** The client's record of the person who signs in as {@code client}. */
  public String ownRecordOfClient() {
    return one(
        "select c.id from client c join person p on p.id = c.person_id where p.email = 'client@trellis.example'");
  }

  /**
   * A client whom the therapist with this user name treats, the first by name; never the one who
   * signs in.
   */
  public String clientOf(String therapist) {
    return one(
        """
        select c.id from client c
        join caseload l on l.client_id = c.id and l.until is null
        join person p on p.id = l.therapist_id
        where p.email = ? || '@trellis.example' and c.person_id is null
          and (select count(*) from caseload o where o.client_id = c.id and o.until is null) = 1
        order by c.name_key limit 1""",
        therapist);
  }

  /** A submitted inventory of that client. */
  public String submittedOf(String client) {
    return one(
        "select id from assignment where client_id = ?::uuid and submitted_at is not null order by submitted_at desc limit 1",
        client);
  }

  /** The inventory given last to that client and still open. */
  public String openOf(String client) {
    return one(
        "select id from assignment where client_id = ?::uuid and submitted_at is null and withdrawn_at is null order by assigned_at desc limit 1",
        client);
  }

  /** An inventory for the person who signs in as {@code client}, given now by an own statement. */
  public String giveToClient() {
    String client = ownRecordOfClient();
    UUID id = UUID.randomUUID();
    change(
        """
        insert into assignment (id, clinic_id, client_id, inventory_code, inventory_version, language,
          assigned_by, assigned_at, due_on, request_key)
        select ?::uuid, a.clinic_id, a.client_id, a.inventory_code, a.inventory_version, a.language,
          a.assigned_by, now(), ?::date, gen_random_uuid()
        from assignment a where a.client_id = ?::uuid order by a.assigned_at desc limit 1""",
        id.toString(),
        LocalDate.now(java.time.ZoneOffset.UTC).plusDays(7).toString(),
        client);
    return id.toString();
  }

  /** An inventory for that client, given now by an own statement of who treats the client. */
  public String give(String client) {
    UUID id = UUID.randomUUID();
    change(
        """
        insert into inventory_use (clinic_id, code, inventory_version, language, fingerprint)
        select c.clinic_id, u.code, u.inventory_version, u.language, u.fingerprint
        from client c, inventory_use u where c.id = ?::uuid and u.language = 'en' on conflict do nothing""",
        client);
    change(
        """
        insert into assignment (id, clinic_id, client_id, inventory_code, inventory_version, language,
          assigned_by, assigned_at, due_on, request_key)
        select ?::uuid, l.clinic_id, l.client_id, a.inventory_code, a.inventory_version, a.language,
          l.therapist_id, now(), current_date + 7, gen_random_uuid()
        from caseload l, assignment a where l.client_id = ?::uuid and l.until is null and a.language = 'en'
        limit 1""",
        id.toString(),
        client);
    return id.toString();
  }

  /**
   * The same, answered and sent like one of the client who signs in; released where that is said.
   */
  public String giveSubmitted(String client, boolean released) {
    String id = give(client);
    String like = submittedOf(ownRecordOfClient());
    for (String table : List.of("answer", "score")) {
      String others =
          one(
              "select string_agg(attname, ', ') from pg_attribute where attrelid = ?::regclass and attnum > 0"
                  + " and attname not in ('clinic_id', 'client_id', 'assignment_id')",
              table);
      change(
          """
          insert into %1$s (clinic_id, client_id, assignment_id, %2$s)
          select a.clinic_id, a.client_id, a.id, %2$s
          from assignment a, (select %2$s from %1$s where assignment_id = ?::uuid) as given
          where a.id = ?::uuid"""
              .formatted(table, others),
          like,
          id);
    }
    change(
        "update assignment set submitted_at = now(), version = version + 1,"
            + " released_at = case when ?::boolean then now() end,"
            + " released_by = case when ?::boolean then assigned_by end where id = ?::uuid",
        Boolean.toString(released),
        Boolean.toString(released),
        id);
    return id;
  }

  /**
   * Somebody has opened this client's record in an emergency, and who treats the client was told.
   */
  public String openedInEmergency(String user, String role, String client) {
    String id = UUID.randomUUID().toString();
    change(
        """
        with opened as (
          insert into emergency_access (id, clinic_id, client_id, person_id, role, reason, closes_at, request_key)
          select ?::uuid, c.clinic_id, c.id, p.id, ?, 'Nobody else could be reached.',
            now() + interval '60 minutes', gen_random_uuid()
          from client c, person p where p.email = ? and c.id = ?::uuid
          returning *)
        insert into emergency_notice (id, clinic_id, client_id, access_id, therapist_id)
        select gen_random_uuid(), o.clinic_id, o.client_id, o.id, l.therapist_id
        from opened o join caseload l on l.client_id = o.client_id and l.until is null""",
        id,
        role,
        user,
        client);
    return id;
  }

  /** That note, signed by an own statement. */
  public String signed(String note) {
    change(
        "update session_note set signed_at = now(), signed_by = author_id, version = version + 1"
            + " where id = ?::uuid",
        note);
    return note;
  }

  /** A record of each kind that small requests write to, by its name in their addresses. */
  public Map<String, String> records() {
    String client = clientOf("therapist");
    return Map.of(
        "assignment", giveToClient(),
        "item", "help1",
        "client", client,
        "note", draftOf(client),
        "process", processNoteOf(client),
        "supporter", supporterOf(client),
        "number", lastActIn(client));
  }

  /** A draft of a note on that client, begun now by an own statement. */
  public String draftOf(String client) {
    UUID id = UUID.randomUUID();
    change(
        """
        with held as (
          insert into session (id, clinic_id, client_id, held_by, starts_at, minutes, place,
            attendance, created_at, request_key)
          select gen_random_uuid(), l.clinic_id, l.client_id, l.therapist_id, now(), 50, 'PRACTICE',
            'ATTENDED', now(), gen_random_uuid()
          from caseload l where l.client_id = ?::uuid and l.until is null limit 1
          returning id, clinic_id, client_id, held_by)
        insert into session_note (id, clinic_id, client_id, session_id, author_id, template,
          sections, saved_at, saved_by, created_at)
        select ?::uuid, clinic_id, client_id, id, held_by, 'FREE', '{"text": "What was said."}',
          now(), held_by, now() from held""",
        client,
        id.toString());
    return id.toString();
  }

  /** The template of the invented practice's own. */
  public String templateInUse() {
    return one(
        "select t.id from note_template t join clinic c on c.clinic_id = t.clinic_id"
            + " where t.name = 'First session' and t.retired_at is null and c.name = 'Espalier Lane Practice'");
  }

  /** The goal to begin with of the invented practice's own. */
  public String starterInUse() {
    return one(
        "select s.id from goal_starter s join clinic c on c.clinic_id = s.clinic_id"
            + " where s.focus = 'SOLITUDE' and s.retired_at is null and c.name = 'Espalier Lane Practice'"
            + " order by s.made_at limit 1");
  }

  /** Keeps a filter of the log for the invented practice. */
  public void saveFilter() {
    change(
        """
        insert into saved_filter (id, clinic_id, name, outcome, kept_by, kept_at, request_key)
        select gen_random_uuid(), clinic_id, 'Refused ' || gen_random_uuid(), 'REFUSED', id, now(), gen_random_uuid()
        from person where email = 'admin@trellis.example'""");
  }

  /** Adds to a signed note, and keeps the client's support map of now with a remark. */
  public void addTo(String note) {
    change(
        """
        insert into note_addendum (id, clinic_id, client_id, note_id, author_id, added_at, reason, body, request_key)
        select gen_random_uuid(), clinic_id, client_id, id, author_id, now(), 'Late.', 'Also said.', gen_random_uuid()
        from session_note where id = ?::uuid""",
        note);
    change(
        """
        insert into support_map (id, clinic_id, client_id, moment, remark, kept_by, request_key)
        select gen_random_uuid(), clinic_id, client_id, clock_timestamp(), 'As it is.', author_id, gen_random_uuid()
        from session_note where id = ?::uuid""",
        note);
  }

  /** That draft had been signed, and was sent back with a remark. */
  public void sentBack(String draft) {
    change("alter table note_return disable trigger of_a_waiting_note");
    change("alter table note_return disable trigger reopens_the_note");
    change(
        """
        insert into note_return (id, clinic_id, client_id, note_id, returned_by, returned_at, remark, sections,
          signed_at, signed_by, content_hash)
        select gen_random_uuid(), n.clinic_id, n.client_id, n.id, s.supervisor_id, now(), 'Say more.', n.sections,
          now(), n.author_id, sha256('as it was signed')
        from session_note n
        cross join lateral (select id as supervisor_id from person p
          where p.clinic_id = n.clinic_id and p.staff and p.id <> n.author_id order by id limit 1) s
        where n.id = ?::uuid""",
        draft);
    change("alter table note_return enable trigger of_a_waiting_note");
    change("alter table note_return enable trigger reopens_the_note");
  }

  /** Marks the invented practice as the demonstration that it is, or as a real one. */
  public void isDemonstration(boolean invented) {
    change(
        "update clinic set demo = ?::boolean where name = 'Espalier Lane Practice'",
        Boolean.toString(invented));
  }

  /** Somebody of the invented practice's staff who does nothing, and whom a test may disable. */
  public String spareStaff() {
    change(
        """
        insert into person (id, clinic_id, sub, staff, name, email, language)
        select '00000000-0000-7000-8000-00000000e001', clinic_id, 'spare', true, 'Sven Spare',
          'spare@invented.example', 'en' from clinic where name = 'Espalier Lane Practice'
        on conflict do nothing""");
    return "00000000-0000-7000-8000-00000000e001";
  }

  /** A client of the invented practice's whom nobody treats, and whose access a test may end. */
  public String spareClient() {
    change(
        """
        insert into person (id, clinic_id, sub, staff, name, email, language)
        select '00000000-0000-7000-8000-00000000e002', clinic_id, 'spareclient', false, 'Sina Spare',
          'sina.spare@invented.example', 'en' from clinic where name = 'Espalier Lane Practice'
        on conflict do nothing""");
    change(
        """
        insert into client (id, clinic_id, person_id, name, name_key, language, registered_by,
          registered_at, request_key)
        select id, clinic_id, id, name, 'sina spare', 'en', id, now(), id from person
        where id = '00000000-0000-7000-8000-00000000e002' on conflict do nothing""");
    return "00000000-0000-7000-8000-00000000e002";
  }

  /** A client of the invented practice's whom nobody treats, and who was not invited. */
  public String clientWithoutAccount(String name) {
    String id = UUID.randomUUID().toString();
    change(
        """
        insert into client (id, clinic_id, name, name_key, language, registered_by, registered_at,
          request_key)
        select ?::uuid, clinic_id, ?, lower(?), 'en', id, now(), gen_random_uuid() from person
        where email = 'admin@trellis.example'""",
        id,
        name,
        name);
    return id;
  }

  /** The invitation to this address was sent two minutes earlier than it was. */
  public void mailedEarlier(String email) {
    change(
        "update invitation set mailed_at = mailed_at - interval '2 minutes'"
            + " where person_id = (select id from person where email = ?)",
        email);
  }

  /** The number of the last act in that client's clinic, where there is always one. */
  public String lastActIn(String client) {
    change(
        """
        insert into audit_event (clinic_id, kind, code, action, request_id, actor, role)
        select c.clinic_id, 'act', 'SIGNED_IN', 'E', gen_random_uuid(), 'somebody', 'THERAPIST' from client c
        where c.id = ?::uuid and not exists (select from audit_event e where e.clinic_id = c.clinic_id
          and e.kind = 'act' and e.entity is distinct from 'process_note')""",
        client);
    return one(
        "select max(e.id) from audit_event e join client c on c.clinic_id = e.clinic_id"
            + " where c.id = ?::uuid and e.kind = 'act' and e.entity is distinct from 'process_note'",
        client);
  }

  /** An act whose reason holds each sign that a line of the log cannot hold as it is. */
  public void refusedForOddSigns() {
    change(
        """
        insert into audit_event (clinic_id, kind, code, action, outcome, reason, request_id, actor, role)
        select clinic_id, 'act', 'REFUSED', 'E', 'refused',
          E'\\\\N \\\\. a\\tb\\nc\\rd\\be\\ff' || chr(11) || chr(8232) || 'gäß', gen_random_uuid(), 'somebody', 'THERAPIST'
        from clinic where name = 'Espalier Lane Practice'""");
  }

  /** A process note on that client by who treats the client, begun now by an own statement. */
  public String processNoteOf(String client) {
    ProcessNoteId note = ProcessNoteId.next();
    String[] whose =
        one(
                "select clinic_id || ' ' || therapist_id from caseload where client_id = ?::uuid"
                    + " and until is null limit 1",
                client)
            .split(" ");
    byte[] sealed =
        Stage.get()
            .cipher()
            .seal(
                "What I felt.",
                new ProcessNoteSubject(
                    note, ClientId.of(client), ClinicId.of(whose[0]), PersonId.of(whose[1])));
    change(
        """
        insert into process_note (id, clinic_id, client_id, author_id, ciphertext, last_key, begun_at,
          saved_at, request_key)
        values (?::uuid, ?::uuid, ?::uuid, ?::uuid, decode(?, 'hex'), gen_random_uuid(), now(), now(),
          gen_random_uuid())""",
        note.toString(),
        whose[0],
        client,
        whose[1],
        HexFormat.of().formatHex(sealed));
    return note.toString();
  }

  /** Changes the last byte of what is sealed of a process note. */
  public void spoilProcessNote(String note) {
    change(
        """
        update process_note set ciphertext = set_byte(ciphertext, length(ciphertext) - 1,
          get_byte(ciphertext, length(ciphertext) - 1) # 1) where id = ?::uuid""",
        note);
  }

  /** A belief of that client, named and rated twice by an own statement. */
  public String beliefOf(String client) {
    UUID id = UUID.randomUUID();
    change(
        """
        with named as (
          insert into belief (id, clinic_id, client_id, words, theme, about, triggers, alternative,
            emotions, emotion_strengths, named_by, named_at, revised_at, request_key)
          select ?::uuid, l.clinic_id, l.client_id, 'I must not ask.', 'HELP_IS_WEAKNESS', 'SELF',
            'An offer.', 'I may ask.', '{shame,fear}', '{80,55}', l.therapist_id, now(), now(), gen_random_uuid()
          from caseload l where l.client_id = ?::uuid and l.until is null limit 1
          returning id, clinic_id, client_id, named_by)
        insert into conviction (id, clinic_id, client_id, belief_id, rated_by, rated_as, rated_at,
          conviction, alternative, remark, request_key)
        select gen_random_uuid(), clinic_id, client_id, id, named_by, 'THERAPIST',
          now() - rated.ago, rated.conviction, rated.alternative, 'As was said.', gen_random_uuid()
        from named, (values (interval '30 days', 80, 20), (interval '0', 60, 45))
          as rated (ago, conviction, alternative)""",
        id.toString(),
        client);
    return id.toString();
  }

  /**
   * A goal of that client with agreed levels, rank, steps and ratings by both sides, by own
   * statements; other ranked goals of the client give their rank up.
   */
  public String goalOf(String client) {
    UUID id = UUID.randomUUID();
    freeRanks(client);
    change(
        """
        with proposed as (
          insert into goal (id, clinic_id, client_id, words, particulars, measured, baseline, target,
            target_date, barriers, focus, rank, status, status_at, status_by, status_as, proposed_by,
            proposed_at, revised_at, request_key)
          select ?::uuid, l.clinic_id, l.client_id, 'I want to ask sooner.', 'Ask one person a week.',
            'Both count.', 'Asks nobody.', 'Asks weekly.', current_date + 60, 'It feels like a debt.',
            'HELP', 1, 'AGREED', now(), l.therapist_id, 'THERAPIST', l.therapist_id,
            now() - interval '40 days', now(), gen_random_uuid()
          from caseload l where l.client_id = ?::uuid and l.until is null limit 1
          returning id, clinic_id, client_id, proposed_by),
        described as (
          insert into goal_scale (id, clinic_id, client_id, goal_id, number, much_less, less, expected,
            more, much_more, importance, difficulty, baseline, drafted_by, drafted_at, offered_by,
            offered_at, agreed_by, agreed_as, agreed_at, request_key)
          select gen_random_uuid(), clinic_id, client_id, id, 1, 'Never.', 'Once a month.',
            'Once a week.', 'Twice a week.', 'Whenever it helps.', 3, 2, -1, proposed_by, now(),
            proposed_by, now(), proposed_by, 'THERAPIST', now(), gen_random_uuid() from proposed
          returning id, goal_id, clinic_id, client_id, drafted_by)
        insert into goal_step (id, clinic_id, client_id, goal_id, words, owner, due_on, added_by,
          added_at, request_key)
        select gen_random_uuid(), clinic_id, client_id, goal_id, told.words, 'CLIENT', told.due_on,
          drafted_by, now(), gen_random_uuid()
        from described, (values ('Ring Ana.', current_date + 2), ('Ask Jo.', current_date - 2),
          ('Thank nobody twice.', null)) as told (words, due_on)""",
        id.toString(),
        client);
    change(
        """
        insert into goal_rating (id, clinic_id, client_id, goal_id, scale_id, level, score, rated_by,
          rated_as, rated_on, kept_at, remark, request_key)
        select gen_random_uuid(), g.clinic_id, g.client_id, g.id,
          case when told.level is not null then s.id end, told.level, told.score,
          case told.by when 'CLIENT' then coalesce(c.person_id, g.proposed_by) else g.proposed_by end,
          told.by, current_date - told.ago, now(), 'As was said.', gen_random_uuid()
        from goal g join goal_scale s on s.goal_id = g.id join client c on c.id = g.client_id,
          (values ('THERAPIST', -1::smallint, null::smallint, 30), ('THERAPIST', 1, null, 3),
            ('CLIENT', 0, null, 5), ('THERAPIST', null, 3, 30), ('THERAPIST', null, 6, 3),
            ('CLIENT', null, 5, 5)) as told (by, level, score, ago)
        where g.id = ?::uuid""",
        id.toString());
    return id.toString();
  }

  /** Takes the ranks from the goals of that client, by an own statement. */
  public void freeRanks(String client) {
    change("update goal set rank = null where rank is not null and client_id = ?::uuid", client);
  }

  /** Ends the goals of that client that are open, by an own statement. */
  public void endGoalsOf(String client) {
    change(
        "update goal set status = 'ENDED', status_at = now(), status_reason = 'As was said.', rank = null"
            + " where client_id = ?::uuid and status in ('PROPOSED', 'AGREED', 'ACTIVE', 'ON_HOLD')",
        client);
  }

  /** That goal ended for a reason, by an own statement. */
  public void ended(String goal) {
    change(
        "update goal set status = 'ENDED', status_at = now(), status_reason = 'As was said.', rank = null"
            + " where id = ?::uuid",
        goal);
  }

  /** That goal was to be reached on the first day of 2001, by an own statement. */
  public void dueLongAgo(String goal) {
    change(
        "update goal set target_date = '2001-01-01', version = version + 1 where id = ?::uuid",
        goal);
  }

  /** That goal is met, by an own statement. */
  public void metByNow(String goal) {
    change(
        "update goal set status = 'MET', rank = null, status_at = now(), version = version + 1"
            + " where id = ?::uuid",
        goal);
  }

  /** That supporter is part of that goal, by an own statement. */
  public void involve(String goal, String supporter) {
    change(
        "update goal set supporter_id = ?::uuid, version = version + 1 where id = ?::uuid",
        supporter,
        goal);
  }

  /** That goal, shared with its client by an own statement. */
  public String sharedGoal(String goal) {
    change(
        "update goal set shared_at = now(), shared_by = proposed_by, version = version + 1"
            + " where id = ?::uuid",
        goal);
    return goal;
  }

  /** Two versions of a formulation of that client, after those that stand, by an own statement. */
  public void formulate(String client, String belief) {
    String line = UUID.randomUUID().toString();
    writeFormulation(client, "The evenings are long.", line, belief);
    writeFormulation(client, "The evenings are long and quiet.", line, belief);
  }

  private void writeFormulation(String client, String words, String line, String belief) {
    change(
        """
        with written as (
          insert into formulation (id, clinic_id, client_id, number, entries, remark, written_by,
            written_at, request_key)
          select gen_random_uuid(), l.clinic_id, l.client_id, latest_formulation(l.client_id) + 1, 5,
            'As was understood.', l.therapist_id, now(), gen_random_uuid()
          from caseload l where l.client_id = ?::uuid and l.until is null limit 1
          returning id, clinic_id, client_id)
        insert into formulation_entry (id, clinic_id, client_id, formulation_id, line, part, place,
          words, age, belief_id)
        select gen_random_uuid(), clinic_id, client_id, id, coalesce(told.line::uuid, gen_random_uuid()),
          told.part, 1, told.words, told.age, told.belief::uuid
        from written, (values (?, 'PRESENTING', ?, null::smallint, null),
            (null, 'PREDISPOSING', 'The father left.', 9, ?),
            (null, 'PRECIPITATING', 'A move to another town.', 12, null),
            (null, 'PERPETUATING', 'Asks nobody, and so nobody comes.', null, null),
            (null, 'PROTECTIVE', 'A sister who rings.', null, null))
          as told (line, part, words, age, belief)""",
        client,
        line,
        words,
        belief);
  }

  /** A supporter on the map of that client, put there by an own statement where none is. */
  public String supporterOf(String client) {
    return all(
            """
            select s.supporter_id from supporter_state s where s.client_id = ?::uuid and s.on_map
              and s.number = (select max(number) from supporter_state where supporter_id = s.supporter_id)
            order by s.supporter_id limit 1""",
            client)
        .stream()
        .findFirst()
        .orElseGet(() -> supporterOf(client, "Ada", 2, 40));
  }

  /** A supporter of that name, put on the map of that client by an own statement. */
  public String supporterOf(String client, String alias, int circle, int angle) {
    UUID id = UUID.randomUUID();
    change(
        """
        with named as (
          insert into supporter (id, clinic_id, client_id)
          select ?::uuid, c.clinic_id, c.id from client c where c.id = ?::uuid
          returning id, clinic_id, client_id)
        insert into supporter_state (id, clinic_id, client_id, supporter_id, number, alias, relation,
          circle, angle, contact, gives, receives, tie, would_ask, asked_on, accepted, refused, on_map,
          written_by, written_as, written_at, request_key)
        select gen_random_uuid(), n.clinic_id, n.client_id, n.id, 1, ?, 'FRIEND', ?::smallint,
          ?::smallint, 'WEEKLY', '{ENCOURAGEMENT}', '{ADVICE}', 'WEAK', 5, current_date - 9, 1, 2, true,
          l.therapist_id, 'THERAPIST', clock_timestamp(), gen_random_uuid()
        from named n join caseload l on l.client_id = n.client_id and l.until is null limit 1""",
        id.toString(),
        client,
        alias,
        String.valueOf(circle),
        String.valueOf(angle));
    return id.toString();
  }

  /** A client of {@code therapist} on whose map nobody ever was, and who does not sign in. */
  public String clientWithoutMap() {
    return one(
        """
        select c.id from client c
        join caseload l on l.client_id = c.id and l.until is null
        join person p on p.id = l.therapist_id and p.email = 'therapist@trellis.example'
        where c.person_id is null and not exists (select from supporter s where s.client_id = c.id)
          and (select count(*) from caseload o where o.client_id = c.id and o.until is null) = 1
        order by c.name_key desc limit 1""");
  }

  /**
   * Four supporters of that client by own statements: Ada, Ben and Cem since twenty days; ten days
   * ago Ada was moved on her circle, Ben's tie became strong, Cem was taken off, and Dora came.
   */
  public void drawOverTwentyDays(String client) {
    change(
        """
        with told (who, ago, number, angle, tie, on_map) as (values
            ('Ada', 20, 1, 0, 'WEAK', true), ('Ben', 20, 1, 90, 'WEAK', true), ('Cem', 20, 1, 180, 'WEAK', true),
            ('Ada', 10, 2, 45, 'WEAK', true), ('Ben', 10, 2, 90, 'STRONG', true),
            ('Cem', 10, 2, 180, 'WEAK', false), ('Dora', 10, 1, 270, 'WEAK', true)),
        named as (
          insert into supporter (id, clinic_id, client_id)
          select gen_random_uuid(), c.clinic_id, c.id from client c, generate_series(1, 4) where c.id = ?::uuid
          returning id, clinic_id, client_id),
        called as (select n.*, (array['Ada', 'Ben', 'Cem', 'Dora'])[row_number() over (order by n.id)] as who
          from named n)
        insert into supporter_state (id, clinic_id, client_id, supporter_id, number, alias, relation,
          circle, angle, gives, receives, tie, accepted, refused, on_map, written_by, written_as, written_at,
          request_key)
        select gen_random_uuid(), c.clinic_id, c.client_id, c.id, t.number, t.who, 'FRIEND', 2, t.angle, '{}', '{}',
          t.tie, 0, 0, t.on_map, l.therapist_id, 'THERAPIST', now() - make_interval(days => t.ago), gen_random_uuid()
        from told t join called c on c.who = t.who
        join caseload l on l.client_id = c.client_id and l.until is null
        order by t.ago desc, t.number""",
        client);
  }

  /** Lets that client read and keep the own map, by an own statement where it is not shared. */
  public void shareMap(String client) {
    change(
        """
        insert into support_sharing (id, clinic_id, client_id, number, shared, decided_by, decided_at)
        select gen_random_uuid(), l.clinic_id, l.client_id, coalesce(s.number, 0) + 1, true, l.therapist_id, now()
        from caseload l left join lateral (select * from support_sharing d where d.client_id = l.client_id
          order by d.number desc limit 1) s on true
        where l.client_id = ?::uuid and l.until is null and not coalesce(s.shared, false) limit 1""",
        client);
  }

  /**
   * A client of {@code therapist} with the highest answer to some item in the inventory submitted
   * last, and few beliefs.
   */
  public String clientWithHighAnswers() {
    return one(
        """
        select c.id from client c
        join caseload l on l.client_id = c.id and l.until is null
        join person p on p.id = l.therapist_id and p.email = 'therapist@trellis.example'
        cross join lateral (select a.id from assignment a where a.client_id = c.id
          and a.submitted_at is not null order by a.submitted_at desc limit 1) last
        where c.person_id is null
          and exists (select from answer g where g.assignment_id = last.id and g.value = 4
            and g.item in ('help3', 'solitude1', 'perfectionism1', 'intimacy1', 'sign1'))
        order by (select count(distinct theme) from belief b where b.client_id = c.id), c.name_key
        limit 1""");
  }

  /** That note, linked with that belief of the same client by an own statement. */
  public String linked(String note, String belief) {
    change(
        """
        insert into note_belief (id, clinic_id, client_id, note_id, belief_id, linked_at, linked_by)
        select gen_random_uuid(), n.clinic_id, n.client_id, n.id, ?::uuid, now(), n.author_id
        from session_note n where n.id = ?::uuid""",
        belief,
        note);
    return note;
  }

  /** An event of that client's life, noted by an own statement. */
  public String lifeEventOf(String client) {
    UUID id = UUID.randomUUID();
    change(
        """
        insert into life_event (id, clinic_id, client_id, happened_on, words, noted_by, noted_at, request_key)
        select ?::uuid, l.clinic_id, l.client_id, current_date - 20, 'A move to another town.',
          l.therapist_id, now(), gen_random_uuid()
        from caseload l where l.client_id = ?::uuid and l.until is null limit 1""",
        id.toString(),
        client);
    return id.toString();
  }

  /** Closes that client's case, or opens it again, by an own statement. */
  public void close(String client, boolean closed) {
    change(
        "update client set closed_at = case when ?::boolean then now() end where id = ?::uuid",
        Boolean.toString(closed),
        client);
  }

  /** That belief, shared with its client by an own statement, with the ratings. */
  public String shared(String belief) {
    change(
        "update belief set shared_at = now(), shared_by = named_by, shares_ratings = true,"
            + " version = version + 1 where id = ?::uuid",
        belief);
    return belief;
  }

  /** An experiment that is planned with that belief, by an own statement. */
  public String experimentWith(String belief) {
    UUID id = UUID.randomUUID();
    change(
        """
        with planned as (
          insert into experiment (id, clinic_id, client_id, belief_id, prediction, probability, plan,
            planned_for, planned_by, planned_at, request_key)
          select ?::uuid, clinic_id, client_id, id, 'They will sigh.', 70, 'Ask a colleague.',
            current_date + 3, named_by, now(), gen_random_uuid()
          from belief where id = ?::uuid
          returning id, clinic_id, client_id, belief_id, planned_by),
        told as (
          insert into evidence (id, clinic_id, client_id, belief_id, side, words, happened_on, source,
            added_by, added_at, request_key)
          select gen_random_uuid(), clinic_id, client_id, belief_id, 'AGAINST', 'Somebody stayed.',
            current_date - 2, 'SESSION', planned_by, now(), gen_random_uuid() from planned)
        insert into conviction (id, clinic_id, client_id, belief_id, rated_by, rated_as, rated_at,
          conviction, alternative, request_key, experiment_id, moment)
        select gen_random_uuid(), clinic_id, client_id, belief_id, planned_by, 'THERAPIST', now(),
          60, 45, gen_random_uuid(), id, 'BEFORE' from planned""",
        id.toString(),
        belief);
    return id.toString();
  }

  /** That experiment was done, by an own statement. */
  public void tried(String experiment) {
    change(
        """
        insert into conviction (id, clinic_id, client_id, belief_id, rated_by, rated_as, rated_at, conviction,
          alternative, request_key, experiment_id, moment)
        select gen_random_uuid(), clinic_id, client_id, belief_id, planned_by, 'THERAPIST', now(), 50, 55,
          gen_random_uuid(), id, 'AFTER' from experiment where id = ?::uuid""",
        experiment);
    change(
        "update experiment set happened_on = current_date, outcome = 'Nobody sighed.', learned = 'They may.',"
            + " done_at = now(), done_by = planned_by, version = version + 1 where id = ?::uuid",
        experiment);
  }

  /** That experiment was given up for a reason, by an own statement. */
  public void givenUp(String experiment) {
    change(
        "update experiment set given_up_at = now(), given_up_by = planned_by, given_up_reason = 'No time.',"
            + " version = version + 1 where id = ?::uuid",
        experiment);
  }

  /**
   * Lets two newcomers into the practice, once: a therapist without clients, and a client without
   * inventories, whom {@code colleague} treats. Answers with the record of the client.
   */
  public String welcomeNewcomers() {
    for (DemoUser user : Stage.get().newcomers().users()) {
      boolean therapist = user.userName().equals("newtherapist");
      if (all("select id from person where sub = ?", user.sub()).isEmpty()) {
        String person = person(user, therapist ? "Ida Falk" : "Timo Vogt", therapist);
        if (!therapist) {
          client(person, "colleague");
        }
      }
    }
    return one(
        "select c.id from client c join person p on p.id = c.person_id where p.email like 'newclient@%'");
  }

  /**
   * Lets somebody in who can sign in and holds no role.
   *
   * @return the identity at Keycloak
   */
  public String letIn(String userName, boolean staff) {
    String sub = Stage.get().backstage().addPerson(userName);
    change(
        """
        insert into person (id, clinic_id, sub, staff, name, email, language)
        select gen_random_uuid(), clinic_id, ?, ?::boolean, ?, ? || '@invented.example', 'en'
        from clinic where name = 'Espalier Lane Practice'""",
        sub,
        Boolean.toString(staff),
        "Invented " + userName,
        userName);
    return sub;
  }

  /** Gives somebody who was let in a role from now on. */
  public void giveRole(String sub, String role) {
    change(
        "insert into person_role (clinic_id, person_id, role) select clinic_id, id, ? from person"
            + " where sub = ?",
        role,
        sub);
  }

  /** Ends somebody's access. */
  public void disable(String sub) {
    change("update person set disabled_at = now() where sub = ?", sub);
  }

  private String person(DemoUser user, String name, boolean therapist) {
    String id = UUID.randomUUID().toString();
    change(
        """
        with who as (
          insert into person (id, clinic_id, sub, staff, name, email, language)
          select ?::uuid, clinic_id, ?, ?::boolean, ?, ? || '@trellis.example', 'en' from clinic
          where name = 'Espalier Lane Practice'
          returning clinic_id, id)
        insert into person_role (clinic_id, person_id, role) select clinic_id, id, ? from who""",
        id,
        user.sub(),
        Boolean.toString(therapist),
        name,
        user.userName(),
        therapist ? "THERAPIST" : "CLIENT");
    return id;
  }

  /** A client of their own for a test that spoils the record; {@code therapist} treats them. */
  public String admit(String userName) {
    String sub = letIn(userName, false);
    giveRole(sub, "CLIENT");
    return client(one("select id from person where sub = ?", sub), "therapist");
  }

  /** A client of their own whom somebody treats who was let in. */
  public String admitTo(String userName, String therapist) {
    String client = admit(userName);
    change(
        "update caseload set since = since - interval '9 days', therapist_id = (select id from person"
            + " where email = ? || '@invented.example') where client_id = ?::uuid",
        therapist,
        client);
    return client;
  }

  private String client(String person, String therapist) {
    String id = UUID.randomUUID().toString();
    change(
        """
        insert into client (id, clinic_id, person_id, name, name_key, language, registered_by,
          registered_at, request_key)
        select ?::uuid, p.clinic_id, p.id, p.name, lower(p.name), 'en', a.id, now(), gen_random_uuid()
        from person p, person a where p.id = ?::uuid and a.email = 'admin@trellis.example'""",
        id,
        person);
    letTreat(therapist, id);
    return id;
  }

  /** Puts that client on one more therapist's caseload. */
  public void letTreat(String therapist, String client) {
    change(
        """
        insert into caseload (id, clinic_id, client_id, therapist_id, since, assigned_by)
        select gen_random_uuid(), c.clinic_id, c.id, t.id, now(), c.registered_by
        from client c, person t where c.id = ?::uuid and t.email = ? || '@trellis.example'""",
        client,
        therapist);
  }

  /** Ends what a therapist has with a client, or lets it go on as if it had never ended. */
  public void treats(String therapist, String client, boolean now) {
    change(
        """
        update caseload l set until = case when ?::boolean then null else now() end
        from person t where l.client_id = ?::uuid and t.id = l.therapist_id
          and t.email = ? || '@trellis.example'""",
        Boolean.toString(now),
        client,
        therapist);
  }

  /** The stored value of one answer; null where it is blank or declined. */
  public List<String> answersTo(String assignment, String item) {
    return all(
        "select coalesce(value::text, 'blank') from answer where assignment_id = ?::uuid and item = ?",
        assignment,
        item);
  }

  /** How many rows a query counts. */
  public long count(String query, String... values) {
    return Long.parseLong(one(query, values));
  }

  public String one(String query, String... values) {
    List<String> found = all(query, values);
    if (found.isEmpty()) {
      throw new IllegalStateException("nothing found by: " + query);
    }
    return found.get(0);
  }

  public List<String> all(String query, String... values) {
    try (Connection owner = Stage.get().asOwner();
        PreparedStatement statement = owner.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A check of the log that ended now and found so much. */
  public void checkOfLog(int findings) {
    change(
        "insert into audit_check (id, asked_at, began_at, ended_at, batches, events, records, anchors,"
            + " findings, told) select gen_random_uuid(), now(), now(), clock_timestamp(), 3, 2000, 100,"
            + " 2, n, case n when 0 then '{}' else array['Event 1 was changed.'] end"
            + " from (select ?::bigint as n) found",
        Integer.toString(findings));
  }

  /** Ends every check that waits, as if the program that seals had done it. */
  public void endChecks() {
    change(
        "update audit_check set began_at = now(), ended_at = clock_timestamp(), batches = 3, events = 2000,"
            + " records = 100, anchors = 2, findings = 0 where ended_at is null");
  }

  /** Gives a client another name. */
  public void rename(String client, String name) {
    change("update client set name = ? where id = ?::uuid", name, client);
  }

  /** Lets the therapist have opened a client's record so often, long ago. */
  public void visitLongAgo(String client, int times) {
    change(
        """
        insert into audit_event (kind, code, action, at, clinic_id, client_id, actor_id, actor, role,
          entity, entity_id, purpose, request_id)
        select 'act', 'CLIENT_OPENED', 'R', timestamptz '2020-01-01' + n * interval '2 hours', c.clinic_id,
          c.id, p.id, p.sub, 'THERAPIST', 'client', c.id, 'treatment', gen_random_uuid()
        from client c, person p, generate_series(1, ?::int) n
        where p.email = 'therapist@trellis.example' and c.id = ?::uuid""",
        Integer.toString(times),
        client);
  }

  /** Somebody of the staff who did nothing yet, and does not sign in. */
  public String stranger(String name) {
    change(
        """
        insert into person (id, clinic_id, sub, staff, name, language)
        select gen_random_uuid(), clinic_id, 'stranger ' || ?, true, ?, 'de' from clinic
        where demo limit 1""",
        name,
        name);
    return one("select id from person where sub = 'stranger ' || ?", name);
  }

  /**
   * Lets somebody have opened the records of so many invented clients so many days ago, one after
   * the other from a time of the clinic's day on.
   */
  public void opens(
      String person, String code, int daysAgo, String from, int clients, String apart) {
    change(
        """
        insert into audit_event (kind, code, action, at, clinic_id, client_id, actor_id, actor, role,
          entity, entity_id, purpose, request_id)
        select 'act', ?, 'R',
          (cast(now() at time zone k.time_zone as date) - ?::int + ?::time) at time zone k.time_zone
            + (n - 1) * ?::interval,
          p.clinic_id, md5('client ' || n)::uuid, p.id, p.sub, 'THERAPIST', 'client',
          md5('client ' || n)::uuid, 'treatment', gen_random_uuid()
        from person p join clinic k on k.clinic_id = p.clinic_id, generate_series(1, ?::int) n
        where p.id = ?::uuid""",
        code,
        Integer.toString(daysAgo),
        from,
        apart,
        Integer.toString(clients),
        person);
  }

  /** Lets somebody have been refused something so often, so many days ago. */
  public void refused(String person, int daysAgo, int times) {
    change(
        """
        insert into audit_event (kind, code, action, outcome, at, clinic_id, actor_id, actor, role,
          reason, request_id)
        select 'act', 'REFUSED', 'E', 'refused',
          (cast(now() at time zone k.time_zone as date) - ?::int + time '10:00') at time zone k.time_zone
            + n * interval '1 minute',
          p.clinic_id, p.id, p.sub, 'THERAPIST', 'DeskService.client: not there', gen_random_uuid()
        from person p join clinic k on k.clinic_id = p.clinic_id, generate_series(1, ?::int) n
        where p.id = ?::uuid""",
        Integer.toString(daysAgo),
        Integer.toString(times),
        person);
  }

  /** Takes the template of this name from what the clinic offers. */
  public void retireTemplate(String name) {
    change("update note_template set retired_at = now() where name = ?", name);
  }

  void change(String statement, String... values) {
    try (Connection owner = Stage.get().asOwner()) {
      owner.setAutoCommit(false);
      try (PreparedStatement job =
          owner.prepareStatement(
              "select begin_job('test', (select clinic_id from clinic limit 1), gen_random_uuid())")) {
        job.execute();
      }
      try (PreparedStatement change = owner.prepareStatement(statement)) {
        for (int i = 0; i < values.length; i++) {
          change.setString(i + 1, values[i]);
        }
        change.executeUpdate();
      }
      owner.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
