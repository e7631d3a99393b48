import { LoneLine, LoneTask, moment, policyFrom, seedText, shippedCalendar, inCivilTime } from '#testing';
import type { Rules } from '../decision.js';
import type { ReportingLineContext } from '../reporting-line/reporting-line.context.js';
import { limitOf } from '../task/limit-of.js';
import type { TaskContext } from '../task/task.context.js';

/*
 * Whole lives under each preset, every notice issued the moment it is asked for: which rung came when. The dates are
 * counted by hand: 28 April 2024 is a Sunday that was worked, 1 to 5 May are days off.
 */
const rulesOf = (id: string): Rules => ({
  policy: policyFrom(seedText(`policies/${id}.yaml`)),
  calendar: shippedCalendar(),
});

/** Everything until then happens on time; what waits for a person is agreed to and issued at once. */
function promptly(task: LoneTask, until: string): void {
  for (;;) {
    const [next] = [...task.clocks.values()].map(({ at }) => at).sort();
    if (next === undefined || next > moment(until)) return;
    task.until(next);
    for (const { generation, awaitingIssue } of task.context.climbs) {
      if (!awaitingIssue) continue;
      const facts = { generation, rung: awaitingIssue.rung, noticeId: 'n', at: next };
      if (!awaitingIssue.agreed) task.send({ type: 'NOTICE_AGREED', ...facts });
      task.send({ type: 'NOTICE_ISSUED', ...facts });
    }
  }
}

/** The rungs that were reached, as `2024-04-17 17:30 blue`; those of notices that nobody answered by themselves. */
function rungsOf(subject: LoneTask | LoneLine, ofAnswers = false): string[] {
  return subject.taken.flatMap(({ event, effects, snapshot }) => {
    const { climbs, matters } = snapshot.context as Partial<TaskContext> & Partial<ReportingLineContext>;
    const all = matters?.climbs ?? (Array.isArray(climbs) ? climbs : []);
    const isAnswer = (generation: number): boolean =>
      all.some((climb) => climb.generation === generation && climb.trigger === 'cardAnswer');
    return effects.flatMap((effect) =>
      effect.type === 'claimRung' && isAnswer(effect.generation) === ofAnswers
        ? [`${inCivilTime(event.at)} ${effect.rung}`]
        : [],
    );
  });
}

const supervision = (task: LoneTask): unknown => (task.value as { supervision: unknown }).supervision;

function dispatched(rules: Rules, importance?: string): LoneTask {
  const task = new LoneTask({ rules });
  task.at('2024-04-12 09:00', 'CONFIRMED');
  if (importance !== undefined) task.at('2024-04-12 09:30', 'IMPORTANCE_SET', { importance, reason: '批示' });
  task.at('2024-04-12 10:00', 'DISPATCHED');
  return task;
}

function unsigned(rules: Rules, importance?: string): string[] {
  const task = dispatched(rules, importance);
  promptly(task, '2024-05-10 18:00');
  return rungsOf(task);
}

function silent(rules: Rules): string[] {
  const line = new LoneLine(rules).join('2024-04-12 10:00', 't1');
  line.promptly('2024-05-10 18:00');
  return rungsOf(line);
}

function running(rules: Rules): LoneTask {
  const task = dispatched(rules);
  task.at('2024-04-12 11:00', 'SIGNED', { unitId: 'u1' });
  return task;
}

/** A unit reports so many points behind; what follows follows at once. */
function behind(task: LoneTask, on: string, period: string, lag: number): LoneTask {
  task.at(on, 'PROGRESS_REPORTED', { unitId: 'u1', period, progress: 50 - lag, expected: 50 });
  promptly(task, on);
  return task;
}

function pastDeadline(rules: Rules): string[] {
  const task = behind(running(rules), '2024-04-15 10:00', '2024-04 中旬', 0);
  promptly(task, '2024-12-31 18:00');
  return rungsOf(task);
}

describe('three-colour slips', () => {
  const rules = rulesOf('three-colour-slips');

  it('go from blue to orange to red to a unit that reports nothing', () => {
    expect(silent(rules)).toEqual([
      '2024-04-19 17:30 chase',
      '2024-04-22 17:30 blue',
      '2024-04-25 17:30 orange',
      '2024-04-29 17:30 red',
    ]);
  });

  it('begin at blue with an ordinary task, at orange with a major one, at red where it is special', () => {
    expect(unsigned(rules)).toEqual([
      '2024-04-16 17:30 prompt',
      '2024-04-17 17:30 blue',
      '2024-04-22 17:30 orange',
      '2024-04-25 17:30 red',
    ]);
    expect(unsigned(rules, 'major')).toEqual([
      '2024-04-16 17:30 prompt',
      '2024-04-17 17:30 orange',
      '2024-04-22 17:30 red',
    ]);
    expect(unsigned(rules, 'special')).toEqual(['2024-04-16 17:30 prompt', '2024-04-17 17:30 red']);
  });

  it('follow a task past its deadline every three working days', () => {
    expect(pastDeadline(rules)).toEqual([
      '2024-11-29 17:30 blue',
      '2024-12-04 17:30 orange',
      '2024-12-09 17:30 red',
    ]);
  });

  it('that nobody answers within three working days are pressed for by themselves', () => {
    const line = new LoneLine(rules).join('2024-04-12 10:00', 't1');
    line.promptly('2024-04-28 18:00');
    expect(rungsOf(line, true)).toEqual(['2024-04-25 17:30 prompt', '2024-04-28 17:30 report']);
  });

  it('are one for each matter: none names a group in which it could be joined with others', () => {
    const task = dispatched(rules);
    promptly(task, '2024-05-10 18:00');
    const drafts = task.taken.flatMap(({ effects }) => effects.filter(({ type }) => type === 'draftNotice'));
    expect(drafts).toHaveLength(3);
    for (const draft of drafts) expect(draft).not.toHaveProperty('group');
    expect(task.context.cards.map(({ colour }) => colour)).toEqual(['blue', 'orange', 'red']);
    expect(supervision(task)).toBe('red');
  });

  it('come with the first, second and third period behind to a task far behind', () => {
    const task = running(rules);
    for (const [on, period] of [
      ['2024-05-10 10:00', '2024-05 上旬'],
      ['2024-05-20 10:00', '2024-05 中旬'],
      ['2024-05-31 10:00', '2024-05 下旬'],
      ['2024-06-07 10:00', '2024-06 上旬'],
    ] as const)
      behind(task, on, period, 45);
    expect(rungsOf(task)).toEqual([
      '2024-05-10 10:00 prompt',
      '2024-05-20 10:00 blue',
      '2024-05-31 10:00 orange',
      '2024-06-07 10:00 red',
    ]);
  });
});

describe('lights by progress', () => {
  const rules = rulesOf('progress-lights');

  it('are yellow from 10 to 30 points behind, and red beyond', () => {
    const task = behind(running(rules), '2024-05-10 10:00', '2024-05 上旬', 9.9);
    expect([supervision(task), rungsOf(task)]).toEqual(['none', []]);
    behind(task, '2024-05-20 10:00', '2024-05 中旬', 10);
    expect(supervision(task)).toBe('yellow');
    behind(task, '2024-05-31 10:00', '2024-05 下旬', 30);
    expect(supervision(task)).toBe('yellow');
    behind(task, '2024-06-07 10:00', '2024-06 上旬', 30.1);
    expect(rungsOf(task)).toEqual(['2024-05-20 10:00 yellow', '2024-06-07 10:00 red']);
    expect(supervision(task)).toBe('red');
  });

  it('are red at once for a task that is far behind when it is first seen', () => {
    const task = behind(running(rules), '2024-05-10 10:00', '2024-05 上旬', 42);
    expect(rungsOf(task)).toEqual(['2024-05-10 10:00 red']);
    expect(task.context.cards).toMatchObject([{ colour: 'red', group: 'u1/behind/red/2024-05-10' }]);
  });

  it('go out when the task has caught up, and begin with what the lag is then', () => {
    const task = behind(running(rules), '2024-05-10 10:00', '2024-05 上旬', 42);
    behind(task, '2024-05-20 10:00', '2024-05 中旬', 5);
    expect([supervision(task), task.context.climbs]).toEqual(['none', []]);
    behind(task, '2024-05-31 10:00', '2024-05 下旬', 15);
    expect(supervision(task)).toBe('yellow');
  });

  it('are lit for silence, and for what is not signed for, by the days of this rule', () => {
    expect(silent(rules)).toEqual([
      '2024-04-19 17:30 chase',
      '2024-04-24 17:30 yellow',
      '2024-04-26 17:30 red',
    ]);
    expect(unsigned(rules)).toEqual(['2024-04-16 17:30 prompt', '2024-04-19 17:30 yellow']);
    expect(pastDeadline(rules)).toEqual([
      '2024-11-29 17:30 prompt',
      '2024-12-04 17:30 yellow',
      '2024-12-13 17:30 red',
    ]);
  });
});

describe('13710', () => {
  const rules = rulesOf('13710');
  const limit = (importance?: string): string | null =>
    limitOf({ source: 'instruction', importance }, rules, moment('2024-04-12 10:00'));

  it('has a task taken up on the day it is dispatched, and reported on within three', () => {
    const task = dispatched(rules);
    expect(task.armed).toMatchObject({ sign: '2024-04-12 23:59', firstReport: '2024-04-17 17:30' });
    promptly(task, '2024-04-23 18:00');
    expect(rungsOf(task)).toEqual([
      '2024-04-12 23:59 prompt',
      '2024-04-15 23:59 blue',
      '2024-04-16 23:59 yellow',
      '2024-04-17 17:30 prompt',
      '2024-04-18 17:30 blue',
      '2024-04-22 17:30 yellow',
    ]);
  });

  it('asks nothing more of a unit that has signed and reported', () => {
    const task = behind(running(rules), '2024-04-16 10:00', '2024-04 中旬', 0);
    expect(task.armed).toEqual({ taskDeadline: '2024-11-29 17:30' });
  });

  it('has ordinary matters solved in seven days and major ones in a month', () => {
    expect([limit(), limit('major')]).toEqual(['2024-04-19', '2024-05-12']);
  });

  it('leaves none open: no extension, and up to the interview until it is closed', () => {
    const task = behind(running(rules), '2024-04-15 10:00', '2024-04 中旬', 0);
    expect(task.allows('2024-11-01 10:00', 'EXTENDED', { deadlineOn: '2024-12-20', reason: '' })).toBe(false);
    expect(pastDeadline(rules)).toEqual([
      '2024-11-29 17:30 prompt',
      '2024-12-02 17:30 blue',
      '2024-12-04 17:30 yellow',
      '2024-12-06 17:30 red',
      '2024-12-13 17:30 interview',
    ]);
  });

  it('has a silent unit reminded, carded and named', () => {
    expect(silent(rules)).toEqual([
      '2024-04-19 17:30 chase',
      '2024-04-22 17:30 blue',
      '2024-04-24 17:30 yellow',
      '2024-04-26 17:30 red',
    ]);
  });
});

describe('every preset', () => {
  it.each(['default', 'three-colour-slips', 'progress-lights', '13710'])(
    '%s goes on from where it stood after an outage, rung by rung with its gaps',
    (id) => {
      const task = dispatched(rulesOf(id));
      const [first] = Object.values(task.armed).sort();
      expect(first).toBeDefined();
      task.wakeAt(moment('2024-05-13 09:00'));
      const reached = rungsOf(task);
      const climbs = task.context.climbs.map(({ generation }) => generation);
      // one rung of each ladder, however many would have come in the meantime
      expect(reached).toHaveLength(climbs.length);
      for (const rung of reached) expect(rung.startsWith('2024-05-13 09:00')).toBe(true);
    },
  );
});
