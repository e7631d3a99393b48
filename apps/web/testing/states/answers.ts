import type { AllowedAction, ExplanationView, NoticeView, SessionView, UnitList } from '#contract';

/** A name of thirty characters, as some units really have. */
export const LONG_UNIT = '武陵源风景名胜区和国家森林公园管理局（武陵源核心景区综合服务中心）';
const AT = '2024-05-10T09:30:00.000Z';
const UNIT = { id: 'u1', name: '区林业局' };

export const SESSION: SessionView = {
  person: { id: 'p1', name: '督查室经办人', username: 'duban' },
  unit: UNIT,
  jurisdiction: { id: 'j1', name: '武陵源区' },
  roles: [],
  areas: ['tasks'],
  levels: [
    { id: 'blue', label: '提醒函', colour: '#1f5fbf', rank: 1, meaning: '第一次提醒' },
    { id: 'yellow', label: '黄牌督办', colour: '#c98a00', rank: 2, meaning: '督查室督办' },
    { id: 'red', label: '红牌通报', colour: '#b3261e', rank: 3, meaning: '全区通报' },
    { id: 'purple', label: '约谈', colour: '#6b2a8c', rank: 4, meaning: '指挥长约谈' },
  ],
  csrfToken: 'none',
  mustChangePassword: false,
  secondFactor: false,
  mustSetUpSecondFactor: false,
  expiresAt: AT,
  now: AT,
  rehearsal: false,
};

export const UNITS = {
  items: [
    { id: 'u1', name: '区林业局', isGroup: false },
    { id: 'u2', name: LONG_UNIT, isGroup: false },
    { id: 'u3', name: '各乡街道', isGroup: true },
  ],
} as unknown as UnitList;

export const WHY_NOTHING: ExplanationView = { sentences: [], rules: [], clocks: [], events: [] };
export const WHY: ExplanationView = {
  sentences: [
    '区林业局2024年4月下旬旬报应于4月30日17:30前填报，逾期3个工作日仍未填报。',
    '因此亮黄牌，由督查室督办。',
  ],
  rules: [{ kind: 'policy', label: '默认督办规则', version: 3 }],
  clocks: [
    {
      name: 'rung',
      label: '升级',
      unit: LONG_UNIT,
      at: AT,
      state: 'armed',
      calendarVersion: 1,
      provisional: true,
      segments: [
        { kind: 'running', from: '2024-04-30T09:30:00.000Z', to: '2024-05-06T09:30:00.000Z', workingDays: 1 },
        {
          kind: 'suspended',
          from: '2024-05-06T09:30:00.000Z',
          to: null,
          workingDays: 0,
          reason: '等待配合单位',
        },
      ],
    },
    {
      name: 'done',
      label: '任务完成时限',
      unit: null,
      at: null,
      state: 'suspended',
      calendarVersion: 1,
      provisional: false,
      segments: [],
    },
  ],
  events: [{ subjectKind: 'line', subjectId: 'l1', seq: 4, type: 'RUNG_REACHED', label: '到达黄牌', at: AT }],
};

/** An action that asks for every kind of field. */
export const AMEND: AllowedAction = {
  action: 'amend',
  label: '改派牵头单位并说明理由',
  href: '/none',
  grave: true,
  needsReason: true,
  about: '黄牌督办（2024年4月下旬）',
  fields: [
    { name: 'reason', label: '理由', kind: 'text', required: true },
    { name: 'until', label: '到期日', kind: 'date', required: true },
    { name: 'progress', label: '进度', kind: 'percent', required: false },
    { name: 'units', label: '单位', kind: 'units', required: false, atMost: 2 },
    {
      name: 'choice',
      label: '结论',
      kind: 'choice',
      required: true,
      choices: [
        { code: 'true', label: '属实' },
        { code: 'untrue', label: '不属实' },
      ],
    },
  ],
};

export const ACTIONS: readonly AllowedAction[] = [
  { action: 'issue', label: '签发', href: '/none', grave: true, needsReason: false, fields: [] },
  AMEND,
  {
    action: 'withdraw',
    label: '撤回',
    href: '/none',
    grave: true,
    needsReason: true,
    fields: [],
    seldom: true,
  },
];

const NOTICE: Omit<NoticeView, 'id'> = {
  kind: 'supervisionNotice',
  kindLabel: '督办单',
  state: 'drafted',
  stateLabel: '待签发',
  number: null,
  title: '关于逾期未填报2024年4月下旬进展情况的督办单',
  unit: UNIT,
  colour: 'yellow',
  draftedAt: AT,
  issuedAt: null,
  acknowledgedAt: null,
  rescindedAt: null,
  version: 1,
  planId: 'plan',
  subjectKind: 'line',
  subjectId: 'l1',
  rung: 'yellow',
  body: `${LONG_UNIT}：\n你单位应于4月30日17:30前填报的进展情况逾期未报，请于2个工作日内补报并书面说明。`,
  facts: {
    tasks: [
      {
        code: 'A1-05',
        title: '建设区域性特色农产品冷链物流和公共仓储配送中心',
        periods: [{ label: '2024年4月下旬', dueAt: '2024-04-30T09:30:00.000Z' }],
      },
    ],
    rule: { label: '旬报督办阶梯', version: 3 },
    agreedBy: '指挥长',
    earlier: [
      { label: '提醒函', documentNumber: '张武督提〔2024〕2号', issuedAt: '2024-05-06T09:30:00.000Z' },
    ],
  },
  issuedBy: null,
  acknowledgedBy: null,
  appeal: {
    state: 'rejected',
    reason: '4月29日至30日单位断网，已电话报告专班办公室。',
    at: '2024-05-09T02:07:00.000Z',
    dueAt: null,
    decision: { reason: '断网当日办公内网可用，催报已送达。', at: '2024-05-10T02:00:00.000Z' },
  },
  allowedActions: [...ACTIONS],
};
/** A draft with its facts, one that was issued and acknowledged with facts of another shape, and one without any. */
export const NOTICES: readonly NoticeView[] = [
  { ...NOTICE, id: 'draft' },
  {
    ...NOTICE,
    id: 'issued',
    state: 'issued',
    stateLabel: '已印发',
    number: '张武督〔2024〕12号',
    issuedAt: AT,
    acknowledgedAt: AT,
    allowedActions: [],
    facts: { days: 3, on: '2024-05-06', units: ['区林业局', LONG_UNIT] },
  },
  { ...NOTICE, id: 'bare', facts: {}, allowedActions: [] },
];
