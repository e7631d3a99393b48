import { arrayLiteral } from '../array-literal.js';
import { json, type Transaction } from '../transaction.js';
import { READ_CLOCK, type DeadlineRead } from './deadline.store.js';

/** The kinds of subjects that thousands of are moved by one statement. */
export type CrowdKind = 'task' | 'obligation';

/** One of a crowd as its row holds it: what it takes to decide about it, and nothing about where it belongs. */
export interface CrowdRow {
  id: string;
  /** Configuration and context as texts of JSON; the context without the fields that were left out. */
  value: string;
  context: string;
  version: number;
  headHash: string;
  machineVersion: number;
  policyVersion: number;
  planId: string;
  unitId: string | null;
}

/** Subjects that the same becomes of: the same state, the same fields written over. */
export interface CrowdMove {
  state: string;
  value: unknown;
  /** Fields of the context that are written over, all others staying; null: the snapshot stays as it is. */
  written: Record<string, unknown> | null;
  machineVersion: number;
  calendarVersion: number;
  ids: readonly string[];
  /** Each subject's last hash, in the order of `ids`. */
  hashes: readonly string[];
}

/** Lines of the trail of one kind of subject, by what they say: `at`, `type` and `payload` are by the number in `says`. */
export interface CrowdEvents {
  subjectKind: CrowdKind;
  said: { type: string; at: string; payload: unknown }[];
  says: readonly number[];
  ids: readonly string[];
  seqs: readonly number[];
  unitIds: readonly (string | null)[];
  keys: readonly string[];
  prevHashes: readonly string[];
  hashes: readonly string[];
}

const UNIT_ID: Record<CrowdKind, string> = { task: 'null::uuid', obligation: 's.unit_id' };

/**
 * Locks and reads those of the ids that are there, in the order of ids.
 *
 * @param leftOut fields of the context that nobody is going to ask for: what is not read need not be sent, parsed and held
 */
export const lockCrowd = (
  tx: Transaction,
  kind: CrowdKind,
  ids: readonly string[],
  leftOut: readonly string[] = [],
): Promise<CrowdRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx.query<CrowdRow>(
        `select s.id, (s.snapshot -> 'value')::text as value, ((s.snapshot -> 'context') - $3::text[])::text as context, s.version,
           s.head_hash as "headHash", s.machine_version as "machineVersion", s.policy_version as "policyVersion",
           s.plan_id as "planId", ${UNIT_ID[kind]} as "unitId"
         from ${kind} s where s.jurisdiction_id = $2 and s.id = any($1::uuid[]) order by s.id for update`,
        [arrayLiteral(ids), tx.scope.jurisdictionId, [...leftOut]],
      );

/** Writes what became of locked subjects, a statement for all that the same became of. They count one version on. */
export async function moveCrowd(tx: Transaction, kind: CrowdKind, move: CrowdMove): Promise<void> {
  const { state, value, written, machineVersion, calendarVersion, ids, hashes } = move;
  const common = [
    arrayLiteral(ids),
    arrayLiteral(hashes),
    tx.scope.jurisdictionId,
    machineVersion,
    calendarVersion,
  ];
  const changed =
    written === null
      ? await tx.execute(
          `update ${kind} s set version = s.version + 1, head_hash = w.hash, machine_version = $4, calendar_version = $5
           from unnest($1::uuid[], $2::text[]) as w (id, hash) where s.jurisdiction_id = $3 and s.id = w.id`,
          common,
        )
      : await tx.execute(
          `update ${kind} s set version = s.version + 1, head_hash = w.hash, machine_version = $4, calendar_version = $5, state = $6,
             snapshot = jsonb_build_object('value', $7::jsonb, 'context', (s.snapshot -> 'context') || $8::jsonb)
           from unnest($1::uuid[], $2::text[]) as w (id, hash) where s.jurisdiction_id = $3 and s.id = w.id`,
          [...common, state, json(value), json(written)],
        );
  if (changed !== ids.length) throw new Error(`${kind}: ${ids.length} rows to move, ${changed} moved`);
}

/** Appends one line to the trail of each subject, in one statement. */
export async function appendCrowdEvents(tx: Transaction, events: CrowdEvents): Promise<void> {
  if (events.ids.length === 0) return;
  const { subjectKind, said, says, ids, seqs, unitIds, keys, prevHashes, hashes } = events;
  await tx.execute(
    `insert into event (jurisdiction_id, subject_kind, subject_id, seq, type, payload, at, actor_id, unit_id, idempotency_key,
       prev_hash, hash)
     select $1, $2, w.id, w.seq, said.type, said.payload, said.at, null, w.unit_id, w.key, w.prev_hash, w.hash
     from unnest($3::uuid[], $4::integer[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::integer[])
         as w (id, seq, unit_id, key, prev_hash, hash, says)
       join (select ordinality - 1 as number, one ->> 'type' as type, (one ->> 'at')::timestamptz as at, one -> 'payload' as payload
         from jsonb_array_elements($10::jsonb) with ordinality as one (one)) said on said.number = w.says`,
    [
      tx.scope.jurisdictionId,
      subjectKind,
      arrayLiteral(ids),
      arrayLiteral(seqs),
      arrayLiteral(unitIds),
      arrayLiteral(keys),
      arrayLiteral(prevHashes),
      arrayLiteral(hashes),
      arrayLiteral(says),
      json(said),
    ],
  );
}

/** Takes off the clocks of these names, and those whose names begin with one and a colon. */
export async function disarmCrowd(
  tx: Transaction,
  kind: CrowdKind,
  ids: readonly string[],
  names: readonly string[],
  at: string,
): Promise<void> {
  await tx.execute(
    `update deadline d set state = 'disarmed', settled_at = $4
     from unnest($1::uuid[]) as w (id)
     where d.jurisdiction_id = $2 and d.subject_kind = $3 and d.subject_id = w.id and d.state = 'armed'
       and exists (select from unnest($5::text[]) as n (name) where d.name = n.name or starts_with(d.name, n.name || ':'))`,
    [arrayLiteral(ids), tx.scope.jurisdictionId, kind, at, [...names]],
  );
}

/** Settles the open alerts of these names, however they go on. */
export async function settleCrowd(
  tx: Transaction,
  kind: CrowdKind,
  ids: readonly string[],
  names: readonly string[],
  at: string,
): Promise<void> {
  await tx.execute(
    `update alert a set state = 'settled', settled_at = $4
     from unnest($1::uuid[]) as w (id)
     where a.jurisdiction_id = $2 and a.subject_kind = $3 and a.subject_id = w.id and a.state = 'open'
       and exists (select from unnest($5::text[]) as n (name)
         where starts_with(a.idempotency_key, w.id || '/' || n.name || ':')
           or starts_with(a.idempotency_key, w.id || '/' || n.name || '@'))`,
    [arrayLiteral(ids), tx.scope.jurisdictionId, kind, at, [...names]],
  );
}

/** A field of the context that is one of the obligation's own ids, and which. */
export type OwnFields = Readonly<Record<string, 'id' | 'taskId' | 'unitId'>>;

/** Reports that lines come to owe for a period: all alike but for their ids. */
export interface OwedCrowd {
  period: string;
  dueAt: string;
  state: string;
  value: unknown;
  /** What all contexts have in common. */
  context: Record<string, unknown>;
  ownFields: OwnFields;
  machineVersion: number;
  policyVersion: number;
  calendarVersion: number;
  ids: readonly string[];
  taskIds: readonly string[];
  unitIds: readonly string[];
  planIds: readonly string[];
  sittingIds: readonly string[];
  hashes: readonly string[];
}

const OWN_COLUMN = { id: 'w.id', taskId: 'w.task_id', unitId: 'w.unit_id' } as const;

/** Inserts what is owed on tasks, one version old. */
export async function insertOwedCrowd(tx: Transaction, owed: OwedCrowd): Promise<void> {
  const { state, value, context, machineVersion, policyVersion, calendarVersion, period, dueAt } = owed;
  await tx.execute(
    `insert into obligation (jurisdiction_id, id, sitting_id, plan_id, task_id, action_id, unit_id, kind, duty, asked_by_unit_id, period,
       due_at, state, machine_version, policy_version, calendar_version, snapshot, version, head_hash)
     select $1, w.id, w.sitting_id, w.plan_id, w.task_id, null, w.unit_id, 'taskReport', 'taskReport', null, $2, $3, $4, $5, $6, $7,
       jsonb_build_object('value', $8::jsonb, 'context', $9::jsonb || jsonb_build_object(${ownFieldsOf(owed.ownFields)})), 1, w.hash
     from unnest($10::uuid[], $11::uuid[], $12::uuid[], $13::uuid[], $14::uuid[], $15::text[])
       as w (id, sitting_id, plan_id, task_id, unit_id, hash)`,
    [
      tx.scope.jurisdictionId,
      period,
      dueAt,
      state,
      machineVersion,
      policyVersion,
      calendarVersion,
      json(value),
      json(context),
      arrayLiteral(owed.ids),
      arrayLiteral(owed.sittingIds),
      arrayLiteral(owed.planIds),
      arrayLiteral(owed.taskIds),
      arrayLiteral(owed.unitIds),
      arrayLiteral(owed.hashes),
    ],
  );
}

/** The first line of the trail of what was just inserted: what it was made from, its ids filled in. */
export async function appendOwedEvents(
  tx: Transaction,
  { type, at, input, ownFields }: { type: string; at: string; input: object; ownFields: OwnFields },
  { ids, taskIds, unitIds, hashes }: OwedCrowd,
  { key, prevHash }: { key: string; prevHash: string },
): Promise<void> {
  await tx.execute(
    `insert into event (jurisdiction_id, subject_kind, subject_id, seq, type, payload, at, actor_id, unit_id, idempotency_key,
       prev_hash, hash)
     select $1, 'obligation', w.id, 1, $2,
       jsonb_build_object('input', $3::jsonb || jsonb_build_object(${ownFieldsOf(ownFields)})), $4, null, w.unit_id, $5, $6, w.hash
     from unnest($7::uuid[], $8::uuid[], $9::uuid[], $10::text[]) as w (id, task_id, unit_id, hash)`,
    [
      tx.scope.jurisdictionId,
      type,
      json(input),
      at,
      key,
      prevHash,
      arrayLiteral(ids),
      arrayLiteral(taskIds),
      arrayLiteral(unitIds),
      arrayLiteral(hashes),
    ],
  );
}

const ownFieldsOf = (fields: OwnFields): string =>
  Object.entries(fields)
    .map(([field, own]) => {
      if (!/^\w+$/.test(field)) throw new Error(`no name of a field: ${field}`);
      return `'${field}', ${OWN_COLUMN[own]}`;
    })
    .join(', ');

/** How many clocks one chunk takes: by the root of their names, and of roots that are not listed. */
export interface ChunkLimits {
  limits: Readonly<Record<string, number>>;
  otherwise: number;
}

/** The root of a clock's name: `sitting` of `sitting:due`. */
export const rootOf = (name: string): string => name.split(':', 1)[0] ?? name;

/**
 * Takes clocks that have run down, by the thousand: those of the earliest instant that is due and of one root of names
 * (`sitting` of `sitting:due`), so that two who take at once never work at an instant or a kind of clock before the one
 * before it is over. The order of names and ids is the index's. Several may, but nobody who takes them all (see
 * `takeDueDeadlines`) meanwhile.
 */
export const takeDueTogether = (
  tx: Transaction,
  now: string,
  { limits, otherwise }: ChunkLimits,
): Promise<DeadlineRead[]> =>
  tx.query<DeadlineRead>(
    `with together as materialized (
       select pg_try_advisory_xact_lock_shared(hashtextextended('luoshi fires ' || $3, 0)) as granted),
     first as (
       select projected_at as at, split_part(name, ':', 1) as root from deadline
       where jurisdiction_id = $3 and state = 'armed' and projected_at <= $1 and (select granted from together)
       order by projected_at, name limit 1),
     due as (
       select d.id from deadline d
       where d.jurisdiction_id = $3 and d.state = 'armed' and d.projected_at = (select at from first)
         and (d.name = (select root from first) or starts_with(d.name, (select root from first) || ':'))
       order by d.name, d.subject_id limit (select coalesce(($2::jsonb ->> root)::integer, $4) from first)
       for update of d skip locked)
     update deadline d set state = 'reached', settled_at = $1 from due where d.jurisdiction_id = $3 and d.id = due.id
     returning ${READ_CLOCK}`,
    [now, json(limits), tx.scope.jurisdictionId, otherwise],
  );

/** How many clocks have run down and nobody has looked at them yet. */
export async function countDue(tx: Transaction, now: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from deadline where jurisdiction_id = $2 and state = 'armed' and projected_at <= $1`,
    [now, tx.scope.jurisdictionId],
  );
  return row?.count ?? 0;
}
