import { readFileSync } from 'node:fs';
import { CLASS_OF_KIND, parsePolicy } from '#accountability';
import { createCalendar, parseCalendar } from '#calendar';
import type { FreshMessage, UsableContact } from '#persistence';
import { DESK_MESSAGES } from '#reporting';
import { sharedOut, type CourierRules } from './share-out.js';

const seed = (path: string): string => readFileSync(new URL(`../../seeds/${path}`, import.meta.url), 'utf8');

function shipped(): CourierRules {
  const policy = parsePolicy(seed('policies/default.yaml'));
  const calendar = parseCalendar(seed('calendars/cn-state-council.yaml'));
  if (!policy.ok || !calendar.ok) throw new Error('the shipped rules cannot be read');
  return { policy: policy.value, calendar: createCalendar(calendar.data) };
}
const rules = shipped();

/** Monday 2024-09-23 at 10:00, told at once. */
const MORNING = '2024-09-23T02:00:00.000Z';
const message = (more: Partial<FreshMessage> = {}): FreshMessage => ({
  id: 'm1',
  personId: 'li',
  unitId: 'education',
  kind: 'reminder',
  noticeId: null,
  subjectId: 's',
  title: '填报提醒',
  deliverAt: MORNING,
  createdAt: MORNING,
  ...more,
});
const contact = (id: string, more: Partial<UsableContact> = {}): UsableContact => ({
  id,
  kind: 'mail',
  personId: 'li',
  unitId: null,
  wants: 'everything',
  unwanted: [],
  anyHour: false,
  place: 0,
  ...more,
});
const choice = (inOrder: boolean, hours: { from: string; to: string } | null = null) => [
  { personId: 'li', inOrder, hours },
];
const ways = (...given: Parameters<typeof sharedOut>): string[] =>
  sharedOut(...given).parcels.map(
    ({ contactId, dueAt, heldFor }) => `${contactId} ${dueAt} ${heldFor ?? '-'}`,
  );

describe('a message', () => {
  it('goes to every address of its person, unless the person says one after another', () => {
    const both = [contact('mail'), contact('sms', { kind: 'sms' })];
    expect(ways([message()], both, [], rules)).toEqual([`sms ${MORNING} -`, `mail ${MORNING} -`]);
    // Four working hours later: 10:00 to 12:00 and 14:00 to 16:00, or as the calendar has them.
    const [first, second] = sharedOut([message()], both, choice(true), rules).parcels;
    expect(first).toMatchObject({ contactId: 'sms', dueAt: MORNING, heldFor: null });
    expect(second).toMatchObject({ contactId: 'mail', heldFor: 'order' });
    expect(Date.parse(second?.dueAt ?? '') - Date.parse(MORNING)).toBeGreaterThanOrEqual(4 * 3_600_000);
  });

  it('keeps the order that its person chose before that of the policy', () => {
    const both = [contact('mail', { place: 1 }), contact('sms', { kind: 'sms', place: 2 })];
    expect(sharedOut([message()], both, choice(true), rules).parcels.map((one) => one.contactId)).toEqual([
      'mail',
      'sms',
    ]);
  });

  it('is kept for the hours that its person chose, unless policy demands it or the address is open at every hour', () => {
    const narrow = choice(false, { from: '14:00', to: '18:00' });
    const afternoon = '2024-09-23T06:00:00.000Z';
    expect(ways([message()], [contact('mail')], narrow, rules)).toEqual([`mail ${afternoon} quietHours`]);
    expect(ways([message({ noticeId: 'n' })], [contact('mail')], narrow, rules)).toEqual([
      `mail ${MORNING} -`,
    ]);
    expect(ways([message()], [contact('mail', { anyHour: true })], narrow, rules)).toEqual([
      `mail ${MORNING} -`,
    ]);
  });

  it('is not let out by hours that lie outside the policy’s by now', () => {
    const early = message({ deliverAt: '2024-09-23T00:00:00.000Z' });
    expect(ways([early], [contact('mail')], choice(false, { from: '05:00', to: '07:00' }), rules)).toEqual([
      'mail 2024-09-23T00:00:00.000Z -',
    ]);
  });

  it('goes nowhere where its class is not wanted, and by the first way where policy demands it all the same', () => {
    const deaf = [
      contact('mail', { unwanted: ['reminders', 'notices', 'escalations'] }),
      contact('sms', { kind: 'sms', wants: 'notices' }),
    ];
    expect(ways([message()], deaf, [], rules)).toEqual([]);
    expect(ways([message({ noticeId: 'n' })], deaf, [], rules)).toEqual([`sms ${MORNING} -`]);
    expect(ways([message({ kind: 'taskOverdue' })], deaf, [], rules)).toEqual([`sms ${MORNING} -`]);
  });

  it('is told to the group of a unit once, however many of its people are told', () => {
    const group = contact('group', { kind: 'wecom', personId: null, unitId: 'education' });
    const others = [
      message(),
      message({ id: 'm2', personId: 'wang' }),
      message({ id: 'm3', title: '另一件' }),
    ];
    expect(ways(others, [group], [], rules)).toHaveLength(2);
  });
});

describe('a message that policy demands', () => {
  it('is watched until two working days later, half past five; others are not', () => {
    const { watches } = sharedOut([message({ noticeId: 'n' }), message({ id: 'm2' })], [], [], rules);
    expect(watches).toEqual([
      { messageId: 'm1', personId: 'li', unitId: 'education', dueAt: '2024-09-25T09:30:00.000Z' },
    ]);
  });
});

it('has a class for every kind of message that there are words for', () => {
  expect(DESK_MESSAGES.filter((kind) => CLASS_OF_KIND[kind] === undefined)).toEqual([]);
});
