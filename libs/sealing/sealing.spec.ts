import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createHash, generateKeyPairSync } from 'node:crypto';
import {
  consistencyPath,
  GrowingTree,
  inclusionPath,
  isBeginning,
  merkleRoot,
  rootByPath,
} from './merkle.js';
import { isSignedBy, newSealKey, sealKey } from './seal-key.js';
import { FIRST, statementHash, statementText, type SealStatement } from './seal-statement.js';

/** RFC 6962, 2.1, as it is written there: split at the largest power of two below the number of leaves. */
function treeHash(leaves: readonly string[]): Buffer {
  const sha = (...parts: (Buffer | string)[]): Buffer =>
    parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
  const [only] = leaves;
  if (only === undefined) return sha();
  if (leaves.length === 1) return sha(Buffer.from([0]), only);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha(Buffer.from([1]), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

describe('the root over the leaves', () => {
  test('is that of RFC 6962 for any number of leaves', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 70 }), (leaves) => {
        expect(merkleRoot(leaves)).toBe(treeHash(leaves).toString('hex'));
      }),
    );
  });

  test('of none, one and three leaves is what anybody can reckon', () => {
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(merkleRoot([''])).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    expect(merkleRoot(['a', 'b', 'c'])).not.toBe(merkleRoot(['a', 'c', 'b']));
  });
});

const leavesOf = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 40 });

describe('the way from a leaf to the root', () => {
  test('leads there from every place, and from no other leaf or place', () => {
    fc.assert(
      fc.property(leavesOf, fc.nat(), fc.nat(), (leaves, pick, other) => {
        const [size, index] = [leaves.length, pick % leaves.length];
        const path = inclusionPath(leaves, index);
        const root = merkleRoot(leaves);
        expect(rootByPath(leaves[index] ?? '', index, size, path)).toBe(root);
        expect(rootByPath(`${leaves[index] ?? ''}!`, index, size, path)).not.toBe(root);
        const elsewhere = other % size;
        if (elsewhere !== index)
          expect(rootByPath(leaves[index] ?? '', elsewhere, size, path)).not.toBe(root);
        expect(rootByPath(leaves[index] ?? '', index, size, [...path, root])).not.toBe(root);
        if (path.length > 0)
          expect(rootByPath(leaves[index] ?? '', index, size, path.slice(1))).not.toBe(root);
        expect(rootByPath('', size, size, path)).toBeNull();
      }),
    );
  });
});

describe('a tree that has grown', () => {
  const headOf = (leaves: readonly string[]) => ({ size: leaves.length, root: merkleRoot(leaves) });

  test('is shown to begin with what it was at every earlier length', () => {
    fc.assert(
      fc.property(leavesOf, fc.nat(), (leaves, pick) => {
        const first = pick % (leaves.length + 1);
        const path = consistencyPath(leaves, first);
        expect(isBeginning(headOf(leaves.slice(0, first)), headOf(leaves), path)).toBe(true);
      }),
    );
  });

  test('is not, where one of the earlier leaves is another', () => {
    fc.assert(
      fc.property(leavesOf, fc.nat(), fc.nat(), (leaves, pick, which) => {
        const first = 1 + (pick % leaves.length);
        const forged = leaves
          .slice(0, first)
          .with(which % first, 'another leaf altogether, of forty letters');
        for (const path of [
          consistencyPath(leaves, first),
          consistencyPath([...forged, ...leaves.slice(first)], first),
        ])
          expect(isBeginning(headOf(forged), headOf(leaves), path)).toBe(false);
      }),
    );
  });

  test('has the same root grown leaf by leaf as made at once', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 40 }), (leaves) => {
        const tree = new GrowingTree();
        for (const leaf of leaves) tree.push(leaf);
        expect(tree.root).toBe(merkleRoot(leaves));
      }),
    );
  });
});

describe('a seal', () => {
  const statement: SealStatement = {
    jurisdictionId: '430811',
    number: 1,
    sealedAt: '2024-10-11T09:30:00.000Z',
    previousHash: FIRST,
    root: merkleRoot(['x']),
    leaves: 1,
    history: null,
  };

  test('is good for the key that made it and for exactly what was signed', () => {
    const [key, other] = [sealKey(newSealKey()), sealKey(newSealKey())];
    const signature = key.sign(statementText(statement));
    expect(isSignedBy(key.publicKey, statementText(statement), signature)).toBe(true);
    expect(isSignedBy(other.publicKey, statementText(statement), signature)).toBe(false);
    for (const changed of [
      { number: 2 },
      { sealedAt: '2024-10-11T09:30:00.001Z' },
      { root: merkleRoot(['y']) },
      { leaves: 2 },
      { previousHash: 'f'.repeat(64) },
      { jurisdictionId: '430812' },
      { history: merkleRoot([]) },
    ]) {
      const text = statementText({ ...statement, ...changed });
      expect(isSignedBy(key.publicKey, text, signature)).toBe(false);
      expect(statementHash({ ...statement, ...changed })).not.toBe(statementHash(statement));
    }
    expect(isSignedBy('no key', statementText(statement), signature)).toBe(false);
    expect(isSignedBy(key.publicKey, statementText(statement), 'no signature')).toBe(false);
  });

  test('takes an Ed25519 key only, as PEM or as one line', () => {
    const pem = newSealKey();
    const line = pem.replaceAll(/-----[A-Z ]+-----|\n/g, '');
    expect(sealKey(line).publicKey).toBe(sealKey(pem).publicKey);
    expect(() => sealKey('nothing')).toThrow('no private key');
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    expect(() => sealKey(rsa.export({ type: 'pkcs8', format: 'pem' }).toString())).toThrow('no Ed25519 key');
  });
});
