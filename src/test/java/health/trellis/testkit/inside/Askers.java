package health.trellis.testkit.inside;

import health.trellis.kernel.EmergencyAccessId;
import health.trellis.security.Asker;
import health.trellis.security.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everybody who might ask for the record of one client, Lea. */
public enum Askers {
  NOBODY(null, Role.THERAPIST, Asker.ANONYMOUS),
  LEA("client@trellis.example", Role.CLIENT, Asker.CLIENT),
  ANOTHER_CLIENT("another@gate.example", Role.CLIENT, Asker.OTHER_CLIENT),
  HER_THERAPIST("therapist@trellis.example", Role.THERAPIST, Asker.THERAPIST),
  THE_SUPERVISOR("supervisor@trellis.example", Role.THERAPIST, Asker.SUPERVISOR),
  A_COLLEAGUE("colleague@trellis.example", Role.THERAPIST, Asker.COLLEAGUE),
  HER_FORMER_THERAPIST("former@gate.example", Role.THERAPIST, Asker.FORMER_THERAPIST),
  THE_ADMINISTRATOR("admin@trellis.example", Role.ADMINISTRATOR, Asker.ADMINISTRATOR),
  A_COLLEAGUE_IN_AN_EMERGENCY("glass@gate.example", Role.THERAPIST, Asker.COLLEAGUE_IN_EMERGENCY),
  AN_ADMINISTRATOR_IN_AN_EMERGENCY(
      "office@gate.example", Role.ADMINISTRATOR, Asker.ADMINISTRATOR_IN_EMERGENCY),
  AN_ADMINISTRATOR_ELSEWHERE("elsewhere@gate.example", Role.ADMINISTRATOR, Asker.ELSEWHERE),
  A_THERAPIST_ELSEWHERE("faraway@gate.example", Role.THERAPIST, Asker.ELSEWHERE),
  SOMEBODY_DISABLED("disabled@gate.example", Role.THERAPIST, Asker.DISABLED),
  SOMEBODY_WITHOUT_A_ROLE("norole@gate.example", Role.THERAPIST, Asker.WITHOUT_ROLE);

  private final @Nullable String email;
  private final Role role;
  private final Asker asker;

  Askers(@Nullable String email, Role role, Asker asker) {
    this.email = email;
    this.role = role;
    this.asker = asker;
  }

  /** By which the person is found; null for who did not sign in. */
  public @Nullable String email() {
    return email;
  }

  /** In which role. */
  public Role role() {
    return role;
  }

  /** As whom Lea sees this one. */
  public Asker asker() {
    return asker;
  }

  /** Whether the role is held now. */
  public boolean isActive() {
    return !List.of(Asker.ANONYMOUS, Asker.DISABLED, Asker.WITHOUT_ROLE).contains(asker);
  }

  /** Writes those down whom the demonstration does not have, once. */
  public static void invent(Owner owner) {
    owner.change(
        """
        insert into clinic (clinic_id, name, time_zone, language, region, demo)
          values ('00000000-0000-7000-8000-00000000c001', 'Elsewhere', 'UTC', 'en', 'DE', true)
          on conflict do nothing;
        insert into person (id, clinic_id, sub, staff, name, email, language, disabled_at)
          select told.id::uuid, case when told.there then '00000000-0000-7000-8000-00000000c001'
              else p.clinic_id end, told.sub, told.staff, told.name, told.sub || '@gate.example', 'en',
            case when told.sub = 'disabled' then now() end
          from person p, (values
            ('00000000-0000-7000-8000-00000000a001', 'elsewhere', true, true, 'Ella Elsewhere'),
            ('00000000-0000-7000-8000-00000000a002', 'another', false, false, 'Zora Zweite'),
            ('00000000-0000-7000-8000-00000000a003', 'former', true, false, 'Fred Former'),
            ('00000000-0000-7000-8000-00000000a004', 'disabled', true, false, 'Dina Disabled'),
            ('00000000-0000-7000-8000-00000000a005', 'norole', true, false, 'Nora Norole'),
            ('00000000-0000-7000-8000-00000000a006', 'faraway', true, true, 'Theo Thither'),
            ('00000000-0000-7000-8000-00000000a007', 'glass', true, false, 'Gabi Glass'),
            ('00000000-0000-7000-8000-00000000a008', 'office', true, false, 'Otto Office'))
            as told (id, sub, staff, there, name)
          where p.email = 'client@trellis.example'
          on conflict do nothing;
        insert into person_role (clinic_id, person_id, role, since, until)
          select clinic_id, id, case when sub = 'another' then 'CLIENT' when sub in ('elsewhere', 'office') then 'ADMINISTRATOR'
              else 'THERAPIST' end, timestamptz '2026-01-01',
            case when sub = 'norole' then timestamptz '2026-01-02' end
          from person where email like '%@gate.example'
          on conflict do nothing;
        insert into client (id, clinic_id, person_id, name, name_key, language, registered_by,
            registered_at, request_key)
          select id, clinic_id, id, name, 'zora zweite', 'en', id, now(), id
          from person where sub = 'another' on conflict do nothing;
        insert into caseload (id, clinic_id, client_id, therapist_id, since, until, assigned_by)
          select p.id, p.clinic_id, c.id, p.id, timestamptz '2026-01-01',
            case when p.sub = 'former' then timestamptz '2026-01-02' end, p.id
          from person p, client c join person l on l.id = c.person_id
          where l.email = 'client@trellis.example' and p.sub in ('former', 'disabled', 'norole')
          on conflict (id) do update set until = excluded.until;
        insert into audit_event (clinic_id, kind, code, action, request_id, actor, role)
          select p.clinic_id, 'act', 'SIGNED_IN', 'E', gen_random_uuid(), 'somebody', 'THERAPIST' from person p
          where p.email = 'client@trellis.example' and not exists (select from audit_event e
            where e.clinic_id = p.clinic_id and e.kind = 'act' and e.entity is distinct from 'process_note');
        with opened as (
          insert into emergency_access (id, clinic_id, client_id, person_id, role, reason, closes_at, request_key)
            select gen_random_uuid(), p.clinic_id, c.id, p.id, r.role, 'Nobody else could be reached.',
              now() + interval '60 minutes', gen_random_uuid()
            from person p join person_role r on r.person_id = p.id, client c join person l on l.id = c.person_id
            where l.email = 'client@trellis.example' and p.sub in ('glass', 'office')
              and not exists (select from emergency_access a where a.person_id = p.id
                and a.closes_at > now() + interval '20 minutes')
            returning *)
        insert into emergency_notice (id, clinic_id, client_id, access_id, therapist_id)
          select gen_random_uuid(), o.clinic_id, o.client_id, o.id, p.id
          from opened o, person p where p.email = 'therapist@trellis.example'""");
  }

  /** What this one opened of Lea's record in an emergency, last. */
  public EmergencyAccessId opened(Owner owner) {
    return EmergencyAccessId.of(
        owner
            .all(
                "select a.id from emergency_access a join person p on p.id = a.person_id"
                    + " where p.email = ? order by a.opened_at desc limit 1",
                email)
            .get(0));
  }

  /** Ends what only these tests want: that somebody disabled, or without a role, treats Lea. */
  public static void leave(Owner owner) {
    owner.change(
        "update caseload set until = now() where until is null and therapist_id in"
            + " (select id from person where email in ('disabled@gate.example', 'norole@gate.example'))");
  }
}
