import {
  actorTrails,
  personalParts,
  subjectEvents,
  type ActorTrail,
  type PersonalParts,
  type Queryable,
  type SubjectTrail,
} from '#persistence';
import type { Seal, SealLeaf } from './seal-statement.js';

/** What was sealed of a chain, and by which seal. */
export type ChainLeaf = Pick<SealLeaf, 'seq' | 'hash'> & { number: number };

/** One subject's chain with what was sealed of it, the oldest leaf first. */
export interface SealedTrail extends SubjectTrail {
  leaves: ChainLeaf[];
}

/** The chain of one who acts, likewise. */
export interface SealedLines extends ActorTrail {
  leaves: ChainLeaf[];
  /** What is still held of the personal parts; null: not told, as in a file. */
  personal: PersonalParts | null;
}

/** Where a trail is read from, the record or a file: one jurisdiction, as of one moment. */
export interface TrailSource {
  jurisdictionId: string;
  /** By number. */
  seals(): Promise<Seal[]>;
  /** To be read to its end before the chains of those who act. */
  trails(): AsyncIterable<SealedTrail>;
  actors(): AsyncIterable<SealedLines>;
}

type LeafRow = SealLeaf & { number: number };

/** A seal as it is kept, by the names of `Seal`. */
export const SEAL_COLUMNS = `jurisdiction_id as "jurisdictionId", number, sealed_at as "sealedAt", previous_hash as "previousHash",
  root, leaves, hash, public_key as "publicKey", signature, history`;

/** Of a transaction that sees one moment and one jurisdiction. */
export function trailOfRecord(source: Queryable, jurisdictionId: string): TrailSource {
  return {
    jurisdictionId,
    seals: () =>
      source.query<Seal>(
        `select ${SEAL_COLUMNS} from luoshi.seal where jurisdiction_id = $1 order by number`,
        [jurisdictionId],
      ),
    trails: () => withLeaves(source, jurisdictionId),
    actors: () => linesWithLeaves(source, jurisdictionId),
  };
}

async function* linesWithLeaves(source: Queryable, jurisdictionId: string): AsyncGenerator<SealedLines> {
  for await (const trail of actorTrails(source, jurisdictionId)) {
    const { chainId } = trail;
    const leaves = await source.query<ChainLeaf>(
      `select seq, hash, number from luoshi.seal_leaf
       where jurisdiction_id = $1 and subject_kind = 'actor' and subject_id = $2 order by seq`,
      [jurisdictionId, chainId],
    );
    yield { ...trail, leaves, personal: await personalParts(source, jurisdictionId, chainId) };
  }
}

const MANY = 500;

async function* withLeaves(source: Queryable, jurisdictionId: string): AsyncGenerator<SealedTrail> {
  let batch: SubjectTrail[] = [];
  for await (const trail of subjectEvents(source)) {
    if (trail.jurisdictionId !== jurisdictionId) continue;
    batch.push(trail);
    if (batch.length < MANY) continue;
    yield* await leavesOf(source, jurisdictionId, batch);
    batch = [];
  }
  yield* await leavesOf(source, jurisdictionId, batch);
  yield* await withoutEvents(source, jurisdictionId);
}

async function leavesOf(
  source: Queryable,
  jurisdictionId: string,
  batch: readonly SubjectTrail[],
): Promise<SealedTrail[]> {
  const rows = await source.query<LeafRow>(
    `select subject_kind as "subjectKind", subject_id as "subjectId", seq, hash, number from luoshi.seal_leaf
     where jurisdiction_id = $1 and subject_id = any ($2::uuid[]) and subject_kind <> 'actor' order by seq`,
    [jurisdictionId, batch.map(({ subjectId }) => subjectId)],
  );
  const found = new Map(
    batch.map((trail) => [keyOf(trail), { ...trail, leaves: [] as SealedTrail['leaves'] }]),
  );
  for (const row of rows) found.get(keyOf(row))?.leaves.push(leafOf(row));
  return [...found.values()];
}

/** Subjects of which no event is left, though they remember some, or though some were sealed. */
async function withoutEvents(source: Queryable, jurisdictionId: string): Promise<SealedTrail[]> {
  const rows = await source.query<
    Pick<SubjectTrail, 'subjectKind' | 'subjectId'> & { version: number | null; headHash: string | null }
  >(
    `select k.kind as "subjectKind", k.id as "subjectId", s.version, s.head_hash as "headHash"
     from (select subject_kind as kind, subject_id as id from luoshi.seal_leaf
         where jurisdiction_id = $1 and subject_kind <> 'actor'
       union select 'task', id from luoshi.task where jurisdiction_id = $1 and version > 0
       union select 'obligation', id from luoshi.obligation where jurisdiction_id = $1 and version > 0
       union select 'reportingLine', id from luoshi.reporting_line where jurisdiction_id = $1 and version > 0) k
     left join (select 'task' as kind, id, version, head_hash from luoshi.task where jurisdiction_id = $1
       union all select 'obligation', id, version, head_hash from luoshi.obligation where jurisdiction_id = $1
       union all select 'reportingLine', id, version, head_hash from luoshi.reporting_line where jurisdiction_id = $1) s
       on s.kind = k.kind and s.id = k.id
     where not exists (select from luoshi.event e
       where e.jurisdiction_id = $1 and e.subject_kind = k.kind and e.subject_id = k.id)
     order by 1, 2`,
    [jurisdictionId],
  );
  const bare = rows.map(({ subjectKind, subjectId, version, headHash }): SubjectTrail => ({
    jurisdictionId,
    subjectKind,
    subjectId,
    events: [],
    head: version === null || headHash === null ? null : { version, headHash },
  }));
  return leavesOf(source, jurisdictionId, bare);
}

const keyOf = ({ subjectKind, subjectId }: Pick<SealLeaf, 'subjectKind' | 'subjectId'>): string =>
  `${subjectKind}/${subjectId}`;

const leafOf = ({ seq, hash, number }: LeafRow): ChainLeaf => ({ seq, hash, number });
