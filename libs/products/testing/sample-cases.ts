import type { RankedScore } from '#scoring';
import type { AssessmentRecord } from '../facts/assessment-facts.js';
import type { CaseRecord, CaseStep } from '../facts/case-facts.js';
import type { MeetingRecordFacts } from '../facts/meeting-facts.js';
import { busyMonth, filing, LEVELS, standing } from './sample-record.js';

const { plan, issue, units } = busyMonth();

const step = (seq: number, type: string, at: string, more: Partial<CaseStep> = {}): CaseStep => ({
  seq,
  type,
  at,
  unitId: null,
  words: '',
  progress: null,
  on: null,
  ...more,
});

export const sampleCase = (more: Partial<CaseRecord> = {}): CaseRecord => ({
  plan,
  action: '产业提升行动',
  task: { id: 't3', code: 'A1-03', title: '新建2个停车场。', originalDeadlineOn: '2024-05-25' },
  asOf: '2024-05-31T15:59:59.999Z',
  issue,
  stood: standing({
    leadUnitIds: ['u3'],
    progress: 10,
    lag: 24.5,
    schedule: 'seriouslyBehind',
    deadlineOn: '2024-06-20',
    blocked: { byUnitId: 'u4', accepted: true, reason: '等待林地审批' },
  }),
  units,
  steps: [
    step(1, 'DRAFTED', '2024-04-01T01:00:00.000Z'),
    step(2, 'CONFIRMED', '2024-04-01T02:00:00.000Z'),
    step(3, 'DISPATCHED', '2024-04-02T01:00:00.000Z'),
    step(4, 'SIGNED', '2024-04-03T01:00:00.000Z', { unitId: 'u3' }),
    step(5, 'EXTENDED', '2024-05-10T01:00:00.000Z', { on: '2024-06-20', words: '汛期停工' }),
    step(6, 'BLOCKED', '2024-05-12T01:00:00.000Z', { unitId: 'u3', words: '等待林地审批。' }),
    step(7, 'VERIFICATION_FOUND', '2024-05-23T01:00:00.000Z', { unitId: 'u3', words: '未开工' }),
  ],
  filings: [
    { ...filing('f1', { unitId: 'u3', taskId: 't3' }), period: '2024年5月中旬' },
    {
      ...filing('f2', { unitId: 'u3', taskId: 't3', outcome: 'silent', filedAt: null }),
      period: '2024年5月下旬',
    },
  ],
  cards: busyMonth().cards.filter(({ unitId }) => unitId === 'u3'),
  findings: busyMonth().findings.filter(({ unitId }) => unitId === 'u3'),
  levels: LEVELS,
  ...more,
});

export const sampleMeeting = (more: Partial<MeetingRecordFacts> = {}): MeetingRecordFacts => ({
  id: 'm1',
  plan,
  action: '产业提升行动',
  period: '2024年5月',
  issue,
  heldOn: '2024-05-28',
  chairedBy: '专班召集人',
  attended: ['区发展和改革局', '区教育局'],
  decisions: ['停车场用地由区林业局于6月10日前办结。', '滞后任务每周调度1次'],
  note: '',
  tasks: [{ id: 't9', code: 'A1-19', decision: 0 }],
  ...more,
});

export const score = (unitId: string, name: string, more: Partial<RankedScore> = {}): RankedScore => ({
  unitId,
  name,
  own: false,
  rank: 1,
  empty: false,
  total: 92.5,
  totalBeforeUndoing: 92.5,
  sections: [
    { id: 'results', label: '结果', marks: 60, points: 55, items: [] },
    { id: 'process', label: '过程', marks: 25, points: 22.5, items: [] },
    { id: 'verification', label: '核实', marks: 15, points: 15, items: [] },
  ],
  deductions: [],
  bonus: null,
  ...more,
});

export const sampleAssessment = (more: Partial<AssessmentRecord> = {}): AssessmentRecord => ({
  plan,
  year: '2024',
  from: '2024-04-12',
  to: '2024-12-31',
  asOf: '2024-12-31T15:59:59.999Z',
  issue,
  scheme: { label: '年度考核办法', version: 1 },
  groups: [
    {
      id: 'departments',
      label: '区直部门',
      scores: [
        score('u1', '区发展和改革局', {
          bonus: { label: '加分', points: 2, atMost: 5, decisionIds: [] },
          total: 94.5,
          totalBeforeUndoing: 94.5,
        }),
        score('u2', '区教育局', { rank: 2 }),
        score('u4', '区林业局', { rank: 2, totalBeforeUndoing: 92 }),
        score('u3', '区民政局', {
          rank: 4,
          total: 71.25,
          totalBeforeUndoing: 71.25,
          deductions: [
            { id: 'blue', label: '提醒函', points: -0.5, incidents: [] },
            { id: 'yellow', label: '黄牌', points: -1, incidents: [] },
          ],
        }),
        score('u6', '区档案馆', { rank: null, empty: true, total: 100, totalBeforeUndoing: 100 }),
      ],
    },
    { id: null, label: '其他单位（不排名）', scores: [score('u5', '区绩效办', { rank: null, own: true })] },
  ],
  ...more,
});
