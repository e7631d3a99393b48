import { createHash } from 'node:crypto';
import type { Instant } from '#calendar';
import { canonicalJson } from './chain.js';

/** The chain of what nobody is known to have done: the system itself, and commands at the machine. */
export const SYSTEM_CHAIN = '00000000-0000-0000-0000-000000000000';

export type TrailKind =
  | 'account'
  | 'configuration'
  | 'export'
  | 'read'
  | 'retention'
  | 'evidence'
  | 'product'
  | 'cascade'
  | 'filing';
export type TrailWay = 'page' | 'token' | 'command' | 'system' | 'open';

/** A line as its hash vouches for it: everything of the row but its hashes, and of what is personal the commitment. */
export interface TrailLine {
  jurisdictionId: string;
  chainId: string;
  /** 1 for the first of a chain. */
  seq: number;
  kind: TrailKind;
  action: string;
  at: Instant;
  actorId: string | null;
  onBehalfOf: string | null;
  via: TrailWay;
  sessionId: string | null;
  tokenId: string | null;
  unitId: string | null;
  targetKind: string | null;
  targetId: string | null;
  personIds: readonly string[];
  details: unknown;
  commitment: string | null;
}

/** What of a line is personal, beside the chain. */
export interface TrailPersonal {
  address: string | null;
  agent: string | null;
  before: unknown;
  after: unknown;
}

/** SHA-256 over the line before of the same chain (`GENESIS_HASH` for the first) and the line, in 64 hexadecimal digits. */
export function trailLineHash(prevHash: string, line: TrailLine): string {
  return sha256([
    'luoshi.line/1',
    prevHash,
    {
      jurisdictionId: line.jurisdictionId,
      chainId: line.chainId.toLowerCase(),
      seq: line.seq,
      kind: line.kind,
      action: line.action,
      at: new Date(line.at).toISOString(),
      actorId: line.actorId?.toLowerCase() ?? null,
      onBehalfOf: line.onBehalfOf?.toLowerCase() ?? null,
      via: line.via,
      sessionId: line.sessionId?.toLowerCase() ?? null,
      tokenId: line.tokenId?.toLowerCase() ?? null,
      unitId: line.unitId?.toLowerCase() ?? null,
      targetKind: line.targetKind,
      targetId: line.targetId,
      personIds: line.personIds.map((id) => id.toLowerCase()),
      details: line.details,
      commitment: line.commitment,
    },
  ]);
}

/** What the chain says of the personal part: nobody guesses it from this without the salt, which is erased with it. */
export const commitmentTo = (salt: string, { address, agent, before, after }: TrailPersonal): string =>
  sha256(['luoshi.personal/1', salt, { address, agent, before: before ?? null, after: after ?? null }]);

const sha256 = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
