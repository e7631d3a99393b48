import type { SubjectKind } from '#accountability';
import { quotedArray } from '../array-literal.js';
import { json, type Transaction } from '../transaction.js';
import type { DeadlineArm, DeadlineDisarm } from './deadline.store.js';
import type { EventWrite } from './event.store.js';
import type { MessageWrite } from './message.store.js';
import { DERIVED, settingOf, SUBJECT_TABLE, type SubjectWrite } from './subject.store.js';

/** What transitions leave behind, of every table that nearly each of them touches. */
export interface TransitionWrites {
  task: readonly SubjectWrite[];
  obligation: readonly SubjectWrite[];
  reportingLine: readonly SubjectWrite[];
  events: readonly EventWrite[];
  disarmed: readonly DeadlineDisarm[];
  armed: readonly DeadlineArm[];
  /** One that is there already is not written again. */
  messages: readonly MessageWrite[];
}

/**
 * Writes what became of locked subjects, their lines of the trail, their clocks and what is said of it in one statement,
 * and does not wait for it: it goes out with what comes next, as a rule the commit. A clock is armed as the next
 * generation of its name.
 * A subject whose version is not the one before means that somebody wrote without the lock, and ends the transaction.
 */
export function sendTransitions(tx: Transaction, writes: TransitionWrites, now: string): void {
  const used = PARTS.filter(({ of }) => writes[of].length > 0);
  if (used.length === 0) return;
  const { disarmed } = writes;
  const saved = writes.task.length + writes.obligation.length + writes.reportingLine.length;
  const parts = used.map((part): Rows => ({
    part,
    rows: part.of === 'disarmed' ? bySubject(disarmed) : writes[part.of],
  }));
  const values = parts.flatMap(({ part: { columns }, rows }): unknown[] =>
    areFew(rows)
      ? rows.flatMap((row) => columns.map(([column, type]) => valueOf(row, column, type)))
      : columns.map(([column, type]) => quotedArray(rows.map((row) => valueOf(row, column, type)))),
  );
  const areMany = parts.some(({ rows }) => !areFew(rows));
  // Planned anew, which PostgreSQL does the first times, it looks through all values to come to the same plan.
  if (areMany) tx.send('set local plan_cache_mode = force_generic_plan');
  tx.send(statementFor(parts), [tx.scope.jurisdictionId, now, saved, ...values]);
  if (areMany) tx.send('set local plan_cache_mode = auto');
}

/** What separates names of clocks, and is in none of them. */
const SEPARATOR = '␞';

/** The clocks to take off, one row a subject: each row is a look into the index. */
function bySubject(rows: readonly DeadlineDisarm[]): object[] {
  const subjects = new Map<string, { subjectKind: SubjectKind; subjectId: string; names: string }>();
  for (const { subjectKind, subjectId, name } of rows) {
    const key = `${subjectKind}/${subjectId}`;
    const known = subjects.get(key);
    if (known) known.names += SEPARATOR + name;
    else subjects.set(key, { subjectKind, subjectId, names: name });
  }
  return [...subjects.values()];
}

interface Rows {
  part: Part;
  rows: readonly object[];
}

type Column = readonly [name: string, type: string];

interface Part {
  of: keyof TransitionWrites;
  columns: readonly Column[];
  /** The statement, from the rows that it is given as `w`. */
  sql: (rows: string) => string;
}

const SAVED: readonly Column[] = [
  ['id', 'uuid'],
  ['state', 'text'],
  ['snapshot', 'jsonb'],
  ['version', 'integer'],
  ['headHash', 'text'],
  ['machineVersion', 'integer'],
  ['policyVersion', 'integer'],
  ['calendarVersion', 'integer'],
];

const saving = (kind: SubjectKind): Part => ({
  of: kind,
  columns: [...SAVED, ...DERIVED[kind]],
  sql: (rows) =>
    `update ${SUBJECT_TABLE[kind]} s set state = w.state, snapshot = w.snapshot, version = w.version, head_hash = w."headHash",
       machine_version = w."machineVersion", policy_version = w."policyVersion",
       calendar_version = w."calendarVersion"${DERIVED[kind].map((column) => `, ${settingOf(column)}`).join('')}
     from ${rows} where s.jurisdiction_id = $1 and s.id = w.id and s.version < w.version returning 1`,
});

const PARTS: readonly Part[] = [
  saving('task'),
  saving('obligation'),
  saving('reportingLine'),
  {
    of: 'events',
    columns: [
      ['subjectKind', 'text'],
      ['subjectId', 'uuid'],
      ['seq', 'integer'],
      ['type', 'text'],
      ['payload', 'jsonb'],
      ['at', 'timestamptz'],
      ['actorId', 'uuid'],
      ['unitId', 'uuid'],
      ['idempotencyKey', 'text'],
      ['prevHash', 'text'],
      ['hash', 'text'],
    ],
    sql: (rows) =>
      `insert into event (jurisdiction_id, subject_kind, subject_id, seq, type, payload, at, actor_id, unit_id,
         idempotency_key, prev_hash, hash)
       select $1, w."subjectKind", w."subjectId", w.seq, w.type, w.payload, w.at, w."actorId", w."unitId",
         w."idempotencyKey", w."prevHash", w.hash
       from ${rows}`,
  },
  {
    of: 'disarmed',
    columns: [
      ['subjectKind', 'text'],
      ['subjectId', 'uuid'],
      ['names', 'text'],
    ],
    sql: (rows) =>
      `update deadline d set state = 'disarmed', settled_at = $2
       from ${rows} where d.jurisdiction_id = $1 and d.subject_kind = w."subjectKind" and d.subject_id = w."subjectId"
         and d.state = 'armed' and exists (select from string_to_table(w.names, '␞') n (name)
           where d.name = n.name or starts_with(d.name, n.name || ':'))`,
  },
  {
    of: 'armed',
    columns: [
      ['subjectKind', 'text'],
      ['subjectId', 'uuid'],
      ['name', 'text'],
      ['detail', 'jsonb'],
      ['budget', 'jsonb'],
      ['suspensions', 'jsonb'],
      ['projectedAt', 'timestamptz'],
      ['calendarVersion', 'integer'],
      ['armedAt', 'timestamptz'],
    ],
    sql: (rows) =>
      `insert into deadline (jurisdiction_id, id, subject_kind, subject_id, name, generation, detail, budget, suspensions,
         projected_at, calendar_version, state, armed_at)
       select $1, md5(w."subjectKind" || '/' || w."subjectId" || '/' || w.name || '/' || g.generation)::uuid, w."subjectKind",
         w."subjectId", w.name, g.generation, w.detail, w.budget, w.suspensions, w."projectedAt", w."calendarVersion", 'armed',
         w."armedAt"
       from ${rows} cross join lateral (select 1 + coalesce((select max(d.generation) from deadline d
         where d.jurisdiction_id = $1 and d.subject_kind = w."subjectKind" and d.subject_id = w."subjectId"
           and d.name = w.name), 0) as generation offset 0) g`,
  },
  {
    of: 'messages',
    columns: [
      ['id', 'uuid'],
      ['personId', 'uuid'],
      ['unitId', 'uuid'],
      ['kind', 'text'],
      ['subjectKind', 'text'],
      ['subjectId', 'uuid'],
      ['noticeId', 'uuid'],
      ['title', 'text'],
      ['body', 'text'],
      ['deliverAt', 'timestamptz'],
      ['createdAt', 'timestamptz'],
      ['idempotencyKey', 'text'],
    ],
    sql: (rows) =>
      `insert into message (jurisdiction_id, id, person_id, unit_id, channel, kind, subject_kind, subject_id, notice_id,
         title, body, state, deliver_at, created_at, idempotency_key)
       select $1, w.id, w."personId", w."unitId", 'inbox', w.kind, w."subjectKind", w."subjectId", w."noticeId", w.title, w.body,
         'pending', w."deliverAt", w."createdAt", w."idempotencyKey"
       from ${rows} on conflict do nothing`,
  },
];

const statements = new Map<string, string>();

/**
 * Few rows, which is what most transactions write, go as plain values: arrays would be written, escaped, read and unfolded
 * for nothing.
 */
const FEW = 4;
const areFew = (rows: readonly object[]): boolean => rows.length <= FEW;

/** One text for each selection of parts: few arise, and each is planned once a connection. */
function statementFor(parts: readonly Rows[]): string {
  const key = parts.map(({ part: { of }, rows }) => `${of}${areFew(rows) ? rows.length : 's'}`).join();
  const known = statements.get(key);
  if (known !== undefined) return known;
  let number = 3;
  const placesOf = (columns: readonly Column[], array = ''): string =>
    columns.map(([, type]) => `$${(number += 1)}::${type}${array}`).join(', ');
  const written = parts.map(({ part: { of, columns, sql }, rows }) => {
    const source = areFew(rows)
      ? `(values ${rows.map(() => `(${placesOf(columns)})`).join(', ')})`
      : `unnest(${placesOf(columns, '[]')})`;
    return `"${of}" as (${sql(`${source} as w (${columns.map(([name]) => `"${name}"`).join(', ')})`)})`;
  });
  const counts = parts.flatMap(({ part: { of } }) =>
    of in SUBJECT_TABLE ? [`(select count(*) from "${of}")`] : [],
  );
  // The moment is named once more, so that it has a type where no clock is taken off.
  const text = `with "now" as (select $2::timestamptz), ${written.join(',\n')}
    select expect_rows($3, ${counts.join(' + ') || '0'})`;
  statements.set(key, text);
  return text;
}

/** Columns of one kind of subject stand in `columns`, all others in the row itself. */
function valueOf(row: object, column: string, type: string): Value {
  const own = row as { columns?: Record<string, Value>; [column: string]: unknown };
  const value = own.columns && column in own.columns ? own.columns[column] : own[column];
  return type === 'jsonb' ? json(value) : ((value ?? null) as Value);
}

type Value = string | number | boolean | null;
