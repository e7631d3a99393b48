import { firstFault, firstLineFault, type BrokenChain, type ChainFault } from '#persistence';
import { GrowingTree, merkleRoot } from './merkle.js';
import { isSignedBy } from './seal-key.js';
import {
  FIRST,
  leafText,
  statementHash,
  statementText,
  type ChainKind,
  type Seal,
} from './seal-statement.js';
import type { ChainLeaf, SealedLines, TrailSource } from './sealed-trail.js';

/**
 * Besides what the chain itself tells: `rewritten`: a chain that holds in itself and is not the one that was sealed; the place
 * is the first that the seal before does not vouch for.
 */
export interface BrokenTrail extends Omit<BrokenChain, 'tampering' | 'subjectKind'> {
  /** `actor`: the chain of one who acts besides subjects. */
  subjectKind: ChainKind;
  tampering: BrokenChain['tampering'] | 'rewritten';
}

/**
 * - `missing`: the number is left out
 * - `changed`: its statement is not what its hash and signature say
 * - `foreign`: signed with a key that is none of those named
 * - `unlinked`: it does not follow on the seal before
 * - `historyMismatch`: what it says of all the seals before is not what these are
 * - `rootMismatch`: what it sealed is not what is there
 * - `notPublished`: a published seal of this number says something else, or is not in the record
 */
export type SealFault =
  'missing' | 'changed' | 'foreign' | 'unlinked' | 'historyMismatch' | 'rootMismatch' | 'notPublished';

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
  /** Chains of those who act, and lines of these looked at. */
  actors: number;
  lines: number;
  /**
   * Personal parts of these lines: still held (each is what its line commits to), and erased; of the erased, so many are on the trail
   * as erasures. Null: not told, as in a file.
   */
  personal: { held: number; erased: number; recorded: number } | null;
  /** Events and lines that no seal vouches for yet: they hang together, and could have been rewritten as a whole. */
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
    actors: 0,
    lines: 0,
    personal: null,
    unsealed: 0,
  };
  const leaves = new Map<number, string[]>(seals.map(({ number }) => [number, []]));
  for await (const trail of source.trails()) {
    report.subjects += 1;
    report.checked += trail.events.length;
    report.unsealed += Math.max(0, trail.events.length - (trail.leaves.at(-1)?.seq ?? 0));
    const { jurisdictionId, subjectKind, subjectId } = trail;
    const fault = faultOf(trail.events, trail, () => firstFault(trail));
    if (fault !== null) report.broken.push({ jurisdictionId, subjectKind, subjectId, ...fault });
    for (const { seq, hash, number } of trail.leaves)
      leaves.get(number)?.push(leafText({ subjectKind, subjectId, seq, hash }));
    onProgress?.(report.checked + report.lines);
  }
  for await (const trail of source.actors()) {
    report.actors += 1;
    report.lines += trail.lines.length;
    report.unsealed += Math.max(0, trail.lines.length - (trail.leaves.at(-1)?.seq ?? 0));
    const { jurisdictionId, chainId: subjectId } = trail;
    const fault = faultOf(trail.lines, trail, () => firstLineFault(trail, trail.personal ?? undefined));
    if (fault !== null) report.broken.push({ jurisdictionId, subjectKind: 'actor', subjectId, ...fault });
    for (const { seq, hash, number } of trail.leaves)
      leaves.get(number)?.push(leafText({ subjectKind: 'actor', subjectId, seq, hash }));
    if (trail.personal !== null) report.personal = withPersonal(report.personal, trail, trail.personal);
    onProgress?.(report.checked + report.lines);
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

/** The first place at which a chain does not hold, in itself or against its seals. */
function faultOf(
  links: readonly { seq: number; hash: string }[],
  { leaves, head }: { leaves: readonly ChainLeaf[]; head: unknown },
  inItself: () => ChainFault | null,
): Pick<BrokenTrail, 'seq' | 'tampering'> | null {
  const sealed = leaves.at(-1)?.seq ?? 0;
  if (links.length === 0 && (sealed > 0 || head !== null)) return { seq: 1, tampering: 'removed' };
  let vouched = 0;
  for (const { seq, hash } of leaves) {
    const link = links[seq - 1];
    if (link?.seq !== seq || link.hash !== hash) {
      // What the chain itself says is more exact, where it lies before the place that the seal speaks of.
      const inside = inItself();
      if (inside !== null && inside.seq <= seq) return inside;
      if (link === undefined) return { seq: links.length + 1, tampering: 'removed' };
      return { seq: vouched + 1, tampering: 'rewritten' };
    }
    vouched = seq;
  }
  return inItself();
}

/** Counts a chain's personal parts, and those that its lines say were erased. */
function withPersonal(
  sum: TrailReport['personal'],
  { lines }: SealedLines,
  personal: ReadonlyMap<number, unknown>,
): TrailReport['personal'] {
  const { held, erased, recorded } = sum ?? { held: 0, erased: 0, recorded: 0 };
  const committed = lines.filter(({ commitment }) => commitment !== null);
  const here = committed.filter(({ seq }) => personal.has(seq)).length;
  const said = lines.filter(({ kind }) => kind === 'retention').map(({ details }) => erasedBy(details));
  return {
    held: held + here,
    erased: erased + committed.length - here,
    recorded: recorded + said.reduce((all, each) => all + each, 0),
  };
}

/** How many personal parts of the trail an erasure took away, as its line says. */
function erasedBy(details: unknown): number {
  if (typeof details !== 'object' || details === null || !('trailPersonal' in details)) return 0;
  return typeof details.trailPersonal === 'number' ? details.trailPersonal : 0;
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
  const past = new GrowingTree();
  // Of a past that is known to be another, nothing more need be said at each later seal.
  let whole = true;
  for (const seal of seals) {
    for (let number = previous.number + 1; number < seal.number; number += 1) {
      found(number, 'missing');
      whole = false;
    }
    const text = statementText(seal);
    if (statementHash(seal) !== seal.hash || !isSignedBy(seal.publicKey, text, seal.signature))
      found(seal.number, 'changed');
    else if (keys.length > 0 && !keys.includes(seal.publicKey)) found(seal.number, 'foreign');
    else if (seal.previousHash !== previous.hash && seal.number === previous.number + 1) {
      found(seal.number, 'unlinked');
      whole = false;
    } else if (whole && seal.history !== null && seal.history !== past.root) {
      found(seal.number, 'historyMismatch');
      whole = false;
    }
    past.push(seal.hash);
    previous = seal;
  }
  const byNumber = new Map(seals.map((seal) => [seal.number, seal]));
  for (const { number, hash } of published)
    if (byNumber.get(number)?.hash !== hash) found(number, 'notPublished');
  return [...faults].map(([number, fault]) => ({ number, fault }));
}
