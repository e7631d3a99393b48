import fc from 'fast-check';
import { policySchema, type Policy, type Snapshot } from '#accountability';
import { parseCalendar } from '#calendar';
import { announceCalendar } from '#engine';
import {
  createTestDatabase,
  inCivilTime,
  moment,
  seedText,
  shippedRules,
  SMALL_DISTRICT,
  Story,
  type TestDatabase,
} from '#testing';
import {
  courseOf,
  readRecord,
  rehearse,
  type CourseMoment,
  type PlayedRecord,
  type Rehearsal,
  type Supposed,
} from './index.js';
import { play } from './play.js';
import { recordedRungs } from './recorded-rungs.js';
import { DUE_AT, LivedCourses, NEXT_DUE, type LivedCourse } from './testing/lived-courses.js';

/** The stretch in which the stories happen. */
const [from, to] = ['2024-09-23', '2024-11-08'];

class Retold {
  readonly record: PlayedRecord;
  readonly policy: Policy;
  readonly #stored: { key: string; snapshot: Snapshot }[];

  private constructor(record: PlayedRecord, stored: { key: string; snapshot: Snapshot }[]) {
    this.record = record;
    this.policy = policySchema.parse([...record.policies.values()][0]);
    this.#stored = stored;
  }

  static async of(db: TestDatabase, story: Story): Promise<Retold> {
    const until = story.clock.now();
    return db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, async (tx) => {
      const stored = await tx.query<{ key: string; snapshot: Snapshot }>(
        `select 'task/' || id as key, snapshot from task union all select 'obligation/' || id, snapshot from obligation
         union all select 'reportingLine/' || id, snapshot from reporting_line order by 1`,
      );
      return new Retold(await readRecord(tx, { planCode: 'small-plan', until }), stored);
    });
  }

  /** Played under its own policy, everything stands where the record has it. */
  expectSame(until: string): void {
    const { policy, record } = this;
    const { snapshots } = play(record, recordedRungs(record), {
      policyOf: () => policy,
      issue: 'asRecorded',
      until,
    });
    const played = [...snapshots]
      .map(([key, snapshot]) => ({ key, snapshot }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(JSON.parse(JSON.stringify(played))).toEqual(this.#stored);
    expect(rehearse(record, { policy, from, to, issue: 'asRecorded' })).toMatchObject({
      differences: [],
      notReproduced: 0,
      unplaced: {},
      supposed: 0,
    });
  }

  under(change: (policy: Policy) => void, issue: 'asRecorded' | 'promptly' = 'asRecorded'): Rehearsal {
    const policy = structuredClone(this.policy);
    change(policy);
    return rehearse(this.record, { policy, from, to, issue });
  }
}

/** `later 蓝 …`: what differs, one line a rung. */
const lines = ({ differences }: Rehearsal): string[] =>
  differences.map(({ change, matter, recorded, rehearsed }) => {
    const told = (moment: typeof recorded): string =>
      moment
        ? [...new Set([moment.reachedAt, moment.issuedAt])]
            .map((at) => (at ? inCivilTime(at).slice(5) : 'never'))
            .join(' issued ')
        : 'none';
    return `${change} ${matter} ${(rehearsed ?? recorded)?.rung ?? ''}: ${told(recorded)} → ${told(rehearsed)}`;
  });

const rungOf = (policy: Policy, name: string) => {
  const rung = policy.reportingLadder.rungs.find((one) => one.name === name);
  if (!rung) throw new Error(name);
  return rung;
};

const begun = async (db: TestDatabase, tasks: number): Promise<Story> => {
  const story = await Story.begin(db.database, '2024-09-23 09:00', tasks);
  for (let task = 1; task <= tasks; task += 1) {
    await story.task('2024-09-23 09:30', 'hq', task, 'confirm');
    await story.task('2024-09-23 10:00', 'hq', task, 'dispatch');
  }
  for (let task = 1; task <= tasks; task += 1) await story.task('2024-09-24 09:00', 'liaison', task, 'sign');
  await story.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 70);
  return story;
};

describe('a silent unit that files after its yellow card', () => {
  let db: TestDatabase;
  let retold: Retold;
  beforeAll(async () => {
    db = await createTestDatabase();
    const story = await begun(db, 2);
    await story.notice('2024-10-15 10:00', 'supervisor', 'yellow', 'issue');
    await story.files('2024-10-16 16:00', 'liaison', '2024-10 上旬', 75);
    await story.until('2024-10-18 17:00');
    retold = await Retold.of(db, story);
  });
  afterAll(() => db.drop());

  it('comes to the same under the same policy', () => {
    retold.expectSame('2024-10-18T09:00:00.000Z');
  });

  it('has its card as soon as it is asked for where the office issues promptly', () => {
    expect(lines(retold.under(() => {}, 'promptly'))).toEqual([
      'sooner report yellow: 10-14 17:30 issued 10-15 10:00 → 10-14 17:30',
    ]);
  });

  it('has the card at once where the system issues it, and no more', () => {
    const automatic = retold.under((policy) => (rungOf(policy, 'yellow').issue = { by: 'system' }));
    // Due on 10 October: red is five working days after it, on the 17th, and two after the card: the 16th at 17:30.
    expect(lines(automatic)).toEqual(['sooner report yellow: 10-14 17:30 issued 10-15 10:00 → 10-14 17:30']);
  });

  it('comes to a red card before it files where red is one day sooner; who agrees and issues is supposed', () => {
    const sooner = retold.under((policy) => (rungOf(policy, 'red').offset = { workingDays: 4 }));
    // One working day after the yellow card was issued; agreed to at once, issued after the hour and a half of
    // working time (08:30 to 10:00) that the yellow card took.
    expect(lines(sooner)).toEqual(['additional report red: none → 10-16 10:00 issued 10-16 11:30']);
    expect(sooner).toMatchObject({ supposed: 2, totals: { red: { recorded: 0, rehearsed: 1 } } });
  });

  it('has its yellow card later where it comes later, issued after the same working time', () => {
    const later = retold.under((policy) => (rungOf(policy, 'yellow').offset = { workingDays: 4 }));
    expect(lines(later)).toEqual([
      'later report yellow: 10-14 17:30 issued 10-15 10:00 → 10-15 17:30 issued 10-16 10:00',
    ]);
  });

  it('gets no card that comes after it filed', () => {
    const never = retold.under((policy) => {
      for (const [name, workingDays] of [
        ['yellow', 6],
        ['red', 8],
        ['interview', 12],
      ] as const)
        rungOf(policy, name).offset = { workingDays };
    });
    expect(lines(never)).toEqual(['gone report yellow: 10-14 17:30 issued 10-15 10:00 → none']);
  });

  it('has every rung sooner where reports are due sooner', () => {
    const late = retold.under((policy) => {
      policy.reporting.due = { anchor: 'lastWorkingDayOfPeriod', at: '14:00' };
    });
    // Everything on the ladder moves with the due time, and the card keeps the time that its issue took.
    expect(lines(late)).toEqual([
      'sooner report chase: 10-10 17:30 → 10-10 14:00',
      'sooner report blue: 10-11 17:30 → 10-11 14:00',
      'sooner report yellow: 10-14 17:30 issued 10-15 10:00 → 10-14 14:00 issued 10-14 15:30',
      // Two working days after the card; before an hour and a half is over, the unit files at 16:00.
      'additional report red: none → 10-16 15:30 issued never',
      // The next report is due at two as well, and the record goes on until five that day.
      'additional report chase: none → 10-18 14:00',
    ]);
  });
});

describe('a task that nobody signs for, whose card is appealed against', () => {
  let db: TestDatabase;
  let retold: Retold;
  beforeAll(async () => {
    db = await createTestDatabase();
    const story = await Story.begin(db.database, '2024-09-23 09:00', 1);
    await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
    await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
    await story.notice('2024-10-09 09:00', 'supervisor', 'yellow', 'issue');
    await story.task('2024-10-10 09:00', 'liaison', 1, 'appeal', { reason: '受灾' });
    await story.task('2024-10-10 10:00', 'supervisor', 1, 'upholdAppeal', { reason: '情况属实' });
    await story.until('2024-10-12 18:00');
    retold = await Retold.of(db, story);
  });
  afterAll(() => db.drop());

  it('comes to the same under the same policy, also without its card', () => {
    retold.expectSame('2024-10-12T10:00:00.000Z');
    expect(retold.under(() => {}).totals.yellow).toEqual({ recorded: 0, rehearsed: 0 });
  });

  it('has its letter sooner where that comes sooner', () => {
    const sooner = retold.under((policy) => {
      const ladder = policy.taskLadders.find(({ name }) => name === 'unsigned');
      const blue = ladder?.rungs.find(({ name }) => name === 'blue');
      if (blue) blue.offset = { workingDays: 1 };
    });
    expect(lines(sooner)).toEqual(['sooner unsigned blue: 09-27 17:30 → 09-26 17:30']);
  });

  it('has nothing where no ladder was ruled for it', () => {
    const none = retold.under((policy) => {
      policy.taskLadders = policy.taskLadders.filter(({ name }) => name !== 'unsigned');
    });
    expect(none.changes).toMatchObject({ gone: 3, additional: 0 });
    expect(none.unplaced).toEqual({});
  });
});

describe('a record with an outage and a new calendar in it', () => {
  it('comes to the same over the outage, and a changed offset runs from where the ladder went on', async () => {
    const db = await createTestDatabase();
    try {
      const story = await begun(db, 1);
      await story.until('2024-10-10 17:00');
      story.down('2024-10-16 10:00');
      await story.until('2024-10-21 12:00');
      const retold = await Retold.of(db, story);
      retold.expectSame('2024-10-21T04:00:00.000Z');
      expect(lines(retold.under((policy) => (rungOf(policy, 'blue').offset = { workingDays: 2 })))).toEqual([
        // One working day after the chase of the 16th at 10:00 became two; yellow keeps its own gap to it.
        'later report blue: 10-17 10:00 → 10-18 10:00',
      ]);
    } finally {
      await db.drop();
    }
  });

  it('comes to the same where deadlines moved with the calendar', async () => {
    const db = await createTestDatabase();
    try {
      const story = await begun(db, 1);
      await story.until('2024-10-08 18:00');
      const read = parseCalendar(seedText('calendars/cn-state-council.yaml'));
      if (!read.ok) throw new Error('calendar');
      read.data.years['2024']?.off.push('2024-10-10');
      const announced = {
        jurisdictionId: SMALL_DISTRICT,
        calendar: read.data,
        reason: '台风停工通知',
        announcedBy: null,
      };
      expect(await announceCalendar(story.engine.context, announced)).toMatchObject({ ok: true });
      await story.until('2024-10-14 18:00');
      const retold = await Retold.of(db, story);
      retold.expectSame('2024-10-14T10:00:00.000Z');
      expect(retold.under(() => {}).changes.same).toBeGreaterThan(1);
    } finally {
      await db.drop();
    }
  });
});

/** What the trail calls what a rehearsal of one ladder tells of. */
const EVENT_OF: Partial<Record<CourseMoment['kind'], string>> = {
  reached: 'RUNG_DUE',
  toIssue: 'RUNG_DUE',
  issued: 'NOTICE_ISSUED',
  issueOverdue: 'ISSUE_OVERDUE',
  answered: 'CARD_ANSWERED',
  answerOverdue: 'CARD_ANSWER_OVERDUE',
  appealed: 'APPEALED',
  appealUpheld: 'APPEAL_UPHELD',
  appealRejected: 'APPEAL_REJECTED',
  appealOverdue: 'APPEAL_OVERDUE',
};
const STOP_EVENTS: Record<string, [string, string] | undefined> = {
  held: ['HELD', 'HOLD_EXPIRED'],
  suspended: ['SUSPENDED', 'SUSPENSION_EXPIRED'],
  waiting: ['BLOCKAGE_ACCEPTED', 'UNBLOCKED'],
};

const eventOf = ({ kind, why }: CourseMoment): string | undefined =>
  kind === 'stopped' || kind === 'resumed'
    ? STOP_EVENTS[why ?? '']?.[kind === 'stopped' ? 0 : 1]
    : EVENT_OF[kind];

/** Courses of people's acts at random: of silence, of tasks past their deadline, of tasks that are not signed for. */
function randomCourses(): LivedCourse[] {
  const day = (min: number, max: number) => fc.integer({ min, max });
  const appeal = fc
    .record({ after: day(1, 9), wait: day(0, 6), decided: fc.boolean(), upheld: fc.boolean() })
    .map(({ after, wait, decided, upheld }) => ({
      after,
      decided: decided ? { after: after + wait, upheld } : null,
    }));
  const stopped = (why: NonNullable<Supposed['stop']>['why'][]) =>
    fc
      .record({ why: fc.constantFrom(...why), from: day(2, 8), length: day(1, 7) })
      .map(({ why: one, from, length }) => ({ why: one, from, until: from + length }));
  const supposed = (stop: fc.Arbitrary<NonNullable<Supposed['stop']> | null>, latest: number) =>
    fc.record({
      dueAt: fc.constant(DUE_AT),
      issued: fc.constantFrom('promptly' as const, 'atLimit' as const),
      curedAfter: fc.option(day(2, latest), { freq: 2 }),
      answeredAfter: fc.option(day(1, 5)),
      earlierCards: fc.constant(0),
      lag: fc.constant(0),
      appeal: fc.option(appeal, { freq: 4 }),
      stop,
    });
  const of = (
    climbed: LivedCourse['climbed'],
    stop: fc.Arbitrary<NonNullable<Supposed['stop']> | null>,
    count: number,
    seed: number,
    latest = 14,
  ): LivedCourse[] =>
    fc.sample(supposed(stop, latest), { numRuns: count, seed }).map((one) => ({ climbed, supposed: one }));
  // The ladder of reports is stopped for all that are on it.
  const paused = fc.constant({ why: 'paused', from: 3, until: 7 } as const);
  return [
    // Later than that, another report is due.
    ...of({ kind: 'reports' }, paused, 8, 11, 7),
    ...of(
      { kind: 'task', trigger: 'pastDeadline', gate: null },
      fc.option(stopped(['held', 'suspended', 'waiting']), { freq: 5 }),
      12,
      12,
    ),
    ...of({ kind: 'task', trigger: 'unsigned', gate: null }, fc.option(stopped(['held'])), 4, 13),
  ];
}

describe('a ladder that is rehearsed', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db.drop());

  it('comes to what the engine does when people do what was supposed, in two dozen courses at random', async () => {
    const courses = randomCourses();
    const until = moment('2025-01-27 20:00');
    const lived = await (await LivedCourses.of(db.database, courses)).until(until);
    const { policy, calendar } = shippedRules();
    const rehearsed = courses.map(({ climbed, supposed }) =>
      courseOf(climbed, supposed, policy, calendar).moments.flatMap((one) => {
        const type = eventOf(one);
        return type === undefined ? [] : [`${inCivilTime(one.at)} ${type} ${one.rung?.name ?? ''}`.trim()];
      }),
    );
    courses.forEach(({ climbed, supposed }, index) => {
      // A line that was silent again by then climbs anew.
      const over = supposed.curedAfter !== null || supposed.appeal?.decided?.upheld === true;
      const end = inCivilTime(climbed.kind === 'reports' && over ? NEXT_DUE : until);
      const before = (lines: readonly string[] = []): string[] => lines.filter((line) => line < end).sort();
      expect({ supposed, is: before(lived[index]) }).toEqual({ supposed, is: before(rehearsed[index]) });
    });
    expect(new Set(lived.flat().map((line) => line.split(' ')[2])).size).toBeGreaterThan(12);
  });
});
