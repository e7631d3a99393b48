import { firstFault, type BrokenChain } from '#persistence';
import { merkleRoot } from './merkle-root.js';
import { isSignedBy } from './seal-key.js';
import { FIRST, leafText, statementHash, statementText, type Seal } from './seal-statement.js';
import type { SealedTrail, TrailSource } from './sealed-trail.js';

/**
 * Besides what the chain itself tells: `rewritten`: a chain that holds in itself and is not the one that was sealed; the place
 * is the first that the seal before does not vouch for.
 */
export interface BrokenTrail extends Omit<BrokenChain, 'tampering'> {
  tampering: BrokenChain['tampering'] | 'rewritten';
}

/**
 * - `missing`: the number is left out
 * - `changed`: its statement is not what its hash and signature say
 * - `foreign`: signed with a key that is none of those named
 * - `unlinked`: it does not follow on the seal before
 * - `rootMismatch`: what it sealed is not what is there
 * - `notPublished`: a published seal of this number says something else, or is not in the record
 */
export type SealFault = 'missing' | 'changed' | 'foreign' | 'unlinked' | 'rootMismatch' | 'notPublished';

export interface TrailReport {
  jurisdictionId: string;
  /** Subjects and events looked at. */
  subjects: number;
  checked: number;
  /** At most one entry, the first, for each subject. */
  broken: BrokenTrail[];
  seals: {
    count: number;
    /** When the last of them was made; null: nothing is sealed. */
    until: string | null;
    /** Who signed, SPKI in base64. */
    keys: string[];
    faults: { number: number; fault: SealFault }[];
  };
  /** Events that no seal vouches for yet: they hang together, and could have been rewritten as a whole. */
  unsealed: number;
}

export interface TrailExpectations {
  /** Public keys (SPKI, base64) that seals may be signed with; none: any, and the report says which they were. */
  keys?: readonly string[];
  /** Seals that were published elsewhere: each must be in the record as it was. */
  published?: readonly Seal[];
  onProgress?: (checked: number) => void;
}

/** Follows every chain of a jurisdiction, its seals, and each chain to its seals. */
export async function verifyTrail(
  source: TrailSource,
  { keys = [], published = [], onProgress }: TrailExpectations = {},
): Promise<TrailReport> {
  const seals = await source.seals();
  const report: TrailReport = {
    jurisdictionId: source.jurisdictionId,
    subjects: 0,
    checked: 0,
    broken: [],
    seals: {
      count: seals.length,
      until: seals.at(-1)?.sealedAt ?? null,
      keys: [...new Set(seals.map(({ publicKey }) => publicKey))],
      faults: sealFaults(seals, keys, published),
    },
    unsealed: 0,
  };
  const leaves = new Map<number, string[]>(seals.map(({ number }) => [number, []]));
  for await (const trail of source.trails()) {
    report.subjects += 1;
    report.checked += trail.events.length;
    report.unsealed += Math.max(0, trail.events.length - (trail.leaves.at(-1)?.seq ?? 0));
    const { jurisdictionId, subjectKind, subjectId } = trail;
    const fault = faultOf(trail);
    if (fault !== null) report.broken.push({ jurisdictionId, subjectKind, subjectId, ...fault });
    for (const { seq, hash, number } of trail.leaves)
      leaves.get(number)?.push(leafText({ subjectKind, subjectId, seq, hash }));
    onProgress?.(report.checked);
  }
  const known = new Set(report.seals.faults.map(({ number }) => number));
  for (const { number, root, leaves: count } of seals) {
    const found = leaves.get(number) ?? [];
    if (!known.has(number) && (found.length !== count || merkleRoot(found.sort()) !== root))
      report.seals.faults.push({ number, fault: 'rootMismatch' });
  }
  report.seals.faults.sort((one, other) => one.number - other.number);
  return report;
}

/** The first place at which a subject's chain does not hold, in itself or against its seals. */
function faultOf(trail: SealedTrail): Pick<BrokenTrail, 'seq' | 'tampering'> | null {
  const { events, leaves, head } = trail;
  const sealed = leaves.at(-1)?.seq ?? 0;
  if (events.length === 0 && (sealed > 0 || head !== null)) return { seq: 1, tampering: 'removed' };
  let vouched = 0;
  for (const { seq, hash } of leaves) {
    const event = events[seq - 1];
    if (event?.seq !== seq || event.hash !== hash) {
      // What the chain itself says is more exact, where it lies before the place that the seal speaks of.
      const inside = firstFault(trail);
      if (inside !== null && inside.seq <= seq) return inside;
      if (event === undefined) return { seq: events.length + 1, tampering: 'removed' };
      return { seq: vouched + 1, tampering: 'rewritten' };
    }
    vouched = seq;
  }
  return firstFault(trail);
}

/** What is wrong with the seals themselves; at most one fault a number. */
function sealFaults(
  seals: readonly Seal[],
  keys: readonly string[],
  published: readonly Seal[],
): TrailReport['seals']['faults'] {
  const faults = new Map<number, SealFault>();
  const found = (number: number, fault: SealFault): void => {
    if (!faults.has(number)) faults.set(number, fault);
  };
  let previous = { number: 0, hash: FIRST };
  for (const seal of seals) {
    for (let number = previous.number + 1; number < seal.number; number += 1) found(number, 'missing');
    const text = statementText(seal);
    if (statementHash(seal) !== seal.hash || !isSignedBy(seal.publicKey, text, seal.signature))
      found(seal.number, 'changed');
    else if (keys.length > 0 && !keys.includes(seal.publicKey)) found(seal.number, 'foreign');
    else if (seal.previousHash !== previous.hash && seal.number === previous.number + 1)
      found(seal.number, 'unlinked');
    previous = seal;
  }
  const byNumber = new Map(seals.map((seal) => [seal.number, seal]));
  for (const { number, hash } of published)
    if (byNumber.get(number)?.hash !== hash) found(number, 'notPublished');
  return [...faults].map(([number, fault]) => ({ number, fault }));
}
