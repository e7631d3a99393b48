import { reportingLineIdOf, type Actor, type Effect } from '#accountability';
import type { CadenceEvery } from '#calendar';
import { LoneTask, moment } from '#testing';

type Forwarded = [every: string, unitId: string, type: string, finer?: boolean];

const LINES = new Map(
  ['u1', 'u2', 'u3'].flatMap((unitId) =>
    ['week', 'ten-day', 'month', 'quarter', 'half-year', 'year'].map(
      (every) => [reportingLineIdOf('plan', unitId, every), [every, unitId] as const] as const,
    ),
  ),
);

/** What the lines of the task's units were told. */
const told = (effects: readonly Effect[]): Forwarded[] =>
  effects.flatMap((effect): Forwarded[] => {
    if (effect.type !== 'forward' || effect.to.kind !== 'reportingLine') return [];
    const [every, unitId] = LINES.get(effect.to.id) ?? ['?', '?'];
    const finer = effect.event['finer'];
    return [
      typeof finer === 'boolean'
        ? [every, unitId, effect.event.type, finer]
        : [every, unitId, effect.event.type],
    ];
  });

function inProgress(reportsEvery: CadenceEvery[], leadUnitIds = ['u1']): LoneTask {
  const task = new LoneTask({ leadUnitIds, reportsEvery });
  task.at('2024-04-11 09:00', 'CONFIRMED');
  task.at('2024-04-12 10:00', 'DISPATCHED');
  for (const unitId of leadUnitIds) task.at('2024-04-15 09:00', 'SIGNED', { unitId });
  return task;
}

const change = (task: LoneTask, on: string, ...reportsEvery: CadenceEvery[]): Effect[] =>
  task.at(on, 'CADENCES_CHANGED', { reportsEvery, reason: '按季调度即可' });

const reported = (task: LoneTask, on: string, period: string, progress: number, expected: number): Effect[] =>
  task.at(on, 'PROGRESS_REPORTED', { unitId: 'u1', period, progress, expected });

describe('a task of several rhythms', () => {
  it('joins a line of its unit for each, and says on the coarser ones that there is a finer', () => {
    const task = inProgress(['ten-day', 'quarter', 'year']);
    expect(told(task.effects)).toEqual([
      ['ten-day', 'u1', 'TASK_JOINED'],
      ['quarter', 'u1', 'TASK_JOINED', true],
      ['year', 'u1', 'TASK_JOINED', true],
    ]);
  });

  it('leaves them all when it is suspended, disputed or withdrawn, and joins them all when it goes on', () => {
    const task = inProgress(['ten-day', 'quarter'], ['u1', 'u2']);
    task.at('2024-05-06 10:00', 'SUSPENDED', { reason: '汛期', until: '2024-05-31' });
    expect(told(task.effects).map(([every, unitId]) => [every, unitId])).toEqual([
      ['ten-day', 'u1'],
      ['quarter', 'u1'],
      ['ten-day', 'u2'],
      ['quarter', 'u2'],
    ]);
    task.at('2024-05-20 10:00', 'RESUMED');
    expect(told(task.effects).map(([every, , type]) => [every, type])).toEqual([
      ['ten-day', 'TASK_JOINED'],
      ['quarter', 'TASK_JOINED'],
      ['ten-day', 'TASK_JOINED'],
      ['quarter', 'TASK_JOINED'],
    ]);
    expect(told(task.at('2024-05-21 10:00', 'WITHDRAWN', { reason: '合并' }))).toHaveLength(4);
  });

  it('hands all its lines over with its lead, and on to a successor', () => {
    const task = inProgress(['ten-day', 'quarter']);
    task.at('2024-05-06 10:00', 'LEAD_CHANGED', { unitIds: ['u2'], reason: '机构调整' });
    task.at('2024-05-07 10:00', 'HANDED_OVER', { unitId: 'u1', statement: '已移交' });
    expect(told(task.at('2024-05-07 11:00', 'TAKEN_OVER', { unitId: 'u2' }))).toEqual([
      ['ten-day', 'u1', 'TASK_LEFT'],
      ['quarter', 'u1', 'TASK_LEFT'],
      ['ten-day', 'u2', 'TASK_JOINED'],
      ['quarter', 'u2', 'TASK_JOINED', true],
    ]);
    const succeeded = task.at('2024-06-03 10:00', 'UNIT_SUCCEEDED', {
      fromUnitId: 'u2',
      toUnitId: 'u3',
      reason: '更名',
    });
    expect(told(succeeded).map(([every, unitId, type]) => [every, unitId, type])).toEqual([
      ['ten-day', 'u2', 'TASK_LEFT'],
      ['quarter', 'u2', 'TASK_LEFT'],
      ['ten-day', 'u3', 'TASK_JOINED'],
      ['quarter', 'u3', 'TASK_JOINED'],
    ]);
  });

  it('joins its lines again when it is reopened', () => {
    const task = inProgress(['month', 'quarter']);
    task.at('2024-06-03 10:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '已完成' });
    for (const gate of ['taskForceReview', 'verification', 'approval'])
      task.at('2024-06-04 10:00', 'GATE_PASSED', { gate, finding: '属实' });
    expect(told(task.effects).map(([every, , type]) => [every, type])).toEqual([
      ['month', 'TASK_LEFT'],
      ['quarter', 'TASK_LEFT'],
    ]);
    expect(told(task.at('2024-09-02 10:00', 'REOPENED', { reason: '反弹' }))).toHaveLength(2);
  });

  it('tells its coarser lines what was reported in a finer rhythm, and no finer line what in a coarser one', () => {
    const task = inProgress(['ten-day', 'month', 'quarter']);
    expect(told(reported(task, '2024-04-29 10:00', '2024-04 下旬', 20, 12))).toEqual([
      ['month', 'u1', 'FINER_REPORT_FILED'],
      ['quarter', 'u1', 'FINER_REPORT_FILED'],
    ]);
    expect(told(reported(task, '2024-05-06 10:00', '2024-04', 20, 12))).toEqual([
      ['quarter', 'u1', 'FINER_REPORT_FILED'],
    ]);
    expect(told(reported(task, '2024-07-03 10:00', '2024-Q2', 30, 30))).toEqual([]);
  });
});

describe('cadences that headquarters changes while the task lives', () => {
  it('take it off the lines that are gone and onto those that come', () => {
    const task = inProgress(['ten-day']);
    expect(told(change(task, '2024-05-06 10:00', 'ten-day', 'quarter'))).toEqual([
      ['quarter', 'u1', 'TASK_JOINED', true],
    ]);
    expect(told(change(task, '2024-05-07 10:00', 'quarter', 'year'))).toEqual([
      ['ten-day', 'u1', 'TASK_LEFT'],
      ['quarter', 'u1', 'RHYTHMS_CHANGED', false],
      ['year', 'u1', 'TASK_JOINED', true],
    ]);
    expect(told(change(task, '2024-05-08 10:00', 'week', 'quarter', 'year'))).toEqual([
      ['quarter', 'u1', 'RHYTHMS_CHANGED', true],
      ['week', 'u1', 'TASK_JOINED'],
    ]);
    expect(task.context.reportsEvery).toEqual(['week', 'quarter', 'year']);
  });

  it('are told to the units that have signed, where the rhythms are others', () => {
    const task = inProgress(['ten-day'], ['u1', 'u2']);
    const messages = (effects: readonly Effect[]): string[] =>
      effects.flatMap((effect) => (effect.type === 'notify' ? [`${effect.message} ${effect.unitId}`] : []));
    expect(messages(change(task, '2024-05-06 10:00', 'month'))).toEqual([
      'cadencesChanged u1',
      'cadencesChanged u2',
    ]);
    expect(messages(change(task, '2024-05-07 10:00', 'month'))).toEqual([]);
  });

  it('wait while it stands on no line, and hold when it joins', () => {
    const task = inProgress(['ten-day']);
    task.at('2024-05-06 10:00', 'SUSPENDED', { reason: '汛期', until: '2024-05-31' });
    expect(told(change(task, '2024-05-07 10:00', 'month'))).toEqual([]);
    expect(told(task.at('2024-05-20 10:00', 'RESUMED'))).toEqual([['month', 'u1', 'TASK_JOINED']]);
  });

  it('can be changed from its draft on until it is over, by headquarters alone', () => {
    const task = new LoneTask();
    const event = { reportsEvery: ['month'], reason: '' };
    expect(told(task.at('2024-04-10 09:00', 'CADENCES_CHANGED', event))).toEqual([]);
    task.at('2024-04-11 09:00', 'CONFIRMED');
    task.at('2024-04-12 10:00', 'DISPATCHED');
    expect(task.allows('2024-04-12 11:00', 'CADENCES_CHANGED', event)).toBe(true);
    const liaison: Actor = {
      personId: 'p1',
      unitId: 'u1',
      roles: [{ role: 'liaison', scopeKind: 'unit', scopeId: 'u1' }],
    };
    expect(
      task.ask({ type: 'CADENCES_CHANGED', at: moment('2024-04-12 11:00'), ...event }, liaison),
    ).toMatchObject({ ok: false, rejection: { code: 'NotPermitted' } });
    task.at('2024-04-13 10:00', 'WITHDRAWN', { reason: '合并' });
    expect(task.allows('2024-04-14 10:00', 'CADENCES_CHANGED', event)).toBe(false);
  });

  it('name one rhythm at least, and none that there is not', () => {
    const task = inProgress(['ten-day']);
    const allows = (reportsEvery: string[]): boolean =>
      task.allows('2024-05-06 10:00', 'CADENCES_CHANGED', { reportsEvery, reason: '' });
    expect([allows([]), allows(['day']), allows(['quarter', 'month'])]).toEqual([false, false, true]);
  });
});

describe('periods running behind', () => {
  const behind = (task: LoneTask): string[] => task.context.behindOf['u1'] ?? [];

  it('are counted in the finest rhythm alone: the same lag told by month and quarter counts once', () => {
    const task = inProgress(['ten-day', 'month', 'quarter']);
    reported(task, '2024-06-20 10:00', '2024-06 中旬', 5, 30);
    reported(task, '2024-06-28 10:00', '2024-06 下旬', 6, 33);
    reported(task, '2024-07-01 10:00', '2024-06', 6, 34);
    reported(task, '2024-07-03 10:00', '2024-Q2', 6, 35);
    expect(behind(task)).toEqual(['2024-06 中旬', '2024-06 下旬']);
    expect(task.context).toMatchObject({ progress: 6, expected: 35 });
  });

  it('do not begin with a coarser report: its lag is shown, the count waits for the finest', () => {
    const task = inProgress(['ten-day', 'quarter']);
    reported(task, '2024-07-03 10:00', '2024-Q2', 6, 35);
    expect([behind(task), task.schedule]).toEqual([[], 'seriouslyBehind']);
    reported(task, '2024-07-10 10:00', '2024-07 上旬', 7, 37);
    expect(behind(task)).toEqual(['2024-07 上旬']);
  });

  it('end with a report that is not behind, in whatever rhythm', () => {
    const task = inProgress(['ten-day', 'quarter']);
    reported(task, '2024-06-28 10:00', '2024-06 下旬', 6, 33);
    reported(task, '2024-07-03 10:00', '2024-Q2', 34, 35);
    expect(behind(task)).toEqual([]);
  });

  it('are counted by the quarter where a task is reported on by the quarter alone', () => {
    const task = inProgress(['quarter']);
    reported(task, '2024-07-03 10:00', '2024-Q2', 6, 35);
    reported(task, '2024-10-10 10:00', '2024-Q3', 20, 70);
    expect(behind(task)).toEqual(['2024-Q2', '2024-Q3']);
  });

  it('go on being counted when the finest rhythm becomes another', () => {
    const task = inProgress(['ten-day', 'month']);
    reported(task, '2024-06-20 10:00', '2024-06 中旬', 5, 30);
    change(task, '2024-06-21 10:00', 'month');
    reported(task, '2024-07-01 10:00', '2024-06', 6, 34);
    expect(behind(task)).toEqual(['2024-06 中旬', '2024-06']);
  });
});
