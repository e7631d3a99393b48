import { createHash } from 'node:crypto';

/** So that nobody passes an inner node off as a leaf (RFC 6962, 2.1). */
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/**
 * The Merkle tree hash of a list of texts, in their order (RFC 6962, 2.1: the left side of a tree is the largest power of
 * two that is smaller than the number of leaves), as 64 hexadecimal digits. Of none: the hash of nothing.
 */
export function merkleRoot(leaves: readonly string[]): string {
  if (leaves.length === 0) return sha256().toString('hex');
  let level = leaves.map((leaf) => sha256(LEAF, leaf));
  // Pairing level by level, with an odd one passed up as it is, is the same tree.
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]];
      if (left !== undefined) above.push(right === undefined ? left : sha256(NODE, left, right));
    }
    level = above;
  }
  return level[0]?.toString('hex') ?? '';
}
