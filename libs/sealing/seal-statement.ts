import { createHash } from 'node:crypto';
import type { Instant } from '#calendar';
import { canonicalJson, GENESIS_HASH, type ChainLine } from '#persistence';

/** What a seal says; this, and nothing else, is signed. */
export interface SealStatement {
  jurisdictionId: string;
  /** From 1, with no gap. */
  number: number;
  sealedAt: Instant;
  /** The hash of the seal before it; `FIRST` for the first. */
  previousHash: string;
  /** Over the leaves in their order. */
  root: string;
  leaves: number;
  /**
   * RFC 6962, over the hashes of all seals before this one: whoever knows this seal can be shown that another is its past, and
   * that nothing of the past was exchanged. Null: made before seals said so.
   */
  history: string | null;
}

/** What has a chain: a subject, or who acts besides subjects (accounts, configuration, exports, looks). */
export type ChainKind = ChainLine['subjectKind'] | 'actor';

/** The end of one chain. */
export interface SealLeaf {
  subjectKind: ChainKind;
  subjectId: string;
  /** Of the chain's last event. */
  seq: number;
  hash: string;
}

/** A seal as it is kept and published: the statement, who signed it, and the signature (both base64). */
export interface Seal extends SealStatement {
  hash: string;
  publicKey: string;
  signature: string;
}

export const FIRST = GENESIS_HASH;

/** The text that is signed: canonical JSON, so that anybody can make it again from what it says. */
export const statementText = ({
  jurisdictionId,
  number,
  sealedAt,
  previousHash,
  root,
  leaves,
  history,
}: SealStatement): string => {
  const first = {
    jurisdictionId,
    number,
    sealedAt: new Date(sealedAt).toISOString(),
    previousHash,
    root,
    leaves,
  };
  return canonicalJson(
    history === null ? ['luoshi.seal/1', first] : ['luoshi.seal/2', { ...first, history }],
  );
};

export const statementHash = (statement: SealStatement): string =>
  createHash('sha256').update(statementText(statement), 'utf8').digest('hex');

/** A leaf as a text of the tree; the leaves of a seal are ordered by these texts. */
export const leafText = ({ subjectKind, subjectId, seq, hash }: SealLeaf): string =>
  canonicalJson([subjectKind, subjectId.toLowerCase(), seq, hash]);

export const inOrder = (leaves: readonly SealLeaf[]): string[] => leaves.map(leafText).sort();
