import { createHash } from 'node:crypto';

/** So that nobody passes an inner node off as a leaf (RFC 6962, 2.1). */
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

const sha256 = (...parts: (Buffer | string)[]): Buffer<ArrayBufferLike> => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const leafHash = (leaf: string): Buffer => sha256(LEAF, leaf);
const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(NODE, left, right);

/** The largest power of two that is smaller than a number of leaves. */
function split(size: number): number {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
}

function rootOf(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return sha256();
  let level = hashes;
  // Pairing level by level, with an odd one passed up as it is, is the same tree.
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]];
      if (left !== undefined) above.push(right === undefined ? left : nodeHash(left, right));
    }
    level = above;
  }
  return level[0] ?? sha256();
}

/**
 * The Merkle tree hash of a list of texts, in their order (RFC 6962, 2.1: the left side of a tree is the largest power of
 * two that is smaller than the number of leaves), as 64 hexadecimal digits. Of none: the hash of nothing.
 */
export const merkleRoot = (leaves: readonly string[]): string => rootOf(leaves.map(leafHash)).toString('hex');

/** What is needed besides a leaf to come to the root (RFC 6962, 2.1.1), from the leaf upwards. */
export function inclusionPath(leaves: readonly string[], index: number): string[] {
  const path = (hashes: readonly Buffer[], at: number): Buffer[] => {
    if (hashes.length <= 1) return [];
    const k = split(hashes.length);
    return at < k
      ? [...path(hashes.slice(0, k), at), rootOf(hashes.slice(k))]
      : [...path(hashes.slice(k), at - k), rootOf(hashes.slice(0, k))];
  };
  return path(leaves.map(leafHash), index).map((hash) => hash.toString('hex'));
}

/** The root that a leaf at a place leads to by its path (RFC 9162, 2.1.3.2); null: the path is none of that place. */
export function rootByPath(
  leaf: string,
  index: number,
  size: number,
  path: readonly string[],
): string | null {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return null;
  let [at, last, hash] = [index, size - 1, leafHash(leaf)];
  for (const step of path) {
    if (last === 0) return null;
    const other = Buffer.from(step, 'hex');
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(other, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else hash = nodeHash(hash, other);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? hash.toString('hex') : null;
}

/** What shows that the first so many leaves are the beginning of all (RFC 6962, 2.1.2); none are needed of 0 and of all. */
export function consistencyPath(leaves: readonly string[], first: number): string[] {
  const path = (hashes: readonly Buffer[], m: number, whole: boolean): Buffer[] => {
    if (m === hashes.length) return whole ? [] : [rootOf(hashes)];
    const k = split(hashes.length);
    return m <= k
      ? [...path(hashes.slice(0, k), m, whole), rootOf(hashes.slice(k))]
      : [...path(hashes.slice(k), m - k, false), rootOf(hashes.slice(0, k))];
  };
  if (first === 0) return [];
  return path(leaves.map(leafHash), first, true).map((hash) => hash.toString('hex'));
}

/** A tree that was published: of so many leaves, with that root. */
export interface TreeHead {
  size: number;
  root: string;
}

/** Whether one tree is the beginning of the other (RFC 9162, 2.1.4.2). */
export function isBeginning(first: TreeHead, second: TreeHead, path: readonly string[]): boolean {
  if (first.size > second.size) return false;
  if (first.size === second.size) return path.length === 0 && first.root === second.root;
  if (first.size === 0) return path.length === 0 && first.root === merkleRoot([]);
  const steps = path.map((step) => Buffer.from(step, 'hex'));
  // A tree that is whole in itself is a node of the other; its root need not be said again.
  if (isPowerOfTwo(first.size)) steps.unshift(Buffer.from(first.root, 'hex'));
  let [at, last] = [first.size - 1, second.size - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  const [begin, ...rest] = steps;
  if (begin === undefined) return false;
  let before: Buffer = begin;
  let after: Buffer = begin;
  for (const step of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [before, after] = [nodeHash(step, before), nodeHash(step, after)];
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else after = nodeHash(after, step);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && before.toString('hex') === first.root && after.toString('hex') === second.root;
}

/** The root of a list that grows, at every length, without beginning anew. */
export class GrowingTree {
  /** The roots of the whole trees that it is made of, the largest first, with their number of leaves. */
  readonly #peaks: { hash: Buffer; size: number }[] = [];

  push(leaf: string): void {
    let hash: Buffer = leafHash(leaf);
    let size = 1;
    for (let peak = this.#peaks.at(-1); peak?.size === size; peak = this.#peaks.at(-1)) {
      this.#peaks.pop();
      hash = nodeHash(peak.hash, hash);
      size *= 2;
    }
    this.#peaks.push({ hash, size });
  }

  get root(): string {
    const peaks = this.#peaks.map(({ hash }) => hash);
    return (
      peaks.length === 0 ? sha256() : peaks.reduceRight((right, left) => nodeHash(left, right))
    ).toString('hex');
  }
}

const half = (n: number): number => Math.floor(n / 2);
const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n));
