import { describe, expect, test } from '@jest/globals';
import { DEFAULT_IDENTITY_SETTINGS, lockMinutes } from './identity-settings.js';
import { hashPassword, verifyNobody, verifyPassword } from './password.js';
import { randomToken, sameToken, tokenHash } from './token.js';

describe('the lock-out', () => {
  test('lets four wrong passwords pass, then doubles from a minute up to an hour', () => {
    const locks = [1, 4, 5, 6, 7, 10, 11, 12, 500].map((n) => lockMinutes(DEFAULT_IDENTITY_SETTINGS, n));
    expect(locks).toEqual([0, 0, 1, 2, 4, 32, 60, 60, 60]);
  });
});

describe('a stored password', () => {
  test('is argon2id with the named cost, salted, and opens to its password only', async () => {
    const [one, other] = await Promise.all([hashPassword('九月九日登高处'), hashPassword('九月九日登高处')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await verifyPassword(one, '九月九日登高处')).toBe(true);
    expect(await verifyPassword(one, '九月九日登高')).toBe(false);
  });

  test('opens to the same characters in another normal form', async () => {
    const stored = await hashPassword('caf\u00e9-\uff11\uff12\uff13');
    expect(await verifyPassword(stored, 'cafe\u0301-123')).toBe(true);
  });

  test('that is damaged opens to nothing', async () => {
    expect(await verifyPassword('not a hash', 'x')).toBe(false);
    expect(await verifyNobody('x')).toBe(false);
  });
});

describe('a token', () => {
  test('has 256 bits and is stored as its SHA-256', () => {
    const token = randomToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(tokenHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect([sameToken(token, token), sameToken(token, randomToken()), sameToken(token, '')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
