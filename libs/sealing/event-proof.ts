import { z } from 'zod';
import { eventHash, GENESIS_HASH, trailLineHash, type StoredEvent, type StoredLine } from '#persistence';
import { consistencyPath, inclusionPath, isBeginning, rootByPath } from './merkle.js';
import { isSignedBy } from './seal-key.js';
import {
  inOrder,
  leafText,
  statementHash,
  statementText,
  type ChainKind,
  type Seal,
  type SealLeaf,
} from './seal-statement.js';
import { eventSchema, lineSchema, sealSchema } from './trail-file.js';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const path = z.array(hash).max(64);

/**
 * That one event stands under a seal: the event and those after it up to the sealed end of its chain, the way from that end to the
 * root, and the seal. Needs nothing else to be checked but to know whose key it is.
 */
export const eventProofSchema = z.object({
  format: z.literal('luoshi.proof/1'),
  jurisdictionId: z.string(),
  kind: z.enum(['task', 'obligation', 'reportingLine', 'actor']),
  id: z.string(),
  /** The first is the one that is proven. */
  links: z.array(z.union([eventSchema, lineSchema])).min(1),
  leaf: z.object({ index: z.int().nonnegative(), path }),
  seal: sealSchema,
});
export type EventProof = z.infer<typeof eventProofSchema>;

/** That the past of one seal is a beginning of the past of another, and the first seal in it (RFC 6962, 2.1.2 and 2.1.1). */
export const consistencyProofSchema = z.object({
  format: z.literal('luoshi.consistency/1'),
  from: sealSchema,
  to: sealSchema,
  /** Of the two pasts; null: the earlier seal was made before seals said their past. */
  consistency: path.nullable(),
  /** Of the earlier seal in the past of the later. */
  inclusion: path,
});
export type ConsistencyProof = z.infer<typeof consistencyProofSchema>;

/**
 * - `linkBroken`: an event is not what its hash says, or does not follow on the one before
 * - `notUnderRoot`: the way from the end of the chain does not lead to the root of the seal
 * - `sealChanged`: the seal is not what its signature says
 * - `keyForeign`: it was signed with a key that is none of those named
 * - `notPublished`: no published seal says the same
 * - `notItsPast`: the earlier seal is not in the past of the later, or its past is another
 */
export type ProofFault =
  'linkBroken' | 'notUnderRoot' | 'sealChanged' | 'keyForeign' | 'notPublished' | 'notItsPast';

export interface ProofExpectations {
  keys?: readonly string[];
  published?: readonly Seal[];
}

/**
 * @param links the event and those after it, to the end that the seal has
 * @param leaves all of the seal
 */
export function eventProof(
  { kind, id }: { kind: ChainKind; id: string },
  links: readonly (StoredEvent | StoredLine)[],
  seal: Seal,
  leaves: readonly SealLeaf[],
): EventProof {
  const end = links.at(-1);
  if (end === undefined) throw new RangeError('a proof is of an event');
  const texts = inOrder(leaves);
  const index = texts.indexOf(leafText({ subjectKind: kind, subjectId: id, seq: end.seq, hash: end.hash }));
  if (index < 0) throw new RangeError('the seal has another end of this chain');
  return {
    format: 'luoshi.proof/1',
    jurisdictionId: seal.jurisdictionId,
    kind,
    id,
    links: links.map((link) =>
      'personIds' in link ? { ...link, personIds: [...link.personIds] } : { ...link },
    ),
    leaf: { index, path: inclusionPath(texts, index) },
    seal,
  };
}

/** What is wrong with a proof; empty: it holds. Reads no record. */
export function verifyEventProof(
  { jurisdictionId, kind, id, links, leaf, seal }: EventProof,
  expected: ProofExpectations = {},
): ProofFault[] {
  const faults: ProofFault[] = [];
  let previous: { seq: number; hash: string } | null = null;
  for (const link of links) {
    const follows: boolean =
      previous === null
        ? link.seq > 1 || link.prevHash === GENESIS_HASH
        : link.seq === previous.seq + 1 && link.prevHash === previous.hash;
    if (!follows || hashOf(link, jurisdictionId, kind, id) !== link.hash) {
      faults.push('linkBroken');
      break;
    }
    previous = link;
  }
  const end = links.at(-1);
  const text = end && leafText({ subjectKind: kind, subjectId: id, seq: end.seq, hash: end.hash });
  if (
    text === undefined ||
    jurisdictionId !== seal.jurisdictionId ||
    rootByPath(text, leaf.index, seal.leaves, leaf.path) !== seal.root
  )
    faults.push('notUnderRoot');
  return [...faults, ...faultsOfSeals([seal], expected)];
}

/** @param past the hashes of all seals before the later one, from the first on */
export function consistencyProof(from: Seal, to: Seal, past: readonly string[]): ConsistencyProof {
  const before = past.slice(0, to.number - 1);
  if (from.number >= to.number || before.length !== to.number - 1)
    throw new RangeError('the earlier seal comes first');
  return {
    format: 'luoshi.consistency/1',
    from,
    to,
    consistency: from.history === null ? null : consistencyPath(before, from.number - 1),
    inclusion: inclusionPath(before, from.number - 1),
  };
}

export function verifyConsistency(
  { from, to, consistency, inclusion }: ConsistencyProof,
  expected: ProofExpectations = {},
): ProofFault[] {
  const size = to.number - 1;
  const isPast =
    from.jurisdictionId === to.jurisdictionId &&
    to.history !== null &&
    rootByPath(from.hash, from.number - 1, size, inclusion) === to.history &&
    (from.history === null ||
      (consistency !== null &&
        isBeginning({ size: from.number - 1, root: from.history }, { size, root: to.history }, consistency)));
  return [...(isPast ? [] : (['notItsPast'] as const)), ...faultsOfSeals([from, to], expected)];
}

const hashOf = (
  link: EventProof['links'][number],
  jurisdictionId: string,
  kind: ChainKind,
  id: string,
): string | null => {
  if (kind === 'actor')
    return 'kind' in link ? trailLineHash(link.prevHash, { ...link, jurisdictionId, chainId: id }) : null;
  return 'kind' in link
    ? null
    : eventHash(link.prevHash, { ...link, jurisdictionId, subjectKind: kind, subjectId: id });
};

function faultsOfSeals(
  seals: readonly Seal[],
  { keys = [], published = [] }: ProofExpectations,
): ProofFault[] {
  const faults = new Set<ProofFault>();
  for (const seal of seals) {
    const text = statementText(seal);
    if (statementHash(seal) !== seal.hash || !isSignedBy(seal.publicKey, text, seal.signature))
      faults.add('sealChanged');
    if (keys.length > 0 && !keys.includes(seal.publicKey)) faults.add('keyForeign');
    const says = (other: Seal): boolean =>
      other.jurisdictionId === seal.jurisdictionId && other.hash === seal.hash;
    if (published.length > 0 && !published.some(says)) faults.add('notPublished');
  }
  return [...faults];
}
