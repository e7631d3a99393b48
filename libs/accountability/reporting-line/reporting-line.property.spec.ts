import fc from 'fast-check';
import { addMinutes, type Instant } from '#calendar';
import { inCivilTime, LoneLine, moment } from '#testing';

/** What may be tried next. Times are minutes after what came before; what does not fit is refused and leaves no trace. */
type Move =
  | { do: 'wait'; minutes: number; down: boolean }
  | { do: 'join' | 'leave'; task: number }
  | { do: 'fileCurrent' | 'fileOverdue' | 'agree' | 'issue' }
  | { do: 'stale'; type: string; generation: number; rung: number; period: string };

const RUNGS = ['chase', 'blue', 'yellow', 'red', 'interview'];
/** A card that is not answered has a climb of its own, on the ladder for that. */
const ANSWER_RUNGS = ['prompt', 'report'];
const DAY = 24 * 60;

const task = fc.integer({ min: 1, max: 4 });

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      minutes: fc.integer({ min: 0, max: 4 * DAY }),
      down: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('join' as const), task }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), task }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('fileCurrent' as const, 'fileOverdue' as const) }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('agree' as const, 'issue' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('stale' as const),
      type: fc.constantFrom('RUNG_DUE', 'ISSUE_OVERDUE', 'NOTICE_ISSUED', 'SITTING_DUE', 'REMINDER_DUE'),
      generation: fc.integer({ min: 0, max: 3 }),
      rung: fc.integer({ min: 0, max: 4 }),
      period: fc.constantFrom('2024-04 上旬', '2024-04 中旬', '2024-05 下旬'),
    }),
  },
);

/** Carries a move out where it is permitted. @returns the instant reached, and the period that was filed, if any */
function make(line: LoneLine, now: Instant, next: Move): { now: Instant; filed: string | null } {
  const { climb, climbs, current, overdue } = line.context;
  const generation = climb?.generation ?? climbs;
  const rung = climb?.awaitingIssue?.rung ?? '';
  const attempt = (event: { type: string; [fact: string]: unknown }): boolean => {
    if (!line.ask({ ...event, at: now }).ok) return false;
    line.send({ ...event, at: now });
    return true;
  };
  const file = (sitting: typeof current): { now: Instant; filed: string | null } => {
    if (!sitting) return { now, filed: null };
    const { period, taskIds, dueAt } = sitting;
    const filed = attempt({ type: 'SITTING_FILED', period, taskIds, late: now > dueAt });
    return { now, filed: filed ? period : null };
  };
  switch (next.do) {
    case 'wait': {
      const then = addMinutes(now, next.minutes);
      if (next.down) line.wakeAt(then);
      else line.until(then);
      return { now: then, filed: null };
    }
    case 'join':
      attempt({ type: 'TASK_JOINED', taskId: `t${next.task}` });
      return { now, filed: null };
    case 'leave':
      attempt({ type: 'TASK_LEFT', taskId: `t${next.task}`, reason: '暂缓' });
      return { now, filed: null };
    case 'fileCurrent':
      return file(current);
    case 'fileOverdue':
      return file(overdue);
    case 'agree':
      attempt({ type: 'NOTICE_AGREED', generation, rung, noticeId: 'n' });
      return { now, filed: null };
    case 'issue':
      attempt({ type: 'NOTICE_ISSUED', generation, rung, noticeId: 'n' });
      return { now, filed: null };
    case 'stale': {
      const name = RUNGS[next.rung] ?? '';
      const expected = next.generation === climb?.generation && [rung, RUNGS[climb.reached]].includes(name);
      const fits =
        next.type.includes('SITTING') || next.type.includes('REMINDER')
          ? next.period === current?.period
          : expected;
      const event = {
        at: now,
        type: next.type,
        generation: next.generation,
        rung: name,
        period: next.period,
      };
      if (!fits) expect(line.ask(event).ok).toBe(false);
      return { now, filed: null };
    }
  }
}

/** Each climb's rungs in the order in which they were claimed. */
function claimedOf(line: LoneLine): string[][] {
  const claimed = new Map<number, string[]>();
  for (const { effects } of line.taken)
    for (const effect of effects)
      if (effect.type === 'claimRung')
        claimed.set(effect.generation, [...(claimed.get(effect.generation) ?? []), effect.rung]);
  return [...claimed.values()];
}

function expectSound(line: LoneLine): void {
  const { climb, current, overdue, taskIds } = line.context;
  const clocks = Object.keys(line.armed);
  const rungClocks = clocks.filter((name) => name === 'rung' || name === 'issue');
  const atTop = climb?.reached === RUNGS.length;
  const ladder = { calm: [], awaitingIssue: ['issue'], climbing: atTop ? [] : ['rung'] }[line.ladder];

  expect(rungClocks).toEqual(ladder);
  expect(climb === null).toBe(line.ladder === 'calm');
  if (climb !== null) expect(overdue).not.toBeNull();
  for (const sitting of [current, overdue])
    for (const taskId of sitting?.filedAt === null ? sitting.taskIds : []) expect(taskIds).toContain(taskId);
  expect(clocks.includes('sitting:due')).toBe(current !== null);
  if (taskIds.length > 0) expect(current).not.toBeNull();
  // A clock is never armed over one that still runs, so that there is never more than one of a name.
  expect(line.replaced).toEqual([]);
  expect(line.dropped).toEqual([]);
}

describe('a reporting line, whatever happens to it', () => {
  it('climbs each rung in order and once, and arms what its state needs and nothing else', () => {
    const seen = { rungs: 0, topmost: 0, cured: 0, climbs: 0, unanswered: 0 };
    fc.assert(
      fc.property(fc.array(move, { minLength: 30, maxLength: 90 }), (moves) => {
        const line = new LoneLine().join('2024-04-12 10:00', 't1');
        let now = moment('2024-04-12 10:00');
        for (const next of moves) {
          const latest = line.context.overdue?.period;
          const wasClimbing = line.ladder !== 'calm';
          const made = make(line, now, next);
          now = made.now;
          expectSound(line);
          if (made.filed !== null && made.filed === latest) {
            expect(line.armed).not.toHaveProperty('rung');
            expect(line.armed).not.toHaveProperty('issue');
            expect([...line.alerts]).toEqual([]);
            if (wasClimbing) seen.cured += 1;
          }
        }
        for (const rungs of claimedOf(line)) {
          const ladder = rungs[0] === ANSWER_RUNGS[0] ? ANSWER_RUNGS : RUNGS;
          expect(rungs).toEqual(ladder.slice(0, rungs.length));
          if (ladder === ANSWER_RUNGS) seen.unanswered += 1;
          seen.rungs += rungs.length;
          if (rungs.length === RUNGS.length) seen.topmost += 1;
        }
        seen.climbs += line.context.climbs;
        expect(inCivilTime(now) < '2026').toBe(true);
      }),
      { numRuns: process.env['LUOSHI_VERIFY'] === undefined ? 75 : 150, seed: 20240412 },
    );
    // The moves drawn do reach every part of the ladder, or nothing above would have been looked at.
    expect(seen.climbs).toBeGreaterThan(100);
    expect(seen.cured).toBeGreaterThan(30);
    expect(seen.topmost).toBeGreaterThan(10);
    expect(seen.unanswered).toBeGreaterThan(10);
  });

  it('keeps the gaps between the rungs, however late they come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5 * DAY }), { minLength: 4, maxLength: 20 }),
        (waits) => {
          const line = new LoneLine().join('2024-04-12 10:00', 't1');
          let now = moment('2024-04-19 09:00');
          line.until(now);
          for (const minutes of waits) {
            now = addMinutes(now, minutes);
            line.wakeAt(now);
          }
          const at = (rung: string): Instant | undefined =>
            line.taken.find(({ event }) => event.type === 'RUNG_DUE' && event.payload['rung'] === rung)?.event
              .at;
          const [chase, blue, yellow] = [at('chase'), at('blue'), at('yellow')];
          if (chase && blue) expect(minutesBetween(chase, blue)).toBeGreaterThanOrEqual(DAY);
          if (blue && yellow) expect(minutesBetween(blue, yellow)).toBeGreaterThanOrEqual(2 * DAY);
        },
      ),
      { numRuns: 100, seed: 7 },
    );
  });
});

const minutesBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 60_000;
