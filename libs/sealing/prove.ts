import { eventsOfSubject, linesOfChain, type Queryable } from '#persistence';
import { consistencyProof, eventProof, type ConsistencyProof, type EventProof } from './event-proof.js';
import type { ChainKind, Seal, SealLeaf } from './seal-statement.js';
import { SEAL_COLUMNS } from './sealed-trail.js';

/** One place of one chain. */
export interface PlaceInChain {
  kind: ChainKind;
  id: string;
  seq: number;
}

/**
 * The proof of one event or line by the first seal that covers it; null: none does yet, or there is no such event.
 *
 * @param source of a transaction that sees one moment and the whole jurisdiction
 */
export async function proveEvent(
  source: Queryable,
  jurisdictionId: string,
  { kind, id, seq }: PlaceInChain,
): Promise<EventProof | null> {
  const covering = await coveringLeaf(source, jurisdictionId, { kind, id, seq });
  if (covering === null) return null;
  const [seal] = await source.query<Seal>(
    `select ${SEAL_COLUMNS} from luoshi.seal where jurisdiction_id = $1 and number = $2`,
    [jurisdictionId, covering.number],
  );
  const range = { from: seq, to: covering.seq };
  const links =
    kind === 'actor'
      ? await linesOfChain(source, jurisdictionId, id, range)
      : await eventsOfSubject(source, jurisdictionId, { kind, id }, range);
  if (seal === undefined || links[0]?.seq !== seq || links.at(-1)?.hash !== covering.hash) return null;
  const leaves = await source.query<SealLeaf>(
    `select subject_kind as "subjectKind", subject_id as "subjectId", seq, hash from luoshi.seal_leaf
     where jurisdiction_id = $1 and number = $2`,
    [jurisdictionId, covering.number],
  );
  return eventProof({ kind, id }, links, seal, leaves);
}

/** The first sealed end at or after a place: which seal vouches for it. */
export async function coveringLeaf(
  source: Queryable,
  jurisdictionId: string,
  { kind, id, seq }: PlaceInChain,
): Promise<{ seq: number; hash: string; number: number; sealedAt: string } | null> {
  const [row] = await source.query<{ seq: number; hash: string; number: number; sealedAt: string }>(
    `select l.seq, l.hash, l.number, s.sealed_at as "sealedAt"
     from luoshi.seal_leaf l join luoshi.seal s on s.jurisdiction_id = l.jurisdiction_id and s.number = l.number
     where l.jurisdiction_id = $1 and l.subject_kind = $2 and l.subject_id = $3 and l.seq >= $4 order by l.seq limit 1`,
    [jurisdictionId, kind, id, seq],
  );
  return row ?? null;
}

/** That one seal is the past of another; null: one of them is not there, or the later says nothing of its past. */
export async function proveConsistency(
  source: Queryable,
  jurisdictionId: string,
  range: { from: number; to: number },
): Promise<ConsistencyProof | null> {
  const seals = await source.query<Seal>(
    `select ${SEAL_COLUMNS} from luoshi.seal where jurisdiction_id = $1 and number <= $2 order by number`,
    [jurisdictionId, range.to],
  );
  const [from, to] = [seals[range.from - 1], seals[range.to - 1]];
  if (from?.number !== range.from || to?.number !== range.to || range.from >= range.to) return null;
  if (to.history === null) return null;
  return consistencyProof(
    from,
    to,
    seals.map(({ hash }) => hash),
  );
}

/** Seals from a number on, for publishing page by page. */
export const sealsAfter = (
  source: Queryable,
  jurisdictionId: string,
  after: number,
  limit: number,
): Promise<Seal[]> =>
  source.query<Seal>(
    `select ${SEAL_COLUMNS} from luoshi.seal where jurisdiction_id = $1 and number > $2 order by number limit $3`,
    [jurisdictionId, after, limit],
  );
