import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, eventHash, GENESIS_HASH, type ChainLine } from './chain.js';

const LINE: ChainLine = {
  jurisdictionId: '430811',
  subjectKind: 'obligation',
  subjectId: '6f1c0000-0000-4000-8000-000000000001',
  seq: 1,
  type: 'REPORT_FILED',
  payload: { progress: 30.5, done: '完成', readings: [1, null] },
  at: '2024-04-19T09:30:00.000Z',
  actorId: '6f1c0000-0000-4000-8000-00000000000a',
  unitId: null,
  idempotencyKey: 'k1',
};

describe('the hash of an event', () => {
  it('is the same for ever: chains that were written stay valid', () => {
    expect(eventHash(GENESIS_HASH, LINE)).toBe(
      '1cdf9574edc7c76e2734190ce683ae196a9e7aa246ba307fd1d5e0ff9e569bdf',
    );
  });

  it('does not depend on the order of keys, nor on what the database normalises', () => {
    const reordered = {
      ...LINE,
      payload: { readings: [1, null], done: '完成', progress: 30.5, dropped: undefined },
      subjectId: LINE.subjectId.toUpperCase(),
      at: '2024-04-19T17:30:00+08:00',
    };
    expect(eventHash(GENESIS_HASH, reordered)).toBe(eventHash(GENESIS_HASH, LINE));
  });

  it.each<[keyof ChainLine, unknown]>([
    ['jurisdictionId', '430812'],
    ['subjectKind', 'task'],
    ['subjectId', '6f1c0000-0000-4000-8000-000000000002'],
    ['seq', 2],
    ['type', 'REPORT_RETURNED'],
    ['payload', { progress: 30.6, done: '完成', readings: [1, null] }],
    ['at', '2024-04-19T09:30:00.001Z'],
    ['actorId', null],
    ['unitId', '6f1c0000-0000-4000-8000-00000000000b'],
    ['idempotencyKey', 'k2'],
  ])('depends on %s', (key, value) => {
    expect(eventHash(GENESIS_HASH, { ...LINE, [key]: value })).not.toBe(eventHash(GENESIS_HASH, LINE));
  });

  it('depends on the event before it', () => {
    expect(eventHash('f'.repeat(64), LINE)).not.toBe(eventHash(GENESIS_HASH, LINE));
  });
});

describe('canonical JSON', () => {
  it('is the same before and after a value went through JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('differs where the values differ', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        if (!same && canonicalJson(one) === canonicalJson(other)) expect(one).toEqual(other);
      }),
    );
  });
});
