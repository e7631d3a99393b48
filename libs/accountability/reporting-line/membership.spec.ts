import { obligationIdOf, sittingIdOf, type Effect } from '#accountability';
import { LoneLine } from '#testing';

const aLine = (): LoneLine => new LoneLine().join('2024-04-12 10:00', 't1');

const obligation = (period: string, taskId: string): { kind: 'obligation'; id: string } => ({
  kind: 'obligation',
  id: obligationIdOf(sittingIdOf('line', period), taskId),
});
const excused = (period: string, taskId: string): Effect => ({
  type: 'forward',
  to: obligation(period, taskId),
  event: { type: 'EXCUSED', reason: '任务暂缓', keepsFiled: true },
});

describe('a task that joins a reporting line', () => {
  it('joins the sitting ahead before its window, and owes it unopened', () => {
    const line = aLine().join('2024-04-15 10:00', 't2');
    expect(line.effects).toEqual([
      {
        type: 'addObligation',
        period: '2024-04 中旬',
        taskId: 't2',
        dueAt: '2024-04-19T09:30:00.000Z',
        open: false,
      },
    ]);
  });

  it('joins the sitting in its window, and owes it open', () => {
    const line = aLine();
    line.until('2024-04-17T00:00:00.000Z');
    line.join('2024-04-17 09:00', 't2');
    expect(line.effects).toMatchObject([{ type: 'addObligation', taskId: 't2', open: true }]);
  });

  it('waits for the next sitting when too few working days are left', () => {
    const line = aLine();
    line.until('2024-04-18T00:00:00.000Z');
    line.join('2024-04-18 09:00', 't2');
    expect(line.effects).toEqual([]);
    expect(line.context.current?.taskIds).toEqual(['t1']);
    line.until('2024-04-19T09:30:00.000Z');
    expect(line.context.current?.taskIds).toEqual(['t1', 't2']);
  });

  it('waits for the next sitting when this one has been filed', () => {
    const line = aLine();
    line.until('2024-04-16T01:00:00.000Z');
    line.file('2024-04-16 10:00', '2024-04 中旬');
    line.join('2024-04-16 11:00', 't2');
    expect(line.effects).toEqual([]);
    expect(line.context.current?.taskIds).toEqual(['t1']);
    line.until('2024-04-19T09:30:00.000Z');
    expect(line.context.current?.taskIds).toEqual(['t1', 't2']);
  });

  it('owes nothing of what is overdue, and does not disturb the climb', () => {
    const line = aLine();
    line.until('2024-04-22T10:00:00.000Z');
    const before = line.context.climb;
    line.join('2024-04-22 18:00', 't2');
    expect(line.context.climb).toEqual(before);
    expect(line.context.overdue?.taskIds).toEqual(['t1']);
    expect(line.context.current).toMatchObject({ period: '2024-04 下旬', taskIds: ['t1', 't2'] });
  });

  it('joins also while a notice waits to be issued', () => {
    const line = aLine();
    line.until('2024-04-24T10:00:00.000Z');
    line.join('2024-04-25 09:00', 't2');
    expect(line.ladder).toBe('awaitingIssue');
    expect(line.context.current?.taskIds).toEqual(['t1', 't2']);
  });

  it('joins once', () => {
    const line = aLine();
    expect(line.ask({ type: 'TASK_JOINED', at: '2024-04-12T03:00:00.000Z', taskId: 't1' }).ok).toBe(false);
  });
});

describe('a task that leaves a reporting line', () => {
  it('is excused from the sitting ahead; the others still owe it', () => {
    const line = aLine().join('2024-04-12 10:05', 't2').leave('2024-04-15 10:00', 't1');
    expect(line.effects).toEqual([excused('2024-04 中旬', 't1')]);
    expect(line.context.current?.taskIds).toEqual(['t2']);
    expect(line.armed).toHaveProperty('sitting:due');
  });

  it('is excused from both what is overdue and what lies ahead', () => {
    const line = aLine().join('2024-04-12 10:05', 't2');
    line.until('2024-04-22T10:00:00.000Z');
    line.leave('2024-04-23 09:00', 't1');
    expect(line.effects).toEqual([excused('2024-04 下旬', 't1'), excused('2024-04 中旬', 't1')]);
    expect(line.ladder).toBe('climbing');
    expect(line.context.climb?.owed).toEqual([
      { period: '2024-04 中旬', dueAt: '2024-04-19T09:30:00.000Z', taskIds: ['t2'] },
    ]);
  });

  it('cures the climb where nothing else was owed', () => {
    const line = aLine();
    line.until('2024-04-17T00:00:00.000Z');
    line.until('2024-04-22T10:00:00.000Z');
    line.join('2024-04-22 18:00', 't2').leave('2024-04-23 09:00', 't1');
    expect(line.ladder).toBe('calm');
    expect(line.context).toMatchObject({ climb: null, overdue: null, taskIds: ['t2'] });
    expect(Object.keys(line.armed).filter((name) => !name.startsWith('sitting:'))).toEqual([]);
    expect([...line.alerts]).toEqual([]);
  });

  it('cures the climb also while a notice waits, and withdraws the draft', () => {
    const line = aLine();
    line.until('2024-04-24T10:00:00.000Z');
    line.leave('2024-04-25 09:00', 't1');
    expect(line.effects).toContainEqual({ type: 'cancelNotice', generation: 1 });
    expect(line.ladder).toBe('calm');
    expect(line.armed).toEqual({});
    expect([...line.alerts]).toEqual([]);
  });

  it('is released from what was filed: it stays, and is owed no more should it be returned', () => {
    const line = aLine();
    line.until('2024-04-16T01:00:00.000Z');
    line.file('2024-04-16 10:00', '2024-04 中旬');
    line.leave('2024-04-17 10:00', 't1');
    expect(line.effects).toEqual([excused('2024-04 中旬', 't1')]);
    line.until('2024-04-30T10:00:00.000Z');
    expect(line.armed).toEqual({});
    expect(line.context.current).toBeNull();
  });

  it('leaves the rhythm running for a task that waits for the next sitting', () => {
    const line = aLine();
    line.until('2024-04-18T00:00:00.000Z');
    line.join('2024-04-18 09:00', 't2').leave('2024-04-18 10:00', 't1');
    expect(line.until('2024-04-19T10:00:00.000Z')).toEqual([]); // nobody is reminded or chased
    expect(line.ladder).toBe('calm');
    expect(line.context.current).toMatchObject({ period: '2024-04 下旬', taskIds: ['t2'] });
  });

  it('leaves once', () => {
    const line = aLine();
    expect(line.ask({ type: 'TASK_LEFT', at: '2024-04-12T03:00:00.000Z', taskId: 't2', reason: '' }).ok).toBe(
      false,
    );
  });
});

describe('a task that comes back within the same ten days', () => {
  it('stays excused of them when it was the only one: it owes the next sitting', () => {
    const line = aLine().leave('2024-04-15 10:00', 't1').join('2024-04-16 10:00', 't1');
    expect(line.context.current).toMatchObject({ period: '2024-04 下旬', taskIds: ['t1'] });
    expect(line.until('2024-04-22T10:00:00.000Z')).toEqual([]);
    expect(line.ladder).toBe('calm');
  });

  it('stays excused of them when others go on: nobody waits for a report that cannot be filed', () => {
    const line = aLine()
      .join('2024-04-12 10:05', 't2')
      .leave('2024-04-15 10:00', 't1')
      .join('2024-04-16 10:00', 't1');
    expect(line.effects).toEqual([]);
    expect(line.context.current?.taskIds).toEqual(['t2']);
    line.until('2024-04-19T10:00:00.000Z');
    expect(line.context.overdue?.taskIds).toEqual(['t2']);
    expect(line.context.current?.taskIds).toEqual(['t2', 't1']);
  });

  it('stays excused also when the window was open', () => {
    const line = aLine();
    line.until('2024-04-16T02:00:00.000Z');
    line.leave('2024-04-16 11:00', 't1').join('2024-04-16 12:00', 't1');
    expect(line.context.current?.period).toBe('2024-04 下旬');
  });

  it('owes the sitting after it in full, with nothing remembered of what is over', () => {
    const line = aLine().leave('2024-04-15 10:00', 't1').join('2024-04-16 10:00', 't1');
    line.until('2024-05-06T01:00:00.000Z'); // due on 30 April and not filed
    expect(line.ladder).toBe('climbing');
    line.leave('2024-05-06 10:00', 't1').join('2024-05-06 11:00', 't1');
    expect(line.context.current?.period).toBe('2024-05 中旬'); // it left the beginning of May this morning
    expect(line.context.left.map(({ period }) => period)).toEqual(['2024-05 上旬']);
  });
});
