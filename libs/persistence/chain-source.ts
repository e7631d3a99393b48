import type { ChainLine } from './chain.js';
import type { Queryable } from './transaction.js';

export type SubjectKind = ChainLine['subjectKind'];

export interface StoredEvent extends Omit<ChainLine, 'jurisdictionId' | 'subjectKind' | 'subjectId'> {
  prevHash: string;
  hash: string;
}

/** All events of one subject in the order of their numbers, and what the subject's row remembers of the last. */
export interface SubjectTrail {
  jurisdictionId: string;
  subjectKind: SubjectKind;
  subjectId: string;
  events: StoredEvent[];
  /** Null: there is no such subject. */
  head: { version: number; headHash: string } | null;
}

export const SUBJECT_TABLES: Readonly<Record<SubjectKind, string>> = {
  task: 'task',
  obligation: 'obligation',
  reportingLine: 'reporting_line',
};

const PAGE = 5_000;

type Row = StoredEvent & Pick<ChainLine, 'jurisdictionId' | 'subjectKind' | 'subjectId'>;

/** Subject by subject, in pages along the primary key: memory does not grow with the trail. */
export async function* subjectEvents(source: Queryable): AsyncGenerator<SubjectTrail> {
  let after: readonly [string, string, string, number] = ['', '', '00000000-0000-0000-0000-000000000000', 0];
  let rest: Row[] = [];
  for (;;) {
    const page = await source.query<Row>(EVENTS, [...after, PAGE]);
    const last = page.at(-1);
    const groups = groupBySubject([...rest, ...page]);
    // The last subject of a full page may go on in the next.
    rest = page.length === PAGE ? (groups.pop() ?? []) : [];
    yield* await withHeads(source, groups);
    if (last === undefined || page.length < PAGE) return;
    after = [last.jurisdictionId, last.subjectKind, last.subjectId, last.seq];
  }
}

const EVENT_COLUMNS = `seq, type, payload, at, actor_id as "actorId", unit_id as "unitId",
  idempotency_key as "idempotencyKey", prev_hash as "prevHash", hash`;

/** A part of one subject's chain, by the numbers of its events. */
export const eventsOfSubject = (
  source: Queryable,
  jurisdictionId: string,
  { kind, id }: { kind: SubjectKind; id: string },
  { from = 1, to = 2_147_483_647 } = {},
): Promise<StoredEvent[]> =>
  source.query<StoredEvent>(
    `select ${EVENT_COLUMNS} from luoshi.event
     where jurisdiction_id = $1 and subject_kind = $2 and subject_id = $3 and seq between $4 and $5 order by seq`,
    [jurisdictionId, kind, id, from, to],
  );

/** The whole chain of one subject. */
export async function subjectTrail(
  source: Queryable,
  jurisdictionId: string,
  { kind, id }: { kind: SubjectKind; id: string },
): Promise<SubjectTrail> {
  const events = await eventsOfSubject(source, jurisdictionId, { kind, id });
  const [head] = await source.query<{ version: number; headHash: string }>(
    `select version, head_hash as "headHash" from luoshi.${SUBJECT_TABLES[kind]} where jurisdiction_id = $1 and id = $2`,
    [jurisdictionId, id],
  );
  return { jurisdictionId, subjectKind: kind, subjectId: id, events, head: head ?? null };
}

const EVENTS = `
  select jurisdiction_id as "jurisdictionId", subject_kind as "subjectKind", subject_id as "subjectId", ${EVENT_COLUMNS}
  from luoshi.event
  where (jurisdiction_id, subject_kind, subject_id, seq) > ($1::text, $2::text, $3::uuid, $4::int)
  order by jurisdiction_id, subject_kind, subject_id, seq
  limit $5`;

function groupBySubject(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const current = groups.at(-1);
    if (current?.[0] !== undefined && sameSubject(current[0], row)) current.push(row);
    else groups.push([row]);
  }
  return groups;
}

function sameSubject(one: Row, other: Row): boolean {
  return (
    one.subjectId === other.subjectId &&
    one.subjectKind === other.subjectKind &&
    one.jurisdictionId === other.jurisdictionId
  );
}

async function withHeads(source: Queryable, groups: readonly Row[][]): Promise<SubjectTrail[]> {
  const firsts = groups.flatMap((group) => group.slice(0, 1));
  const heads = new Map<string, { version: number; headHash: string }>();
  for (const [kind, table] of Object.entries(SUBJECT_TABLES)) {
    const ids = firsts.filter((row) => row.subjectKind === kind).map((row) => row.subjectId);
    if (ids.length === 0) continue;
    const rows = await source.query<{ key: string; version: number; headHash: string }>(
      `select jurisdiction_id || '/' || id as key, version, head_hash as "headHash" from luoshi.${table}
       where id = any ($1::uuid[]) and jurisdiction_id = any ($2::text[])`,
      [ids, [...new Set(firsts.map((row) => row.jurisdictionId))]],
    );
    for (const row of rows) heads.set(`${kind}/${row.key}`, { version: row.version, headHash: row.headHash });
  }
  return groups.flatMap((events) => {
    const [first] = events;
    if (first === undefined) return [];
    const { jurisdictionId, subjectKind, subjectId } = first;
    const head = heads.get(`${subjectKind}/${jurisdictionId}/${subjectId}`) ?? null;
    return [{ jurisdictionId, subjectKind, subjectId, events, head }];
  });
}
