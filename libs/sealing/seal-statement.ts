import { createHash } from 'node:crypto';
import type { Instant } from '#calendar';
import { canonicalJson, GENESIS_HASH } from '#persistence';

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
}

/** The end of one chain. */
export interface SealLeaf {
  subjectKind: 'task' | 'obligation' | 'reportingLine';
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
}: SealStatement): string =>
  canonicalJson([
    'luoshi.seal/1',
    { jurisdictionId, number, sealedAt: new Date(sealedAt).toISOString(), previousHash, root, leaves },
  ]);

export const statementHash = (statement: SealStatement): string =>
  createHash('sha256').update(statementText(statement), 'utf8').digest('hex');

/** A leaf as a text of the tree; the leaves of a seal are ordered by these texts. */
export const leafText = ({ subjectKind, subjectId, seq, hash }: SealLeaf): string =>
  canonicalJson([subjectKind, subjectId.toLowerCase(), seq, hash]);

export const inOrder = (leaves: readonly SealLeaf[]): string[] => leaves.map(leafText).sort();
