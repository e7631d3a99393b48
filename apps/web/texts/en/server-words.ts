import type {
  CADENCE_EVERY_LABELS,
  CADENCE_KIND_LABELS,
  GATE_LABELS,
  NOTICE_KIND_LABELS,
  NOTICE_STATE_LABELS,
  OBLIGATION_STATE_LABELS,
  RESPONSIBILITY_LABELS,
  ROLE_LABELS,
  SCHEDULE_LABELS,
  SITTING_STATUS_LABELS,
  TASK_STATE_LABELS,
} from '#contract';

type Words<T> = T[keyof T] & string;
type Word =
  | Words<typeof CADENCE_EVERY_LABELS>
  | Words<typeof CADENCE_KIND_LABELS>
  | Words<typeof GATE_LABELS>
  | Words<typeof NOTICE_KIND_LABELS>
  | Words<typeof NOTICE_STATE_LABELS>
  | Words<typeof OBLIGATION_STATE_LABELS>
  | Words<typeof RESPONSIBILITY_LABELS>
  | Words<typeof ROLE_LABELS>
  | Words<typeof SCHEDULE_LABELS>
  | Words<typeof SITTING_STATUS_LABELS>
  | Words<typeof TASK_STATE_LABELS>;

/** The domain's words as answers bring them: states, roles, kinds of notice. None may be missing. */
const DOMAIN: Readonly<Record<Word, string>> = {
  拟办: 'Drafted',
  已校核: 'Confirmed',
  已下发: 'Dispatched',
  职责争议: 'Disputed',
  推进中: 'In progress',
  申请办结: 'Closing',
  暂缓: 'Suspended',
  已销号: 'Closed',
  已撤销: 'Withdrawn',
  专班审核: 'Task-force review',
  督查核实: 'Verification',
  审定销号: 'Approval',
  未到填报期: 'Scheduled',
  待填报: 'To file',
  '已填报，待审核': 'Filed, to be accepted',
  '已退回，待重报': 'Returned, to file again',
  已审核通过: 'Accepted',
  漏报: 'Missed',
  免报: 'Excused',
  未开放: 'Not open',
  已逾期: 'Overdue',
  已填报: 'Filed',
  符合序时: 'On track',
  滞后: 'Behind',
  严重滞后: 'Seriously behind',
  指挥长: 'Commander',
  副指挥长: 'Deputy commander',
  指挥部办公室: 'Headquarters office',
  专班召集人: 'Task-force convener',
  专班办公室: 'Task-force office',
  牵头单位负责人: 'Lead unit head',
  联络员: 'Liaison',
  责任单位联络员: "Supporting unit's liaison",
  督查室: 'Supervision office',
  绩效办: 'Assessor',
  审计: 'Auditor',
  系统管理员: 'System administrator',
  安全管理员: 'Security administrator',
  审计管理员: 'Audit administrator',
  牵头: 'Lead',
  '责任（配合）': 'Support',
  提醒函: 'Reminder letter',
  督办单: 'Supervision notice',
  通报: 'Circular',
  约谈通知: 'Interview notice',
  待签发: 'To issue',
  已签发: 'Issued',
  调度: 'dispatch',
  讲评: 'review',
  考核: 'assessment',
  报送: 'report',
  检查: 'check',
  演练: 'drill',
  其他: 'other',
  每日: 'daily',
  每周: 'weekly',
  每旬: 'every ten days',
  每半月: 'twice a month',
  每月: 'monthly',
  每两个月: 'every two months',
  每季度: 'quarterly',
  每半年: 'twice a year',
  每年: 'yearly',
};

/** Rungs of the default ladder, products and acts: data that another jurisdiction may call otherwise, and then stays. */
const OTHERS: Readonly<Record<string, string>> = {
  签收: 'Sign',
  下发: 'Dispatch',
  校核确认: 'Confirm',
  蓝色提醒: 'Blue',
  黄牌: 'Yellow',
  红牌: 'Red',
  约谈: 'Interview',
  催报: 'Chase',
  正常: 'Normal',
  蓝: 'Blue',
  黄: 'Yellow',
  红: 'Red',
  草稿: 'Draft',
  已核稿: 'Reviewed',
  已印发: 'Issued',
  已撤回: 'Withdrawn',
  已作废: 'Abandoned',
  调度单: 'Dispatch brief',
  月通报: 'Monthly bulletin',
  公示: 'Publication',
  季讲评: 'Quarterly review',
  年终考核: 'Annual assessment',
};

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const month = (year: string, n: string): string => `${MONTHS[Number(n) - 1] ?? n} ${year}`;
const THIRDS: Readonly<Record<string, string>> = { 上: 'early', 中: 'mid', 下: 'late' };

/** Periods are called by the server: `2024年5月上旬`, `2024年5月`, `2024年第2季度`. */
const PERIODS: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [
    /^(\d{4})年(\d+)月([上中下])旬$/u,
    (year = '', n = '', third = '') => `${THIRDS[third] ?? ''} ${month(year, n)}`,
  ],
  [/^(\d{4})年(\d+)月$/u, (year = '', n = '') => month(year, n)],
  [/^(\d{4})年第?([1-4一二三四])季度$/u, (year = '', n = '') => `Q${'一二三四'.indexOf(n) + 1 || n} ${year}`],
  [/^(\d{4})年$/u, (year = '') => year],
];

function wordFor(word: string): string {
  const known = (DOMAIN as Readonly<Record<string, string>>)[word] ?? OTHERS[word];
  if (known !== undefined) return known;
  for (const [pattern, say] of PERIODS) {
    const [, ...parts] = pattern.exec(word) ?? [];
    if (parts.length > 0) return say(...parts);
  }
  return word;
}

/** An answer with the domain's words in English: the values of `label`, `stateLabel` and their like. Names stay. */
export function inEnglish(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(inEnglish);
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'string' && /^label$|Label$/u.test(key) ? wordFor(value) : inEnglish(value),
    ]),
  );
}
