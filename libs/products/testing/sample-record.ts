import {
  addDays,
  epochMsOf,
  instantFrom,
  instantOf,
  nextPeriod,
  periodFromKey,
  previousPeriod,
  type Period,
} from '#calendar';
import type {
  Checkpoint,
  FilingRecord,
  PeriodRecord,
  ProductScope,
  Standing,
  TaskRecord,
} from '../facts/period-record.js';

export const endOf = (period: Period): string =>
  instantFrom(epochMsOf(instantOf(addDays(period.end, 1), '00:00')) - 1);

export const checkpointOf = (period: Period): Checkpoint => ({
  key: period.key,
  label: period.label,
  from: instantOf(period.start, '00:00'),
  at: endOf(period),
});

export const standing = (more: Partial<Standing> = {}): Standing => ({
  state: 'inProgress',
  leadUnitIds: ['u1'],
  progress: 40,
  lag: -3,
  schedule: 'onTrack',
  deadlineOn: '2024-12-31',
  pastDeadline: false,
  blocked: null,
  dispute: null,
  suspendedUntil: null,
  ...more,
});

export const task = (id: string, more: Partial<TaskRecord> = {}): TaskRecord => ({
  id,
  code: `A1-${id.replace(/\D/gu, '').padStart(2, '0')}`,
  title: `任务之${id}`,
  actionId: 'a1',
  originalDeadlineOn: '2024-12-31',
  indicators: [],
  said: { done: '完成前期工作', problems: '', nextSteps: '' },
  stood: [standing({ progress: 30 }), standing()],
  ...more,
});

export const filing = (id: string, more: Partial<FilingRecord> = {}): FilingRecord => ({
  id,
  taskId: 't1',
  unitId: 'u1',
  dueAt: '2024-05-20T09:30:00.000Z',
  outcome: 'onTime',
  filedAt: '2024-05-20T02:00:00.000Z',
  ...more,
});

export const LEVELS = [
  { id: 'blue', label: '提醒函', card: false, rank: 1 },
  { id: 'yellow', label: '黄牌', card: true, rank: 2 },
  { id: 'red', label: '红牌', card: true, rank: 3 },
];

/** A month of a plan with two actions and four units; whatever a test is about is given in `more`. */
export function sampleRecord(key: string, more: Partial<PeriodRecord> = {}): PeriodRecord {
  const period = periodFromKey(key);
  const scope: ProductScope = { per: 'plan' };
  return {
    jurisdiction: '示例区',
    plan: { id: 'p1', title: '示例区“八大行动”实施方案', documentNumber: '示政办发〔2024〕2号' },
    scope,
    period,
    asOf: endOf(period),
    issue: {
      issuer: '示例区“八大行动”指挥部办公室',
      addressees: ['各工作专班', '各牵头单位'],
      copiesTo: ['指挥长', '副指挥长'],
      printedBy: '示例区“八大行动”指挥部办公室',
      on: nextPeriod(period).start,
    },
    checkpoints: [checkpointOf(previousPeriod(period)), checkpointOf(period)],
    actions: [
      { id: 'a1', code: 'A1', name: '产业提升行动', office: '区发展和改革局' },
      { id: 'a2', code: 'A2', name: '环境整治行动', office: null },
    ],
    units: [
      { id: 'u1', name: '区发展和改革局' },
      { id: 'u2', name: '区教育局' },
      { id: 'u3', name: '区民政局' },
      { id: 'u4', name: '区林业局' },
    ],
    tasks: [task('t1')],
    filings: [filing('f1')],
    cards: [],
    findings: [],
    meetings: [],
    levels: LEVELS,
    behindFrom: 10,
    ...more,
  };
}

/** A month in which a little of everything happened. */
export const busyMonth = (): PeriodRecord =>
  sampleRecord('2024-05', {
    tasks: [
      task('t1', {
        helpWanted: [
          { unitId: 'u1', words: '请区自然资源局5月底前出具用地预审意见。' },
          // Of who led it before, and does no more: not asked by those who answer for it now.
          { unitId: 'u2', words: '已不再牵头' },
        ],
        stood: [standing({ lag: 12, schedule: 'behind' }), standing({ lag: 2 })],
      }),
      task('t2', {
        title: '建设3个科普教育基地；',
        stood: [
          standing({ leadUnitIds: ['u2'] }),
          standing({ leadUnitIds: ['u2'], state: 'closed', progress: 100 }),
        ],
      }),
      task('t3', {
        helpWanted: [{ unitId: 'u3', words: '配套资金缺口200万元，请“区财政局”统筹；' }],
        stood: [
          standing({ leadUnitIds: ['u3'], lag: 11, schedule: 'behind' }),
          standing({ leadUnitIds: ['u3'], lag: 24.5, schedule: 'seriouslyBehind', progress: 10 }),
        ],
      }),
      task('t4', {
        actionId: 'a2',
        code: 'A2-01',
        stood: [
          standing({ leadUnitIds: ['u4'] }),
          standing({
            leadUnitIds: ['u4'],
            lag: 13,
            schedule: 'behind',
            progress: 21,
            deadlineOn: '2024-06-20',
          }),
        ],
      }),
      task('t5', {
        actionId: 'a2',
        code: 'A2-02',
        stood: [
          standing({ state: 'confirmed', leadUnitIds: [], progress: null, lag: null }),
          standing({
            state: 'dispatched',
            leadUnitIds: ['u4'],
            progress: null,
            lag: null,
            pastDeadline: true,
            deadlineOn: '2024-05-25',
          }),
        ],
      }),
      task('t6', {
        actionId: 'a2',
        code: 'A2-03',
        stood: [null, standing({ state: 'confirmed', leadUnitIds: [], progress: null, lag: null })],
      }),
    ],
    filings: [
      filing('f0', { dueAt: '2024-04-30T09:30:00.000Z' }),
      filing('f1'),
      filing('f2', { unitId: 'u2', taskId: 't2' }),
      filing('f3', { unitId: 'u3', taskId: 't3', outcome: 'missed', filedAt: null }),
      filing('f4', {
        unitId: 'u3',
        taskId: 't3',
        outcome: 'silent',
        filedAt: null,
        dueAt: '2024-05-31T09:30:00.000Z',
      }),
      filing('f5', { unitId: 'u4', taskId: 't4', outcome: 'late', filedAt: '2024-05-21T02:00:00.000Z' }),
    ],
    cards: [
      {
        id: 'n1',
        unitId: 'u3',
        level: 'blue',
        paper: 'reminderLetter',
        number: '示督提〔2024〕1号',
        title: '关于填报的提醒函',
        issuedAt: '2024-05-21T01:00:00.000Z',
        rescindedAt: null,
        taskIds: ['t3'],
      },
      {
        id: 'n2',
        unitId: 'u3',
        level: 'yellow',
        paper: 'supervisionNotice',
        number: '示督办〔2024〕1号',
        title: '关于填报的督办单',
        issuedAt: '2024-05-23T01:00:00.000Z',
        rescindedAt: null,
        taskIds: ['t3'],
      },
      {
        id: 'n3',
        unitId: 'u4',
        level: 'blue',
        paper: 'reminderLetter',
        number: '示督提〔2024〕2号',
        title: '关于填报的提醒函',
        issuedAt: '2024-05-22T01:00:00.000Z',
        rescindedAt: '2024-05-24T01:00:00.000Z',
        taskIds: ['t4'],
      },
    ],
    findings: [
      {
        id: 'v1',
        taskId: 't1',
        unitId: 'u1',
        finding: 'true',
        words: '现场查看属实',
        foundAt: '2024-05-22T01:00:00.000Z',
        done: '建成2条生产线，签订订单15份，并把做法印发全区。',
        corrected: false,
      },
      {
        id: 'v2',
        taskId: 't3',
        unitId: 'u3',
        finding: 'untrue',
        words: '未开工',
        foundAt: '2024-05-23T01:00:00.000Z',
        done: '已开工',
        corrected: true,
      },
    ],
    meetings: [
      { id: 'm1', actionId: 'a1', dueAt: '2024-05-31T09:30:00.000Z', held: true },
      { id: 'm2', actionId: 'a2', dueAt: '2024-05-31T09:30:00.000Z', held: false },
    ],
  });

/** A second quarter after a first, with indicators, a tie among units and somebody on either list. */
export const busyQuarter = (): PeriodRecord => {
  const month = busyMonth();
  const [first, second] = [periodFromKey('2024-Q1'), periodFromKey('2024-Q2')];
  return sampleRecord('2024-Q2', {
    ...month,
    period: second,
    asOf: endOf(second),
    issue: { ...month.issue, on: '2024-07-01' },
    checkpoints: [checkpointOf(first), checkpointOf(second)],
    filings: [...month.filings, filing('f9', { dueAt: '2024-03-20T09:30:00.000Z', outcome: 'late' })],
    tasks: month.tasks.map((one, index) =>
      index > 1
        ? one
        : {
            ...one,
            indicators: [
              {
                position: 0,
                name: '新增就业',
                target: '≥200人',
                reading: index === 0 ? '150人' : '220人',
                reached: index === 1,
              },
              { position: 1, name: '达标率', target: '＝100%', reading: null, reached: null },
            ],
          },
    ),
  });
};
