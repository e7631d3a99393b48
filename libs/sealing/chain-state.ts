import {
  actorTrail,
  firstFault,
  firstLineFault,
  personalParts,
  subjectTrail,
  type ChainFault,
  type Queryable,
} from '#persistence';
import type { ChainKind } from './seal-statement.js';

/** How one chain stands: whether it holds, and how far seals vouch for it. */
export interface ChainState {
  kind: ChainKind;
  id: string;
  length: number;
  fault: ChainFault | null;
  seals: { seq: number; number: number; sealedAt: string }[];
}

/** Null: there is no such chain. Reads the whole of it. */
export async function chainState(
  source: Queryable,
  jurisdictionId: string,
  { kind, id }: { kind: ChainKind; id: string },
): Promise<ChainState | null> {
  const leaves = await source.query<{ seq: number; hash: string; number: number; sealedAt: string }>(
    `select l.seq, l.hash, l.number, s.sealed_at as "sealedAt" from luoshi.seal_leaf l
     join luoshi.seal s on s.jurisdiction_id = l.jurisdiction_id and s.number = l.number
     where l.jurisdiction_id = $1 and l.subject_kind = $2 and l.subject_id = $3 order by l.seq`,
    [jurisdictionId, kind, id],
  );
  const { links, head, fault } =
    kind === 'actor'
      ? await ofActor(source, jurisdictionId, id)
      : await ofSubject(source, jurisdictionId, { kind, id });
  if (head === null && links.length === 0 && leaves.length === 0) return null;
  const missed = leaves.find(({ seq, hash }) => links[seq - 1]?.hash !== hash);
  const seals = leaves.map(({ seq, number, sealedAt }) => ({ seq, number, sealedAt }));
  const bySeal: ChainFault | null =
    missed === undefined ? null : { seq: Math.min(missed.seq, links.length + 1), tampering: 'removed' };
  return { kind, id, length: links.length, fault: fault ?? bySeal, seals };
}

async function ofActor(source: Queryable, jurisdictionId: string, id: string) {
  const trail = await actorTrail(source, jurisdictionId, id);
  const personal = await personalParts(source, jurisdictionId, id);
  const isEmpty = trail.head === null && trail.lines.length === 0;
  return { links: trail.lines, head: trail.head, fault: isEmpty ? null : firstLineFault(trail, personal) };
}

async function ofSubject(
  source: Queryable,
  jurisdictionId: string,
  subject: { kind: Exclude<ChainKind, 'actor'>; id: string },
) {
  const trail = await subjectTrail(source, jurisdictionId, subject);
  const isEmpty = trail.head === null && trail.events.length === 0;
  return { links: trail.events, head: trail.head, fault: isEmpty ? null : firstFault(trail) };
}
