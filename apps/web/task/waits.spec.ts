import { describe, expect, it } from '@jest/globals';
import type { ArmedDeadline, DutyView, ReportView, TaskAsks, TaskView } from '#contract';
import { waitsOf } from './waits.js';

const FORESTRY = { id: 'u1', name: '区林业局' };
const FINANCE = { id: 'u2', name: '区财政局' };
type Told = Parameters<typeof waitsOf>[0];

const task = (told: Partial<Told> = {}): Told => ({
  state: 'inProgress',
  stateLabel: '推进中',
  leads: [FORESTRY],
  reports: [],
  armedDeadlines: [],
  matters: [],
  ...told,
});
const asks = (
  told: Partial<Pick<TaskAsks, 'parts' | 'duties'>> = {},
): Pick<TaskAsks, 'parts' | 'duties'> => ({
  parts: [],
  duties: [],
  ...told,
});
const clock = (told: Partial<ArmedDeadline>): ArmedDeadline => ({
  name: 'gate',
  label: '',
  subjectKind: 'task',
  unit: null,
  projectedAt: '2024-05-14T09:30:00.000Z',
  armedAt: '2024-05-09T01:00:00.000Z',
  calendarVersion: 1,
  overdue: false,
  segments: [],
  workingDays: null,
  limit: null,
  rule: { label: '', version: 1 },
  ...told,
});
const report = (period: string, filedAt: string, told: Partial<ReportView> = {}): ReportView => ({
  id: `${period}/${told.revision ?? 1}`,
  obligationId: period,
  period,
  periodLabel: period,
  unit: FORESTRY,
  revision: 1,
  progress: 10,
  noChange: false,
  done: '',
  problems: '',
  helpWanted: '',
  nextSteps: '',
  readings: [],
  filedBy: null,
  signedBy: null,
  filedAt,
  state: 'accepted',
  stateLabel: '',
  ...told,
});
const part = (told: Partial<DutyView> = {}): DutyView => ({
  id: 'd1',
  kind: 'part',
  label: '配合材料',
  plan: { id: 'p', title: '' },
  action: null,
  task: null,
  unit: FINANCE,
  askedBy: FORESTRY,
  period: '2024-Q2',
  periodLabel: '2024年第二季度',
  opensAt: '2024-06-25T00:30:00.000Z',
  dueAt: '2024-06-27T09:30:00.000Z',
  overdue: false,
  state: 'open',
  stateLabel: '待办理',
  words: '资金到位情况',
  returnReason: null,
  silentAt: null,
  record: null,
  indicators: [],
  allowedActions: [],
  version: 1,
  ...told,
});
const [MONDAY, TUESDAY, FRIDAY] = [
  '2024-04-15T02:00:00.000Z',
  '2024-04-23T02:00:00.000Z',
  '2024-05-10T02:00:00.000Z',
];

describe('who waits for whom on a task', () => {
  it('is nobody where nothing is owed, and nobody on a task that is over', () => {
    expect(waitsOf(task({ reports: [report('4月中旬', MONDAY)] }), asks())).toEqual([]);
    const over = task({ state: 'closed', reports: [report('4月中旬', MONDAY, { state: 'submitted' })] });
    expect(waitsOf(over, asks({ duties: [part()] }))).toEqual([]);
  });

  it('the lead for a part that is still owed, since it was asked for; then the other way until it is looked at', () => {
    const request = {
      id: 'r1',
      unit: FINANCE,
      askedBy: FORESTRY,
      cadenceLabel: '每季度',
      words: '资金到位情况',
      askedAt: MONDAY,
      withdrawnAt: null,
      mayWithdraw: false,
    };
    expect(waitsOf(task(), asks({ parts: [request], duties: [part()] }))).toMatchObject([
      { who: '区林业局', whom: '区财政局', since: MONDAY, dueAt: '2024-06-27T09:30:00.000Z' },
    ]);
    const given = part({
      state: 'submitted',
      silentAt: FRIDAY,
      record: { id: 'x', filedBy: null, filedAt: TUESDAY, body: {} },
    });
    expect(waitsOf(task(), asks({ parts: [request], duties: [given] }))).toMatchObject([
      { who: '区财政局', whom: '区林业局', since: TUESDAY, dueAt: FRIDAY },
    ]);
    expect(waitsOf(task(), asks({ duties: [part({ state: 'accepted' })] }))).toEqual([]);
  });

  it('the task-force office for a unit that is silent, once, as long as its ladder stands', () => {
    const line = { subjectKind: 'reportingLine', unit: FORESTRY } as const;
    const climbing = [clock({ ...line, name: 'rung' }), clock({ ...line, name: 'issue' })];
    expect(waitsOf(task({ armedDeadlines: climbing }), asks())).toMatchObject([
      { who: '专班办公室', whom: '区林业局', what: '填报逾期未报，已按单位催报督办', overdue: true },
    ]);
    // A card that is being answered says nothing of a report.
    expect(waitsOf(task({ armedDeadlines: [clock({ ...line, name: 'cardAnswer' })] }), asks())).toEqual([]);
  });

  it('the unit for the reviewer, from the filing on until silence counts as acceptance', () => {
    const silent = clock({
      name: 'silentAcceptance',
      subjectKind: 'obligation',
      unit: FORESTRY,
      armedAt: FRIDAY,
    });
    const filed = report('5月上旬', FRIDAY, { state: 'submitted' });
    expect(waitsOf(task({ reports: [filed], armedDeadlines: [silent] }), asks())).toMatchObject([
      { who: '区林业局', whom: '专班办公室', since: FRIDAY, dueAt: silent.projectedAt },
    ]);
  });

  it('the reviewer for the unit where a report was returned, and no longer once it is filed again', () => {
    const returned = report('5月上旬', TUESDAY, { state: 'returned' });
    expect(waitsOf(task({ reports: [returned] }), asks())).toMatchObject([
      { who: '专班办公室', whom: '区林业局', since: null },
    ]);
    const again = report('5月上旬', FRIDAY, { revision: 2, state: 'submitted' });
    expect(waitsOf(task({ reports: [again, returned] }), asks())).toMatchObject([
      { who: '区林业局', whom: '专班办公室' },
    ]);
  });

  it('who asks for help, since the first of the reports running that asked for it', () => {
    const reports = [
      report('5月上旬', FRIDAY, { helpWanted: '请协调林地审批' }),
      report('4月下旬', TUESDAY, { helpWanted: '请协调林地' }),
      report('4月中旬', MONDAY),
    ];
    expect(waitsOf(task({ reports }), asks())).toMatchObject([
      { who: '区林业局', whom: '专班', what: '请求协调：请协调林地审批', since: TUESDAY },
    ]);
    const solved = [report('5月中旬', '2024-05-20T02:00:00.000Z'), ...reports];
    expect(waitsOf(task({ reports: solved }), asks())).toEqual([]);
  });

  it('the lead at a gate, for the office of that gate and by its clock', () => {
    const closing = task({
      state: 'closing',
      stateLabel: '申请办结（督查核实）',
      armedDeadlines: [clock({ overdue: true })],
    });
    expect(waitsOf(closing, asks())).toMatchObject([
      { who: '区林业局', whom: '督查核实', since: '2024-05-09T01:00:00.000Z', overdue: true },
    ]);
  });

  it('the lead for the unit that it is blocked by; what ends by itself waits for nobody', () => {
    const matters: TaskView['matters'] = [
      { kind: 'blockage', label: '等待其他单位', words: '', waitsFor: '区财政局办理', since: TUESDAY },
      { kind: 'suspension', label: '暂缓', words: '', waitsFor: null, since: MONDAY },
    ];
    const armedDeadlines = [clock({ name: 'awaited' })];
    expect(waitsOf(task({ matters, armedDeadlines }), asks())).toMatchObject([
      { who: '区林业局', whom: '区财政局办理', what: '等待其他单位', since: TUESDAY },
    ]);
  });

  it('what falls due first comes first, and what has no time comes last', () => {
    const reports = [report('5月上旬', FRIDAY, { helpWanted: '请协调' })];
    const early = part({ id: 'd2', dueAt: '2024-05-20T09:30:00.000Z' });
    expect(waitsOf(task({ reports }), asks({ duties: [part(), early] })).map(({ key }) => key)).toEqual([
      'd2',
      'd1',
      'help-5月上旬/1',
    ]);
  });
});
