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
const unanswered = (policy: Policy): Climbed['unanswered'] =>
  ladderOf(policy, { trigger: 'cardAnswer', gate: null }) ?? null;
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

function told(climbed: Climbed, what: Supposed, { policy, calendar }: Rules, until: Instant): string[] {
  const words: Record<string, string> = {
    reached: 'RUNG_DUE',
    toIssue: 'RUNG_DUE',
    issued: 'NOTICE_ISSUED',
    answered: 'CARD_ANSWERED',
    answerOverdue: 'CARD_ANSWER_OVERDUE',
  };
  return courseOf(climbed, what, policy, calendar).moments.flatMap(({ at, kind, rung }) =>
    words[kind] !== undefined && at <= until ? [`${inCivilTime(at)} ${words[kind]} ${rung?.name}`] : [],
  );
}

const UNTIL = moment('2024-06-20 20:00');

describe.each(PRESETS)('the course of a ladder under %s', (id) => {
  const rules = rulesOf(id);
  const lineLadder: Climbed = { ladder: rules.policy.reportingLadder, unanswered: unanswered(rules.policy) };

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
      const expected = told(lineLadder, what, rules, UNTIL);
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
    expect(told(lineLadder, what, rules, UNTIL).sort()).toEqual(before.sort());
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
    const climbed = { ladder: { reminders: [], rungs: ladder.rungs }, unanswered: null };
    const expected = told(climbed, what, rules, until).filter((line) => !line.includes('ANSWER'));
    const done = played(task, what, until, trigger);
    expect(done).toEqual(expected);
    expect(expected.length).toBeGreaterThan(1);
  });
});

describe('the course of a ladder', () => {
  const { policy, calendar } = shippedRules();
  const climbed: Climbed = { ladder: policy.reportingLadder, unanswered: unanswered(policy) };
  const dueAt = moment('2024-04-19 17:30');
  const course = (others: Partial<Supposed>) => courseOf(climbed, supposed(dueAt, others), policy, calendar);
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
    const late = courseOf(climbed, supposed(moment('2027-12-30 17:30')), policy, calendar);
    expect(late.end).toBe('calendarEnds');
    expect(words({ ...late }).slice(0, 4)).toEqual(['-1 reminder', '0 reminder', '0 due', '0 reached chase']);
  });

  it('of being behind comes with every further period, and waits or passes over by the lag', () => {
    const behind = ladderOf(policy, { trigger: 'behind', gate: null });
    const of = { ladder: { reminders: [], rungs: behind?.rungs ?? [] }, unanswered: null };
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
    const ladder = ladderOf(lights.policy, { trigger: 'behind', gate: null });
    const levels = (lag: number) =>
      courseOf(
        { ladder: { reminders: [], rungs: ladder?.rungs ?? [] }, unanswered: null },
        supposed(dueAt, { lag }),
        lights.policy,
        lights.calendar,
      );
    const shown = (lag: number) => levels(lag).moments.flatMap(({ rung }) => rung?.colour ?? []);
    expect(shown(12)).not.toEqual(shown(40));
    expect(levels(12).end).toBe('waitsForLag');
  });
});
