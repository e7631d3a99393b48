import type { Instant } from '#calendar';
import {
  appendTrailLines,
  SYSTEM_CHAIN,
  type NewTrailLine,
  type Transaction,
  type TrailKind,
} from '#persistence';
import type { TrailOrigin } from './origin.js';
import type { TrailAction } from './trail-actions.js';

export interface TrailFact<K extends TrailKind> {
  action: TrailAction<K>;
  /** By the wall's clock, also in a rehearsal. */
  at: Instant;
  /** Whose data it is about. */
  personIds?: readonly string[];
  /** What it was done to, where that is not (only) a person: `{ kind: 'channel', id }`. */
  target?: { kind: string; id: string } | null;
  /** In the hash for ever: ids, counts, names of fields and of roles. Never a name, an address, a telephone number. */
  details?: Readonly<Record<string, unknown>>;
  /** What stood there and what stands there now, personal data and all: beside the chain, erased when its time is over. */
  before?: unknown;
  after?: unknown;
}

type Recorder<K extends TrailKind> = (
  tx: Transaction,
  origin: TrailOrigin,
  ...facts: readonly TrailFact<K>[]
) => Promise<void>;

const recorder =
  <K extends TrailKind>(kind: K): Recorder<K> =>
  (tx, origin, ...facts) =>
    appendTrailLines(
      tx,
      facts.map((fact) => trailLine(kind, origin, fact)),
    );

/** An account was changed, by its person or by an administrator. In the transaction of the change. */
export const recordAccountChange = recorder('account');
/** A setting was changed: policy, calendar, units, channels, subscriptions. In the transaction of the change. */
export const recordConfigurationChange = recorder('configuration');
/** Something is about to leave the system as a file. Before the first byte goes out. */
export const recordExport = recorder('export');
/** Somebody looks at personal data. Before the answer goes out; many at once in one transaction. */
export const recordAccess = recorder('read');
/** Personal data were erased. In the transaction of the erasure. */
export const recordRetention = recorder('retention');

/** A file was handed in, or taken back. In the transaction that notes it; the file's SHA-256 is in the hash. */
export const recordEvidence = recorder('evidence');
/** A task is handed down, or what was handed down is answered, or the other side's copy has come. In the same transaction. */
export const recordCascade = recorder('cascade');
/** What a unit has filed goes to its head, comes back, is signed. In the transaction of the step. */
export const recordFiling = recorder('filing');
/** A step in the life of a product: drafted, edited, issued, withdrawn. In the transaction of the step. */
export const recordProduct = recorder('product');

/** Longer than any browser's; what is longer is nobody's. */
const AGENT_AT_MOST = 400;

export function trailLine<K extends TrailKind>(
  kind: K,
  origin: TrailOrigin,
  fact: TrailFact<K>,
): NewTrailLine {
  const personIds = fact.personIds ?? [];
  return {
    chainId: origin.actorId ?? (personIds.length === 1 ? personIds[0] : undefined) ?? SYSTEM_CHAIN,
    kind,
    action: fact.action,
    at: fact.at,
    actorId: origin.actorId,
    onBehalfOf: origin.onBehalfOf ?? null,
    via: origin.via,
    sessionId: origin.sessionId ?? null,
    tokenId: origin.tokenId ?? null,
    unitId: origin.unitId ?? null,
    targetKind: fact.target?.kind ?? null,
    targetId: fact.target?.id ?? null,
    personIds,
    details: fact.details ?? {},
    address: origin.address ?? null,
    agent: origin.agent?.slice(0, AGENT_AT_MOST) ?? null,
    before: fact.before ?? null,
    after: fact.after ?? null,
  };
}
