import type { CivilDate, Instant } from '#calendar';
import type { ListSource } from '../lists/list-source.js';
import type { Transaction } from '../transaction.js';
import { HELD_ROLES } from './held-roles.js';
import { likePattern } from './like-pattern.js';

/** A unit as the keepers of the directory see it. */
export interface UnitRecordRow {
  id: string;
  code: string;
  name: string;
  kind: string;
  is_group: boolean;
  aliases: string[];
  /** Codes. */
  members: string[];
  people: number;
  /** Roles. */
  vacant: string[];
  tasks_led: number;
}

const LIVE = `t.state not in ('closed', 'withdrawn')`;
const inUse = (alias: string): string => `${alias}.taken_back_at is null`;

/** How many tasks unit `u` leads or supports that are neither closed nor withdrawn. */
const tasksAs = (kind: 'lead' | 'support'): string => `(
  select count(distinct t.id)::int from responsibility r
    join task t on t.jurisdiction_id = r.jurisdiction_id and t.id = r.task_id
  where r.jurisdiction_id = u.jurisdiction_id and r.unit_id = u.id and r.kind = '${kind}' and ${LIVE})`;

/** Who holds which post on a day: those in office. */
const held = (today: string): string => `from ${HELD_ROLES} h
    join person p on p.jurisdiction_id = h.jurisdiction_id and p.id = h.person_id and p.active
  where h.jurisdiction_id = u.jurisdiction_id and h.scope_kind = 'unit' and h.scope_id = u.id::text
    and (h.valid_from is null or h.valid_from <= ${today}) and (h.valid_to is null or h.valid_to >= ${today})`;

/**
 * Posts that a unit's tasks need and nobody holds. Who leads needs a head and a liaison; who only supports needs one of the three
 * that may hand in its part. A group has no posts: its members have.
 */
const vacant = (today: string): string => `(
  select case when u.is_group then array[]::text[] else array_remove(array[
    case when n.led > 0 and not ('leadUnitHead' = any (n.roles)) then 'leadUnitHead' end,
    case when n.led > 0 and not ('liaison' = any (n.roles)) then 'liaison' end,
    case when n.led = 0 and n.supported > 0 and not (n.roles && array['supportUnitLiaison', 'liaison', 'leadUnitHead'])
      then 'supportUnitLiaison' end], null) end
  from (select ${tasksAs('lead')} as led, ${tasksAs('support')} as supported,
    coalesce((select array_agg(distinct h.role) ${held(today)}), array[]::text[]) as roles) n)`;

const IN_OFFICE = `from person p where p.jurisdiction_id = u.jurisdiction_id and p.unit_id = u.id and p.active`;

const columns = (today: string): string => `u.id, u.code, u.name, u.kind, u.is_group, u.members,
  u.aliases || coalesce((select jsonb_agg(a.printed order by a.learned_at, a.id) from unit_alias a
    where a.jurisdiction_id = u.jurisdiction_id and a.unit_id = u.id and ${inUse('a')}), '[]'::jsonb) as aliases,
  (select count(*)::int ${IN_OFFICE}) as people, ${vacant(today)} as vacant, ${tasksAs('lead')} as tasks_led`;

const whether = (value: unknown, condition: string): string =>
  value === true ? condition : `not (${condition})`;

/** The directory as a list reads it: UnitRecordRow. Given: `today`, the day whose posts are looked at. */
export const UNIT_RECORDS: ListSource = {
  table: 'unit',
  alias: 'u',
  columns: columns(':today::date'),
  conditions: {
    q: (words, param) => {
      const like = param(likePattern(String(words)));
      return `(u.name ilike ${like} or u.code ilike ${like}
        or exists (select from jsonb_array_elements_text(u.aliases) own where own ilike ${like})
        or exists (select from unit_alias a where a.jurisdiction_id = $1 and a.unit_id = u.id and ${inUse('a')}
          and a.printed ilike ${like}))`;
    },
    withoutPeople: (value) => whether(value, `not u.is_group and not exists (select ${IN_OFFICE})`),
    vacant: (value) => whether(value, `cardinality(${vacant(':today::date')}) > 0`),
    succeeded: (value) =>
      whether(
        value,
        `exists (select from unit_succession s where s.jurisdiction_id = $1 and s.predecessor_id = u.id and ${inUse('s')})`,
      ),
  },
};

export interface UnitFileRow extends UnitRecordRow {
  tasks_supported: number;
  desks: { name: string; aliases?: string[] }[];
  own_aliases: string[];
}

/** One unit; null where there is none. */
export async function readUnitFile(
  tx: Transaction,
  unitId: string,
  today: CivilDate,
): Promise<UnitFileRow | null> {
  const [row] = await tx.query<UnitFileRow>(
    `select ${columns('$3::date')}, ${tasksAs('support')} as tasks_supported, u.desks, u.aliases as own_aliases
     from unit u where u.jurisdiction_id = $1 and u.id = $2`,
    [tx.scope.jurisdictionId, unitId, today],
  );
  return row ?? null;
}

interface By {
  by_id: string | null;
  by_name: string | null;
}
const BY = (id: string): string =>
  `left join person by_whom on by_whom.jurisdiction_id = x.jurisdiction_id and by_whom.id = ${id}`;

export interface LearnedAliasRow extends By {
  printed: string;
  /** Codes. */
  desks: string[];
  learned_from: string;
  at: Instant;
}

/** Names that were said to mean a unit, in the order in which they were learned. */
export const learnedAliasesOf = (tx: Transaction, unitId: string): Promise<LearnedAliasRow[]> =>
  tx.query<LearnedAliasRow>(
    `select x.printed, x.desks, x.learned_from, x.learned_at as at, x.learned_by as by_id, by_whom.name as by_name
     from unit_alias x ${BY('x.learned_by')}
     where x.jurisdiction_id = $1 and x.unit_id = $2 and ${inUse('x')} order by x.learned_at, x.id`,
    [tx.scope.jurisdictionId, unitId],
  );

export interface UnitSuccessionRow extends By {
  predecessor_id: string;
  /** The unit at the other end. */
  unit_id: string;
  unit_name: string;
  kind: 'rename' | 'merge' | 'split';
  from: CivilDate;
  reason: string;
  at: Instant;
}

/** What a unit was before and what became of it, as far as it is in force. */
export const successionsOf = (tx: Transaction, unitId: string): Promise<UnitSuccessionRow[]> =>
  tx.query<UnitSuccessionRow>(
    `select x.predecessor_id, o.id as unit_id, o.name as unit_name, x.kind, x.from_date as "from", x.reason,
       x.recorded_at as at, x.recorded_by as by_id, by_whom.name as by_name
     from unit_succession x
       join unit o on o.jurisdiction_id = x.jurisdiction_id
         and o.id = case when x.predecessor_id = $2 then x.successor_id else x.predecessor_id end
       ${BY('x.recorded_by')}
     where x.jurisdiction_id = $1 and (x.predecessor_id = $2 or x.successor_id = $2) and ${inUse('x')}
     order by x.from_date, o.name`,
    [tx.scope.jurisdictionId, unitId],
  );

/** Groups that name a unit as a member. */
export const groupsOf = (tx: Transaction, unitId: string): Promise<{ id: string; name: string }[]> =>
  tx.query<{ id: string; name: string }>(
    `select g.id, g.name from unit u join unit g on g.jurisdiction_id = u.jurisdiction_id and g.is_group
       and g.members ? u.code
     where u.jurisdiction_id = $1 and u.id = $2 order by g.name`,
    [tx.scope.jurisdictionId, unitId],
  );

export interface PostRow {
  role: string;
  person_id: string;
  person_name: string;
  valid_to: CivilDate | null;
}

/** Who holds which post of a unit on a day; who exercises one for somebody else is not in it. */
export const postsOf = (tx: Transaction, unitId: string, today: CivilDate): Promise<PostRow[]> =>
  tx.query<PostRow>(
    `select h.role, p.id as person_id, p.name as person_name, h.valid_to
     from unit u join lateral (select h.role, h.person_id, h.valid_to ${held('$3::date')} and h.on_behalf_of is null) h on true
       join person p on p.jurisdiction_id = u.jurisdiction_id and p.id = h.person_id
     where u.jurisdiction_id = $1 and u.id = $2 order by h.role, p.username`,
    [tx.scope.jurisdictionId, unitId, today],
  );

export interface UnitPersonRow {
  id: string;
  name: string;
  barred: boolean;
  /** Roles that they hold, here or anywhere. */
  roles: string[];
}

/** People in office who belong to a unit. */
export const peopleOf = (tx: Transaction, unitId: string, today: CivilDate): Promise<UnitPersonRow[]> =>
  tx.query<UnitPersonRow>(
    `select p.id, p.name, p.barred_at is not null as barred,
       coalesce((select array_agg(distinct r.role) from role_assignment r
         where r.jurisdiction_id = p.jurisdiction_id and r.person_id = p.id
           and (r.valid_from is null or r.valid_from <= $3::date) and (r.valid_to is null or r.valid_to >= $3::date)),
         array[]::text[]) as roles
     from person p where p.jurisdiction_id = $1 and p.unit_id = $2 and p.active order by p.username`,
    [tx.scope.jurisdictionId, unitId, today],
  );

export interface UnitChangeRow extends By {
  kind: 'registered' | 'membersSet';
  at: Instant;
  reason: string;
}

/** Registrations and changes of members, the latest first. */
export const unitChangesOf = (tx: Transaction, unitId: string): Promise<UnitChangeRow[]> =>
  tx.query<UnitChangeRow>(
    `select x.kind, x.changed_at as at, x.reason, x.changed_by as by_id, by_whom.name as by_name
     from unit_change x ${BY('x.changed_by')}
     where x.jurisdiction_id = $1 and x.unit_id = $2 order by x.changed_at desc, x.id`,
    [tx.scope.jurisdictionId, unitId],
  );

/** How many tasks a unit leads, closed and withdrawn ones not counted, and how many people belong to it. */
export async function hangsOn(
  tx: Transaction,
  unitId: string,
): Promise<{ tasksLed: number; people: number }> {
  const [row] = await tx.query<{ tasksLed: number; people: number }>(
    `select ${tasksAs('lead')} as "tasksLed", (select count(*)::int ${IN_OFFICE}) as people
     from unit u where u.jurisdiction_id = $1 and u.id = $2`,
    [tx.scope.jurisdictionId, unitId],
  );
  return row ?? { tasksLed: 0, people: 0 };
}
