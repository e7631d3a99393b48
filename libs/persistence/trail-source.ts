import { commitmentTo, trailLineHash, type TrailLine, type TrailPersonal } from './trail-hash.js';
import type { Queryable } from './transaction.js';
import { firstFaultOf, type ChainFault } from './verify-chains.js';

export interface StoredLine extends Omit<TrailLine, 'jurisdictionId' | 'chainId'> {
  prevHash: string;
  hash: string;
}

/** All lines of one who acts, in the order of their numbers, and what the chain's row remembers of the last. */
export interface ActorTrail {
  jurisdictionId: string;
  chainId: string;
  lines: StoredLine[];
  /** Null: there is no such chain. */
  head: { version: number; headHash: string } | null;
}

/** The personal parts of a chain's lines, as far as they are still held, by number. */
export type PersonalParts = ReadonlyMap<number, TrailPersonal & { salt: string }>;

/** The first line that is not as it was written, or null; with the personal parts, also where one of these is not. */
export function firstLineFault(trail: ActorTrail, personal?: PersonalParts): ChainFault | null {
  const { jurisdictionId, chainId, lines, head } = trail;
  const fault = firstFaultOf(lines, head, (line, seq) =>
    trailLineHash(line.prevHash, { ...line, jurisdictionId, chainId, seq }),
  );
  for (const [seq, part] of personal ?? []) {
    if (fault !== null && fault.seq <= seq) return fault;
    if (lines[seq - 1]?.commitment !== commitmentTo(part.salt, part)) return { seq, tampering: 'changed' };
  }
  return fault;
}

export const LINE_COLUMNS = `seq, kind, action, at, actor_id as "actorId", on_behalf_of as "onBehalfOf", via,
  session_id as "sessionId", token_id as "tokenId", unit_id as "unitId", target_kind as "targetKind", target_id as "targetId",
  person_ids as "personIds", details, commitment, prev_hash as "prevHash", hash`;

/** The chains of a jurisdiction, one after the other: memory grows with the longest, not with all. */
export async function* actorTrails(source: Queryable, jurisdictionId: string): AsyncGenerator<ActorTrail> {
  const chains = await source.query<{ id: string; version: number | null; headHash: string | null }>(
    `select coalesce(c.id, k.id) as id, c.version, c.head_hash as "headHash"
     from luoshi.trail_chain c
     full join (select chain_id as id from luoshi.trail_line where jurisdiction_id = $1
       union select subject_id from luoshi.seal_leaf where jurisdiction_id = $1 and subject_kind = 'actor') k
       on k.id = c.id and c.jurisdiction_id = $1
     where c.jurisdiction_id = $1 or c.id is null
     order by 1`,
    [jurisdictionId],
  );
  for (const { id, version, headHash } of chains)
    yield {
      jurisdictionId,
      chainId: id,
      lines: await linesOfChain(source, jurisdictionId, id),
      head: version === null || headHash === null ? null : { version, headHash },
    };
}

/** The chain of one who acts. */
export async function actorTrail(
  source: Queryable,
  jurisdictionId: string,
  chainId: string,
): Promise<ActorTrail> {
  const [head] = await source.query<{ version: number; headHash: string }>(
    'select version, head_hash as "headHash" from luoshi.trail_chain where jurisdiction_id = $1 and id = $2',
    [jurisdictionId, chainId],
  );
  return {
    jurisdictionId,
    chainId,
    lines: await linesOfChain(source, jurisdictionId, chainId),
    head: head ?? null,
  };
}

export const linesOfChain = (
  source: Queryable,
  jurisdictionId: string,
  chainId: string,
  { from = 1, to = 2_147_483_647 } = {},
): Promise<StoredLine[]> =>
  source.query<StoredLine>(
    `select ${LINE_COLUMNS} from luoshi.trail_line
     where jurisdiction_id = $1 and chain_id = $2 and seq between $3 and $4 order by seq`,
    [jurisdictionId, chainId, from, to],
  );

/** What is still held of the personal parts of a chain. */
export async function personalParts(
  source: Queryable,
  jurisdictionId: string,
  chainId: string,
): Promise<PersonalParts> {
  const rows = await source.query<TrailPersonal & { seq: number; salt: string }>(
    `select seq, salt, address, agent, before, after from luoshi.trail_personal
     where jurisdiction_id = $1 and chain_id = $2 order by seq`,
    [jurisdictionId, chainId],
  );
  return new Map(rows.map(({ seq, ...part }) => [seq, part]));
}
