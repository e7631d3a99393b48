import fc from 'fast-check';
import { LoneDutyLine, moment } from '#testing';
import { obligationIdOf, sittingIdOf, type Effect } from '../index.js';

const MONTH = '2024-05';
const JUNE = '2024-06';
const toOwed = (period: string, itemId: string) => ({
  kind: 'obligation',
  id: obligationIdOf(sittingIdOf('line', period), itemId),
});
const forwards = (effects: readonly Effect[]) => effects.filter((effect) => effect.type === 'forward');

/** The conveners' meetings of two actions of one unit; both live since the last day of April. */
const meetings = (): LoneDutyLine =>
  new LoneDutyLine('dispatchMeeting', 'month')
    .join('2024-04-30 10:00', 't1', 'A1')
    .join('2024-04-30 10:00', 't2', 'A2');

describe('the line of a duty', () => {
  it('plans one sitting for all actions that the unit leads, in the period ahead', () => {
    const line = meetings();
    expect(line.context.current).toMatchObject({ period: MONTH, taskIds: ['A1', 'A2'], open: false });
    expect(line.armed).toMatchObject({
      'sitting:due': '2024-05-31 17:30',
      'sitting:opens': '2024-05-01 08:00',
    });
  });

  it('skips a first period of which too little is left', () => {
    const line = new LoneDutyLine('dispatchMeeting', 'month').join('2024-05-28 10:00', 't1', 'A1');
    expect(line.context.current?.period).toBe(JUNE);
  });

  it('a second task of an action only keeps it going: nothing more is owed', () => {
    const line = meetings().join('2024-05-06 10:00', 't3', 'A1');
    expect(line.effects).toEqual([]);
    expect(line.context.items.find(({ id }) => id === 'A1')?.live).toEqual(['t1', 't3']);
    expect(line.leave('2024-05-07 10:00', 't1')).toEqual([]);
    expect(line.context.taskIds).toContain('A1');
  });

  it('a task that joins twice is refused the second time', () => {
    const line = meetings();
    expect(() => line.join('2024-05-06 10:00', 't1', 'A1')).toThrow('EventNotAllowed');
  });

  it('is filed item by item; with the last one the sitting is', () => {
    const line = meetings();
    line.until(moment('2024-05-06 09:00'));
    expect(line.fulfil('2024-05-20 16:00', MONTH, 'A1')).toEqual([]);
    expect(line.context.current).toMatchObject({ filedAt: null, fulfilled: ['A1'] });
    expect(line.fulfil('2024-05-21 16:00', MONTH, 'A2')).toContainEqual({
      type: 'fileSitting',
      period: MONTH,
      filedAt: moment('2024-05-21 16:00'),
    });
    expect(line.until(moment('2024-05-31 18:00'))).toEqual([]); // nobody is reminded or chased
    expect(line.ladder).toBe('calm');
    expect(() => line.fulfil('2024-05-31 18:00', MONTH, 'A2')).toThrow('EventNotAllowed');
  });

  it('reminds of, and climbs for, what is not done, and for nothing else', () => {
    const line = meetings();
    line.until(moment('2024-05-06 09:00'));
    line.fulfil('2024-05-20 16:00', MONTH, 'A1');
    line.until(moment('2024-05-24 10:00'));
    const reminded = line.taken.flatMap(({ effects }) => effects).find(({ type }) => type === 'notify');
    expect(reminded).toMatchObject({ message: 'dutyReminder', facts: { owed: [{ taskIds: ['A2'] }] } });
    line.until(moment('2024-05-31 18:00'));
    expect(line.ladder).toBe('climbing');
    expect(line.context.climb?.owed).toMatchObject([{ period: MONTH, taskIds: ['A2'] }]);
  });

  it('goes up by its own ladder, without notice or card, and is cured by the last item', () => {
    const line = meetings();
    expect(line.until(moment('2024-06-05 18:00'))).toEqual([
      '2024-05-24 09:00 dutyReminder',
      '2024-05-31 17:30 dutyOverdue',
      '2024-06-03 17:30 dutyOverdue',
      '2024-06-05 17:30 dutyOverdue',
    ]);
    expect(line.taken.flatMap(({ effects }) => effects).some(({ type }) => type === 'draftNotice')).toBe(
      false,
    );
    expect(line.context.cards).toEqual([]);
    line.fulfil('2024-06-06 09:00', MONTH, 'A1');
    expect(line.ladder).toBe('climbing');
    expect(line.context.climb?.owed).toMatchObject([{ taskIds: ['A2'] }]);
    line.fulfil('2024-06-06 10:00', MONTH, 'A2');
    expect(line.ladder).toBe('calm');
    expect(line.armed).not.toHaveProperty('rung');
  });

  it('what is missed when the next period falls due is missed, also where it was filed and returned', () => {
    const line = meetings();
    line.until(moment('2024-05-06 09:00'));
    line.fulfil('2024-05-20 16:00', MONTH, 'A1');
    line.until(moment('2024-06-28 18:00'));
    const due = line.taken.find(
      ({ event }) => event.type === 'SITTING_DUE' && event.payload['period'] === JUNE,
    );
    const next = { type: 'NEXT_PERIOD_DUE' };
    expect(forwards(due?.effects ?? [])).toEqual([
      { type: 'forward', to: toOwed(MONTH, 'A1'), event: next },
      { type: 'forward', to: toOwed(MONTH, 'A2'), event: next },
    ]);
  });
});

describe('an action that nothing keeps going any more', () => {
  it('owes what it owes for a period that has begun, and nothing after it', () => {
    const line = meetings();
    expect(line.leave('2024-05-15 10:00', 't1')).toEqual([]);
    expect(line.context.current?.taskIds).toEqual(['A1', 'A2']);
    line.until(moment('2024-05-31 18:00'));
    expect(line.context.current).toMatchObject({ period: JUNE, taskIds: ['A2'] });
    expect(line.context.overdue?.taskIds).toEqual(['A1', 'A2']);
  });

  it('is excused from a period that has not begun', () => {
    const line = meetings();
    expect(forwards(line.leave('2024-04-30 17:00', 't1'))).toEqual([
      {
        type: 'forward',
        to: toOwed(MONTH, 'A1'),
        event: { type: 'EXCUSED', reason: '任务已销号', keepsFiled: true },
      },
    ]);
    expect(line.context.current?.taskIds).toEqual(['A2']);
  });

  it('with the last one the line ends when its period does: no clock runs', () => {
    const line = meetings();
    line.leave('2024-05-15 10:00', 't1');
    line.leave('2024-05-15 10:00', 't2');
    line.until(moment('2024-05-20 09:00'));
    line.fulfil('2024-05-20 16:00', MONTH, 'A1');
    line.fulfil('2024-05-20 16:00', MONTH, 'A2');
    line.until(moment('2024-12-31 18:00'));
    expect(line.armed).toEqual({});
    expect(line.context).toMatchObject({ current: null, overdue: null, climb: null });
  });

  it('goes on from there when a task of it comes alive again in the same period', () => {
    const line = meetings();
    line.leave('2024-05-15 10:00', 't1');
    line.join('2024-05-16 10:00', 't1', 'A1');
    expect(line.context.current?.taskIds).toEqual(['A1', 'A2']);
    line.until(moment('2024-05-31 18:00'));
    expect(line.context.current?.taskIds.toSorted()).toEqual(['A1', 'A2']);
  });
});

describe('a part that a lead unit asked for', () => {
  const part = { kind: 'task', refId: 'task', askedByUnitId: 'lead' } as const;
  const parts = (once = false): LoneDutyLine =>
    new LoneDutyLine('supportPart', 'quarter').join('2024-04-30 10:00', 'task', 'asked', { ...part, once });

  it('is owed one working day before the whole', () => {
    expect(parts().armed).toMatchObject({ 'sitting:due': '2024-07-02 17:30' }); // reports of the quarter: 3 July
  });

  it('leaves with its task at once, and is excused', () => {
    const line = parts();
    expect(forwards(line.leave('2024-06-25 10:00', 'task'))).toMatchObject([
      { event: { type: 'EXCUSED', reason: '任务已销号' } },
    ]);
    expect(line.armed).toEqual({});
  });

  it('that is withdrawn while it is overdue ends the climb', () => {
    const line = parts();
    line.until(moment('2024-07-02 18:00'));
    expect(line.ladder).toBe('climbing');
    line.withdraw('2024-07-03 10:00', 'asked');
    expect(line.ladder).toBe('calm');
    expect(line.context.overdue).toBeNull();
  });

  it('for one period alone is not asked for again', () => {
    const line = parts(true);
    line.until(moment('2024-07-02 18:00'));
    expect(line.context).toMatchObject({ current: null, taskIds: [], overdue: { taskIds: ['asked'] } });
    line.fulfil('2024-07-03 09:00', '2024-Q2', 'asked');
    expect(line.ladder).toBe('calm');
    expect(line.armed).toEqual({});
  });

  it('for a task’s life is asked for every quarter', () => {
    const line = parts();
    line.until(moment('2024-07-02 18:00'));
    expect(line.context.current).toMatchObject({ period: '2024-Q3', taskIds: ['asked'] });
  });
});

describe('whatever happens to the line of a duty, in whatever order', () => {
  const act = fc.record({
    days: fc.integer({ min: 0, max: 12 }),
    what: fc.constantFrom('join', 'leave', 'fulfil', 'nothing'),
    task: fc.constantFrom('t1', 't2', 't3'),
  });
  const ACTION: Record<string, string> = { t1: 'A1', t2: 'A1', t3: 'A2' };

  it('holds together: one entry an item, a due clock while something lies ahead, a climb only for what is owed', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const line = new LoneDutyLine('tenDayLedger', 'ten-day');
        let at = moment('2024-04-30 10:00');
        const live = new Set<string>();
        for (const { days, what, task } of acts) {
          at = new Date(Date.parse(at) + days * 86_400_000 + 3_600_000).toISOString();
          line.until(at);
          const item = ACTION[task] ?? '';
          const about = {
            id: item,
            kind: 'action',
            refId: item,
            actionCode: item,
            askedByUnitId: null,
            once: false,
          };
          const { current, overdue } = line.context;
          const event =
            what === 'join'
              ? { type: 'ITEM_JOINED', at, taskId: task, item: about }
              : what === 'leave'
                ? { type: 'ITEM_LEFT', at, taskId: task, itemId: null, reason: '办结' }
                : { type: 'ITEM_FULFILLED', at, period: (overdue ?? current)?.period ?? '', itemId: item };
          const taken = what !== 'nothing' && line.ask(event).ok;
          if (taken) line.send(event);
          if (what === 'join') expect(taken).toBe(!live.has(task));
          if (what === 'leave') expect(taken).toBe(live.has(task));
          if (taken && what === 'join') live.add(task);
          if (taken && what === 'leave') live.delete(task);
          holdsTogether(line, live, ACTION);
        }
      }),
      { numRuns: 150 },
    );
  });
});

function holdsTogether(
  line: LoneDutyLine,
  live: ReadonlySet<string>,
  action: Readonly<Record<string, string>>,
): void {
  const { taskIds, items, current, overdue, climb } = line.context;
  const wanted = [...new Set([...live].map((task) => action[task] ?? ''))].sort();
  expect([...taskIds].sort()).toEqual(wanted);
  for (const sitting of [current, overdue]) {
    if (!sitting) continue;
    expect(new Set(sitting.taskIds).size).toBe(sitting.taskIds.length);
    expect(sitting.taskIds.every((id) => items.some((item) => item.id === id))).toBe(true);
  }
  expect(line.clocks.has('sitting:due')).toBe(current !== null);
  expect(line.ladder === 'climbing').toBe(climb !== null);
  if (climb !== null) {
    expect(climb.owed.length).toBeGreaterThan(0);
    expect(climb.owed.every((sitting) => sitting.taskIds.length > 0)).toBe(true);
  }
  expect(line.dropped).toEqual([]);
}
