import { dayOf, minuteOf } from './days.js';
import { foretell } from './ladder-oracle.js';
import type { Story, StoryRung } from './story.js';

const rung = (days: number, more: Partial<StoryRung> = {}): StoryRung => ({
  days,
  time: null,
  colour: null,
  person: null,
  early: null,
  ...more,
});
/** The ladder of ten-day reports in domain.md §8: chase, blue, yellow, red. */
const LADDER = [
  rung(0),
  rung(1, { colour: 'blue' }),
  rung(3, {
    colour: 'yellow',
    person: { within: 1, agreed: false },
    early: { colour: 'blue', count: 2, within: 'quarter' },
  }),
  rung(5, { colour: 'red', person: { within: 1, agreed: true } }),
];
const PROMPT: Story = {
  rungs: LADDER,
  due: minuteOf('2024-04-19 17:30'),
  cards: [],
  delays: [0, 0, 90, 90],
  outages: [],
  stops: [],
  holds: [],
  appeals: [null, null, null, null],
  skips: [],
  cured: null,
  until: minuteOf('2024-06-30 00:00'),
};
const stretch = (from: string, to: string) => [minuteOf(from), minuteOf(to)] as const;

describe('the oracle, on stories that were worked out by hand', () => {
  it.each<[string, Partial<Story>, string[]]>([
    [
      'everybody is prompt: red over the weekend is worked on, as Sunday 28 April is a working day',
      {},
      [
        '2024-04-19 17:30 r0 reached',
        '2024-04-22 17:30 r1 reached',
        '2024-04-24 17:30 r2 reached',
        '2024-04-24 19:00 r2 issued',
        '2024-04-26 19:00 r3 reached',
        '2024-04-26 20:30 r3 issued',
      ],
    ],
    [
      'the office takes three working days for the yellow card: it is asked again, and red keeps its two days from the issue',
      { delays: [0, 0, 4 * 1440 - 60, 90] },
      [
        '2024-04-19 17:30 r0 reached',
        '2024-04-22 17:30 r1 reached',
        '2024-04-24 17:30 r2 reached',
        '2024-04-25 17:30 r2 not issued in time',
        '2024-04-26 17:30 r2 not issued in time',
        '2024-04-28 16:30 r2 issued',
        '2024-04-30 16:30 r3 reached',
        '2024-04-30 18:00 r3 issued',
      ],
    ],
    [
      'an outage of four days in which blue and yellow would have come: blue comes at its end, yellow two working days later',
      { outages: [stretch('2024-04-21 09:00', '2024-04-25 10:00')] },
      [
        '2024-04-19 17:30 r0 reached',
        '2024-04-25 10:00 r1 reached',
        '2024-04-28 10:00 r2 reached',
        '2024-04-28 11:30 r2 issued',
        '2024-04-30 11:30 r3 reached',
        '2024-04-30 13:00 r3 issued',
      ],
    ],
    [
      'a second blue card in the quarter: yellow at once',
      { cards: [{ colour: 'blue', day: dayOf('2024-04-02') }], until: minuteOf('2024-04-24 00:00') },
      [
        '2024-04-19 17:30 r0 reached',
        '2024-04-22 17:30 r1 reached',
        '2024-04-22 17:30 r2 reached',
        '2024-04-22 19:00 r2 issued',
      ],
    ],
    [
      'suspended for two working days, the holiday in May not counted among them',
      {
        due: minuteOf('2024-04-29 17:30'),
        stops: [{ during: stretch('2024-04-29 17:30', '2024-05-06 17:30'), why: 'suspended' }],
        until: minuteOf('2024-05-12 00:00'),
      },
      [
        '2024-04-29 17:30 r0 reached',
        // The 30th and 6 May were taken; 1 to 5 May are off: blue was due on the 30th, and comes two working days later.
        '2024-05-07 17:30 r1 reached',
        '2024-05-09 17:30 r2 reached',
        '2024-05-09 19:00 r2 issued',
        '2024-05-11 19:00 r3 reached',
        '2024-05-11 20:30 r3 issued',
      ],
    ],
    [
      'filed a minute before yellow: the ladder is left',
      { cured: minuteOf('2024-04-24 17:29') },
      ['2024-04-19 17:30 r0 reached', '2024-04-22 17:30 r1 reached'],
    ],
  ])('%s', (_, change, expected) => {
    expect(foretell({ ...PROMPT, ...change })).toEqual(expected);
  });
});
