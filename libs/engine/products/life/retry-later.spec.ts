import { failureCode, retryAfter, unwritten } from './retry-later.js';

const AT = '2024-07-01T00:00:00.000Z';
const KEY = { kind: 'monthlyBulletin', scopeKind: 'plan', scopeId: 'p', period: '2024-06' };

describe('a draft that cannot be written', () => {
  it('is tried again after five minutes, then four times as long each time, a day at most', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 60].map(
      (failures) => (Date.parse(retryAfter(AT, failures)) - Date.parse(AT)) / 60_000,
    );
    expect(minutes).toEqual([5, 20, 80, 320, 1280, 1440, 1440]);
  });

  it('is counted, with a stable code and a reason of bounded length', () => {
    const first = unwritten(KEY, undefined, new TypeError('x'.repeat(2000)), AT);
    expect([first.failures, first.code, first.reason.length]).toEqual([1, 'TypeError', 500]);
    expect(unwritten(KEY, first, { code: '57014' }, AT)).toMatchObject({ failures: 2, code: '57014' });
    expect(failureCode('words')).toBe('Unknown');
  });
});
