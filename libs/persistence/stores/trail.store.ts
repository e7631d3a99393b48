import { randomBytes } from 'node:crypto';
import {
  commitmentTo,
  SYSTEM_CHAIN,
  trailLineHash,
  type TrailLine,
  type TrailPersonal,
} from '../trail-hash.js';
import { GENESIS_HASH } from '../chain.js';
import { json, type Transaction } from '../transaction.js';

/** A line before it has its place in the chain. */
export type NewTrailLine = Omit<TrailLine, 'jurisdictionId' | 'seq' | 'commitment'> & TrailPersonal;

/**
 * Appends lines to their chains, in their order. The end of each chain stays locked until the transaction ends; chains are locked in
 * the order of their ids, so that two who write many do not wait for each other.
 */
export async function appendTrailLines(tx: Transaction, lines: readonly NewTrailLine[]): Promise<void> {
  const chains = [...new Set(lines.map(({ chainId }) => chainId.toLowerCase()))].sort();
  for (const chainId of chains) {
    const own = lines.filter((line) => line.chainId.toLowerCase() === chainId);
    await append(tx, chainId, own);
  }
}

/** What the system does to a setting by itself, and says aloud: a channel whose peer refuses everything is paused. */
export const appendOwnSetting = (
  tx: Transaction,
  fact: Pick<NewTrailLine, 'action' | 'at' | 'details' | 'after'> & { target: { kind: string; id: string } },
): Promise<void> =>
  appendTrailLines(tx, [
    {
      chainId: SYSTEM_CHAIN,
      kind: 'configuration',
      action: fact.action,
      at: fact.at,
      actorId: null,
      onBehalfOf: null,
      via: 'system',
      sessionId: null,
      tokenId: null,
      unitId: null,
      targetKind: fact.target.kind,
      targetId: fact.target.id,
      personIds: [],
      details: fact.details,
      address: null,
      agent: null,
      before: null,
      after: fact.after,
    },
  ]);

async function append(tx: Transaction, chainId: string, lines: readonly NewTrailLine[]): Promise<void> {
  const { jurisdictionId } = tx.scope;
  const [head] = await tx.query<{ version: number; headHash: string }>(
    `insert into trail_chain as c (jurisdiction_id, id, version, head_hash) values ($1, $2, 0, $3)
     on conflict (jurisdiction_id, id) do update set version = c.version
     returning version, head_hash as "headHash"`,
    [jurisdictionId, chainId, GENESIS_HASH],
  );
  let { version, headHash } = head ?? { version: 0, headHash: GENESIS_HASH };
  const written = lines.map((line) => {
    // As it will be read again: what is undefined is not there, in jsonb as in the hash.
    const details = parsed(line.details) ?? {};
    const personal = { ...personalOf(line), salt: randomBytes(16).toString('hex') };
    const seq = version + 1;
    const commitment = isEmpty(personal) ? null : commitmentTo(personal.salt, personal);
    const prevHash = headHash;
    const hash = trailLineHash(prevHash, { ...line, jurisdictionId, chainId, seq, details, commitment });
    [version, headHash] = [seq, hash];
    return { ...line, ...personal, details, chainId, seq, commitment, prevHash, hash };
  });
  tx.send(INSERT_LINES, [jurisdictionId, json(written)]);
  const personal = written.filter(({ commitment }) => commitment !== null);
  if (personal.length > 0) tx.send(INSERT_PERSONAL, [jurisdictionId, json(personal)]);
  await tx.execute(
    'update trail_chain set version = $3, head_hash = $4 where jurisdiction_id = $1 and id = $2',
    [jurisdictionId, chainId, version, headHash],
  );
}

const INSERT_LINES = `
  insert into trail_line (jurisdiction_id, chain_id, seq, kind, action, at, actor_id, on_behalf_of, via, session_id, token_id,
    unit_id, target_kind, target_id, person_ids, details, commitment, prev_hash, hash)
  select $1, l."chainId", l.seq, l.kind, l.action, l.at, l."actorId", l."onBehalfOf", l.via, l."sessionId", l."tokenId",
    l."unitId", l."targetKind", l."targetId", array(select jsonb_array_elements_text(l."personIds")::uuid), l.details,
    l.commitment, l."prevHash", l.hash
  from jsonb_to_recordset($2::jsonb) as l ("chainId" uuid, seq int, kind text, action text, at timestamptz, "actorId" uuid,
    "onBehalfOf" uuid, via text, "sessionId" uuid, "tokenId" uuid, "unitId" uuid, "targetKind" text, "targetId" text,
    "personIds" jsonb, details jsonb, commitment text, "prevHash" text, hash text)`;

const INSERT_PERSONAL = `
  insert into trail_personal (jurisdiction_id, chain_id, seq, salt, at, address, agent, before, after)
  select $1, l."chainId", l.seq, l.salt, l.at, l.address, l.agent, nullif(l.before, 'null'), nullif(l.after, 'null')
  from jsonb_to_recordset($2::jsonb) as l ("chainId" uuid, seq int, salt text, at timestamptz, address text, agent text,
    before jsonb, after jsonb)`;

const personalOf = ({ address, agent, before, after }: NewTrailLine): TrailPersonal => ({
  address,
  agent,
  before: parsed(before) ?? null,
  after: parsed(after) ?? null,
});

const isEmpty = ({ address, agent, before, after }: TrailPersonal): boolean =>
  address === null && agent === null && before === null && after === null;

const parsed = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
