import {
  ladderOf,
  type Policy,
  type ReportingLineContext,
  type Rules,
  type TaskContext,
} from '#accountability';
import { civilDateOf, instantOf, addWorkingDays, type Instant } from '#calendar';
import {
  inCivilTime,
  LoneLine,
  LoneTask,
  moment,
  policyFrom,
  seedText,
  shippedCalendar,
  shippedRules,
} from '#testing';
import type { Climbed, Supposed } from './course.js';
import { courseOf } from './course-of.js';

const PRESETS = ['default', 'three-colour-slips', 'progress-lights', '13710'];
const rulesOf = (id: string): Rules => ({
  policy: policyFrom(seedText(`policies/${id}.yaml`)),
  calendar: shippedCalendar(),
});
const REPORTS: Climbed = { kind: 'reports' };
const supposed = (dueAt: Instant, others: Partial<Supposed> = {}): Supposed => ({
  dueAt,
  issued: 'promptly',
  curedAfter: null,
  answeredAfter: null,
  earlierCards: 0,
  lag: 11,
  ...others,
});

/** What the chart itself does, as far as the course tells of it: `2024-04-23 17:30 RUNG_DUE yellow`. */
const TOLD = new Set(['RUNG_DUE', 'NOTICE_ISSUED', 'CARD_ANSWER_OVERDUE', 'CARD_ANSWERED']);

interface Climbs {
  climb?: ReportingLineContext['climb'];
  climbs: TaskContext['climbs'] | number;
}

/**
 * Plays a line or a task by its own chart until then; people do what is supposed of them.
 *
 * @param trigger of which ladder of a task it is told, where there are others
 */
function played(
  subject: LoneLine | LoneTask,
  { issued, answeredAfter }: Supposed,
  until: Instant,
  trigger?: string,
): string[] {
  const first = subject.taken.length;
  const answers = new Map<Instant, Record<string, unknown>[]>();
  const soonest = (): Instant | undefined =>
    [...[...subject.clocks.values()].map(({ at }) => at), ...answers.keys()].sort()[0];
  for (let next = soonest(); next !== undefined && next <= until; next = soonest()) {
    for (const facts of answers.get(next) ?? []) subject.send({ type: 'CARD_ANSWERED', at: next, ...facts });
    answers.delete(next);
    if (issued === 'atLimit') issueWaiting(subject, next, true);
    subject.until(next);
    if (issued === 'promptly') issueWaiting(subject, next, false);
    if (answeredAfter === null) continue;
    const fresh = subject.taken.filter(({ event }) => event.type === 'NOTICE_ISSUED' && event.at === next);
    for (const { event } of fresh) {
      const { generation, rung } = event.payload;
      const day = addWorkingDays(shippedCalendar(), civilDateOf(next), answeredAfter);
      const at = instantOf(day, '12:00');
      const card = subject.context.cards.find((one) => one.generation === generation && one.rung === rung);
      if (card?.answer !== 'awaited') continue;
      const facts = { generation, rung, statement: '已整改', unitId: card.unitId };
      if (answers.get(at)?.some((one) => one['rung'] === rung)) continue;
      answers.set(at, [...(answers.get(at) ?? []), facts]);
    }
  }
  const { climbs } = subject.context as Climbs;
  const isAsked = (generation: unknown): boolean =>
    trigger === undefined ||
    (Array.isArray(climbs) &&
      climbs.some((climb) => climb.generation === generation && climb.trigger === trigger));
  return subject.taken.slice(first).flatMap(({ event: { type, at, payload } }) => {
    if (!TOLD.has(type) || !isAsked(payload['generation'])) return [];
    // Of one climb alone: what is owed for its notices climbs beside it.
    if (trigger !== undefined && type.startsWith('CARD')) return [];
    return [`${inCivilTime(at)} ${type} ${String(payload['rung'])}`];
  });
}

/** @param onlyDue those alone whose time for it is up */
function issueWaiting(subject: LoneLine | LoneTask, at: Instant, onlyDue: boolean): void {
  const { climb, climbs } = subject.context as Climbs;
  const waiting = [...(climb ? [climb] : []), ...(Array.isArray(climbs) ? climbs : [])];
  for (const { generation, awaitingIssue } of waiting) {
    if (!awaitingIssue) continue;
    const clock = subject.clocks.get('issue') ?? subject.clocks.get(`issue:${generation}`);
    if (onlyDue && clock?.at !== at) continue;
    const facts = { at, generation, rung: awaitingIssue.rung, noticeId: 'n' };
    if (!awaitingIssue.agreed) subject.send({ type: 'NOTICE_AGREED', ...facts });
    subject.send({ type: 'NOTICE_ISSUED', ...facts });
  }
}

/** @param alone without what is climbed for beside it */
function told(
  climbed: Climbed,
  what: Supposed,
  { policy, calendar }: Rules,
  until: Instant,
  alone = false,
): string[] {
  const words: Record<string, string> = {
    reached: 'RUNG_DUE',
    toIssue: 'RUNG_DUE',
    issued: 'NOTICE_ISSUED',
    answered: 'CARD_ANSWERED',
    answerOverdue: 'CARD_ANSWER_OVERDUE',
  };
  return courseOf(climbed, what, policy, calendar).moments.flatMap(({ at, kind, rung, beside }) =>
    words[kind] !== undefined && at <= until && !(alone && beside)
      ? [`${inCivilTime(at)} ${words[kind]} ${rung?.name}`]
      : [],
  );
}

const UNTIL = moment('2024-06-20 20:00');

describe.each(PRESETS)('the course of a ladder under %s', (id) => {
  const rules = rulesOf(id);

  it.each([
    ['promptly', null],
    ['promptly', 1],
    ['promptly', 6],
    ['atLimit', null],
    ['atLimit', 4],
  ] as const)(
    'is what the chart of a silent line does, issued %s, answered after %s',
    (issued, answeredAfter) => {
      const line = new LoneLine(rules).join('2024-04-12 10:00', 't1');
      const dueAt = line.context.current?.dueAt ?? '';
      const what = supposed(dueAt, { issued, answeredAfter });
      const expected = told(REPORTS, what, rules, UNTIL);
      expect(played(line, what, UNTIL).sort()).toEqual([...expected].sort());
      expect(expected.length).toBeGreaterThan(3);
    },
  );

  it.each([1, 2, 4, 7])('stops where the reports are filed at noon, %d working days late', (curedAfter) => {
    const line = new LoneLine(rules).join('2024-04-12 10:00', 't1');
    const { dueAt = '', period = '' } = line.context.current ?? {};
    const filedAt = instantOf(addWorkingDays(rules.calendar, civilDateOf(dueAt), curedAfter), '12:00');
    const what = supposed(dueAt, { curedAfter });
    const before = played(line, what, filedAt);
    line.file(inCivilTime(filedAt), period);
    expect(line.ladder).toBe('calm');
    // What the line does in its next periods is another climb.
    expect(told(REPORTS, what, rules, UNTIL).sort()).toEqual(before.sort());
  });

  it.each(['unsigned', 'pastDeadline'] as const)('is what the chart of a task does that is %s', (trigger) => {
    const ladder = ladderOf(rules.policy, { trigger, gate: null });
    if (!ladder) throw new Error(`${id} has no ladder ${trigger}`);
    const task = new LoneTask({ rules, deadlineOn: '2024-05-10' });
    task.at('2024-04-11 09:00', 'CONFIRMED');
    task.at('2024-04-12 10:00', 'DISPATCHED');
    if (trigger === 'pastDeadline') task.at('2024-04-12 11:00', 'SIGNED', { unitId: 'u1' });
    const clock = [...task.clocks].find(([, { detail }]) => detail.event !== 'RUNG_DUE');
    const dueAt = clock?.[1].at ?? '';
    const what = supposed(dueAt, { issued: 'atLimit' });
    const until = moment('2024-05-31 20:00');
    const climbed: Climbed = { kind: 'task', trigger, gate: null };
    const expected = told(climbed, what, rules, until, true).filter((line) => !line.includes('ANSWER'));
    const done = played(task, what, until, trigger);
    expect(done).toEqual(expected);
    expect(expected.length).toBeGreaterThan(1);
  });
});

const everyLadder = ({ taskLadders, dutyLadders }: Policy): [string, Climbed][] => [
  ['reporting', REPORTS],
  ...taskLadders.map(({ name, trigger, gate }): [string, Climbed] => [
    name,
    { kind: 'task', trigger, gate: gate ?? null },
  ]),
  ...Object.keys(dutyLadders).map((ladder): [string, Climbed] => [ladder, { kind: 'duty', ladder }]),
];

describe.each(PRESETS)('every ladder of %s', (id) => {
  const { policy, calendar } = rulesOf(id);
  const dueAt = moment('2024-04-19 17:30');

  it('is set off by its cause, climbs, and is over once that is made good', () => {
    for (const [name, climbed] of everyLadder(policy)) {
      const made = courseOf(climbed, supposed(dueAt, { curedAfter: 3 }), policy, calendar);
      const kinds = made.moments.map(({ kind }) => kind);
      expect([name, made.end, kinds.includes('reached') || kinds.includes('toIssue')]).toEqual([
        name,
        'cured',
        true,
      ]);
      const last = made.moments.filter(({ beside, aside }) => beside === null && !aside).at(-1);
      expect([name, last?.kind]).toEqual([name, 'cured']);
    }
  });

  it('stands still while it is held, and goes on with what was left of its gaps', () => {
    for (const [name, climbed] of everyLadder(policy)) {
      const held = supposed(dueAt, { stop: { why: 'held', from: 1, until: 6 } });
      const { moments, may } = courseOf(climbed, held, policy, calendar);
      const [from, to] = [
        moments.find(({ kind }) => kind === 'stopped')?.at ?? '',
        moments.find(({ kind }) => kind === 'resumed')?.at ?? '',
      ];
      expect([name, may.includes('held'), from < to]).toEqual([name, true, true]);
      const meanwhile = moments.filter(
        ({ at, kind, beside }) =>
          at > from && at < to && beside === null && (kind === 'reached' || kind === 'toIssue'),
      );
      expect([name, meanwhile]).toEqual([name, []]);
    }
  });
});

describe('the course of a ladder', () => {
  const { policy, calendar } = shippedRules();
  const dueAt = moment('2024-04-19 17:30');
  const course = (others: Partial<Supposed>) => courseOf(REPORTS, supposed(dueAt, others), policy, calendar);
  const words = ({ moments }: ReturnType<typeof course>): string[] =>
    moments.map(({ kind, rung, workingDay }) =>
      [workingDay, kind, rung?.name].filter((one) => one !== undefined).join(' '),
    );

  it('counts working days from the due time, with the reminders before it', () => {
    expect(words(course({ curedAfter: 1 }))).toEqual([
      '-1 reminder',
      '0 reminder',
      '0 due',
      '0 reached chase',
      '1 cured',
    ]);
  });

  it('says whose desk a notice lies on before it is issued, and who is told then', () => {
    const { moments } = course({ curedAfter: 6 });
    const red = moments.filter(({ rung, aside }) => rung?.name === 'red' && !aside);
    expect(red.map(({ kind, to }) => [kind, to])).toEqual([
      ['toIssue', ['commander', 'supervisor']],
      ['issued', ['taskForceConvener', 'commander', 'supervisor']],
    ]);
  });

  it('stays where a notice is not issued, and tells the office and the commander', () => {
    const stuck = course({ issued: 'never' });
    expect(stuck.end).toBe('waitsForIssue');
    expect(words(stuck).slice(-4)).toEqual([
      '3 toIssue yellow',
      '4 issueOverdue yellow',
      '5 issueOverdue yellow',
      '6 issueOverdue yellow',
    ]);
    expect(stuck.moments.at(-1)?.to).toEqual(['supervisor', 'commander']);
  });

  it('comes sooner by the unit’s cards of the quarter', () => {
    const yellow = (earlierCards: number) =>
      course({ earlierCards }).moments.find(({ rung }) => rung?.name === 'yellow');
    expect(yellow(0)).toMatchObject({ workingDay: 3, early: false });
    expect(yellow(1)).toMatchObject({ workingDay: 1, early: true });
  });

  it('ends where the calendar ends, with what it knows until there', () => {
    const late = courseOf(REPORTS, supposed(moment('2027-12-30 17:30')), policy, calendar);
    expect(late.end).toBe('calendarEnds');
    expect(words({ ...late }).slice(0, 4)).toEqual(['-1 reminder', '0 reminder', '0 due', '0 reached chase']);
  });

  it('of being behind comes with every further period, and waits or passes over by the lag', () => {
    const of: Climbed = { kind: 'task', trigger: 'behind', gate: null };
    const days = courseOf(of, supposed(dueAt), policy, calendar).moments.filter(
      ({ rung, aside }) => rung !== null && !aside,
    );
    expect(days.map(({ at, rung }) => `${inCivilTime(at)} ${rung?.name}`)).toEqual([
      '2024-04-19 17:30 prompt',
      '2024-04-30 17:30 blue',
      '2024-05-10 17:30 yellow',
      '2024-05-10 17:30 yellow',
    ]);
    const lights = rulesOf('progress-lights');
    const levels = (lag: number) => courseOf(of, supposed(dueAt, { lag }), lights.policy, lights.calendar);
    const shown = (lag: number) => levels(lag).moments.flatMap(({ rung }) => rung?.colour ?? []);
    expect(shown(12)).not.toEqual(shown(40));
    expect(levels(12).end).toBe('waitsForLag');
  });

  describe('when the unit appeals', () => {
    const appeal = (after: number, decided: { after: number; upheld: boolean } | null) =>
      course({ appeal: { after, decided }, issued: 'promptly' });

    it('stands still until that is decided, and goes on with what was left', () => {
      const rejected = appeal(2, { after: 6, upheld: false });
      // The letter of the 22nd; half of the two days to yellow were over when the unit appealed on the 23rd.
      expect(words(rejected).slice(3, 8)).toEqual([
        '0 reached chase',
        '1 reached blue',
        '2 appealed blue',
        '6 appealRejected blue',
        '7 toIssue yellow',
      ]);
      expect(rejected.end).toBe('top');
    });

    it('ends with an appeal that is upheld', () => {
      const upheld = appeal(2, { after: 4, upheld: true });
      expect(words(upheld).slice(-2)).toEqual(['2 appealed blue', '4 appealUpheld blue']);
      expect(upheld.end).toBe('upheld');
    });

    it('goes up on the deciders’ own ladder where nobody decides', () => {
      const waiting = appeal(2, null);
      expect(waiting.end).toBe('waitsForDecision');
      expect(waiting.moments.filter(({ beside }) => beside === 'appealLate').map(({ to }) => to)).toEqual([
        ['supervisor'],
        ['supervisor', 'commander'],
      ]);
    });

    it('says so where there is no card yet, or none that can be appealed against any more', () => {
      const refused = appeal(1, { after: 3, upheld: true });
      expect(refused.moments.filter(({ kind }) => kind === 'refused')).toMatchObject([
        { workingDay: 1, why: 'appeal' },
      ]);
      expect(words(refused).filter((line) => line.includes('appealUpheld'))).toEqual([]);
      expect(appeal(120, null).moments.at(-1)).toMatchObject({ kind: 'refused', why: 'appeal' });
    });
  });

  it('offers only what the chart allows of it: a task waits for others, a unit’s silence does not', () => {
    const may = (climbed: Climbed) => courseOf(climbed, supposed(dueAt), policy, calendar).may;
    const of = (trigger: 'pastDeadline' | 'unsigned' | 'gateLate' | 'handover') =>
      may({ kind: 'task', trigger, gate: null });
    expect(may(REPORTS)).toEqual(['appeal', 'held', 'paused']);
    expect(of('pastDeadline')).toEqual(['appeal', 'held', 'suspended', 'waiting', 'paused']);
    expect(of('unsigned')).toEqual(['appeal', 'held', 'paused']);
    expect(of('handover')).toEqual(['held', 'suspended', 'paused']);
    expect(of('gateLate')).toEqual(['held', 'paused']);
  });

  it('has the other unit climb while the lead waits for it, and the lead goes on afterwards', () => {
    const of: Climbed = { kind: 'task', trigger: 'pastDeadline', gate: null };
    const waiting = supposed(dueAt, { stop: { why: 'waiting', from: 1, until: 12 }, issued: 'promptly' });
    const { moments } = courseOf(of, waiting, policy, calendar);
    const told = moments.filter(
      ({ kind, rung }) => rung !== null || kind === 'stopped' || kind === 'resumed',
    );
    const [stopped, resumed] = ['stopped', 'resumed'].map((kind) =>
      told.findIndex((one) => one.kind === kind),
    );
    const meanwhile = told.slice((stopped ?? 0) + 1, resumed);
    expect(meanwhile.length).toBeGreaterThan(0);
    expect(new Set(meanwhile.map(({ beside }) => beside))).toEqual(new Set(['awaited']));
    expect(told.slice((resumed ?? 0) + 1).map(({ rung, beside }) => beside ?? rung?.name)).toContain('red');
  });

  it('makes good only when the task goes on what cannot be made good while it is suspended', () => {
    const of: Climbed = { kind: 'task', trigger: 'pastDeadline', gate: null };
    const suspended = supposed(dueAt, { stop: { why: 'suspended', from: 1, until: 5 }, curedAfter: 3 });
    const { moments, end } = courseOf(of, suspended, policy, calendar);
    expect(end).toBe('cured');
    expect(moments.slice(-2).map(({ kind, workingDay }) => `${workingDay} ${kind}`)).toEqual([
      '5 resumed',
      '5 cured',
    ]);
  });

  it('is not stopped for all for longer than the policy has it', () => {
    const long = course({ stop: { why: 'paused', from: 1, until: 60 } });
    expect(long.moments.filter(({ why }) => why !== null)).toMatchObject([
      { kind: 'refused', why: 'paused' },
    ]);
    const short = course({ stop: { why: 'paused', from: 2, until: 5 }, issued: 'promptly' });
    expect(words(short).slice(4, 8)).toEqual([
      '1 reached blue',
      '2 stopped',
      '5 resumed', // the first instant of Saturday
      '7 toIssue yellow',
    ]);
  });

  it('is not set off by a lag that is none yet', () => {
    const none = courseOf(
      { kind: 'task', trigger: 'behind', gate: null },
      supposed(dueAt, { lag: 3 }),
      policy,
      calendar,
    );
    expect(none.end).toBe('notBegun');
  });
});
