import type { RecentLetters } from '#persistence';
import { throttled } from './throttled.js';

const NOW = '2024-10-08T02:00:00.000Z';
const RULE = { letters: 2, withinMinutes: 60 };
const at = (minutes: number): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
const contact = (
  contactId: string,
  place: string,
  personId: string | null,
  ...minutes: number[]
): RecentLetters => ({ contactId, place, personId, madeAt: minutes.map(at) });

describe('a throttle', () => {
  it('lets through what it allows, and holds the rest until the letter in its way is old enough', () => {
    expect(throttled(['a'], [contact('a', 'mail x', 'p', -50)], RULE, NOW)).toEqual(new Map());
    expect(throttled(['a'], [contact('a', 'mail x', 'p', -50, -10)], RULE, NOW)).toEqual(
      new Map([['a', at(10)]]),
    );
    expect(throttled(['a'], [contact('a', 'mail x', 'p', -50, -20, -10)], RULE, NOW).get('a')).toBe(at(40));
  });

  it('counts an address once, whoever of those who share it is written to', () => {
    const shared = [
      contact('a', 'mail office', 'p', -30),
      contact('b', 'mail office', 'q'),
      contact('c', 'mail office', 'r'),
      contact('d', 'mail own', 's'),
    ];
    expect(throttled(['a', 'b', 'c', 'd'], shared, RULE, NOW)).toEqual(
      new Map([
        ['b', at(30)],
        ['c', at(30)],
      ]),
    );
  });

  it('counts a person once, by whichever of their addresses, and one moment over several ways as one', () => {
    const own = [
      contact('a', 'mail x', 'p', -50),
      contact('b', 'sms 138', 'p', -50),
      contact('c', 'mail y', 'p', -20),
    ];
    expect([...throttled(['a', 'b', 'c'], own, RULE, NOW).keys()]).toEqual(['a', 'b', 'c']);
    const once = [contact('a', 'mail x', 'p', -50), contact('b', 'sms 138', 'p', -50)];
    expect(throttled(['a', 'b'], once, RULE, NOW)).toEqual(new Map());
  });

  it('does not count a group as anybody', () => {
    const groups = [contact('a', 'group 1', null, -5), contact('b', 'group 2', null, -4)];
    expect(throttled(['a', 'b'], groups, RULE, NOW)).toEqual(new Map());
  });
});
