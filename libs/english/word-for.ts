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
import { ACT_WORDS } from './acts.js';
import { EVENT_WORDS } from './events.js';
import { SHIPPED_WORDS } from './shipped.js';
import { STATE_WORDS } from './states.js';
import { TRAIL_WORDS } from './trail.js';

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

/** Everything else that comes word for word; the domain's own words come first. */
const WORDS: Readonly<Record<string, string>> = {
  ...SHIPPED_WORDS,
  ...TRAIL_WORDS,
  ...STATE_WORDS,
  ...EVENT_WORDS,
  ...ACT_WORDS,
  草稿: 'Draft',
  已核稿: 'Reviewed',
  已印发: 'Issued',
  已撤回: 'Withdrawn',
  已作废: 'Abandoned',
  公示中: 'Preview',
  其他工作: 'Other work',
  已确定: 'Final',
  '已办结，不再列入待处理': 'Settled; no longer listed',
  '逾期未审，视为通过': 'Accepted by silence',
  逾期审核通过: 'Filed late, accepted',
  '逾期填报，待审核': 'Filed late, to be accepted',
  ...DOMAIN,
};

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const month = (n: string, year = ''): string => `${MONTHS[Number(n) - 1] ?? n} ${year}`.trimEnd();
const THIRDS: Readonly<Record<string, string>> = { 上: 'early', 中: 'mid', 下: 'late' };
const third = (of: string): string => THIRDS[of] ?? of;
const lower = (word: string): string => word.slice(0, 1).toLowerCase() + word.slice(1);

/** What is put together of words, figures and periods: `2024年5月上旬`, `每旬报送`, `黄牌督办（待签发）`. */
const PATTERNS: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/^(?:(\d{4})年)?(\d+)月([上中下])旬$/u, (year = '', n = '', of = '') => `${third(of)} ${month(n, year)}`],
  [/^([上中下])旬$/u, (of = '') => third(of)],
  [/^(?:(\d{4})年)?(\d+)月$/u, (year = '', n = '') => month(n, year)],
  [
    /^(?:(\d{4})年)?第?([1-4一二三四])季度$/u,
    (year = '', n = '') => `Q${'一二三四'.indexOf(n) + 1 || n} ${year}`.trimEnd(),
  ],
  [
    /^(?:(\d{4})年)?([上下])半年$/u,
    (year = '', of = '') => `${of === '上' ? 'first' : 'second'} half ${year}`.trimEnd(),
  ],
  [/^(?:(\d{4})年)?第(\d+)周$/u, (year = '', n = '') => `week ${n} ${year}`.trimEnd()],
  [/^(\d{4})年$/u, (year = '') => year],
  // Keys of periods, as `period` has them: `2024-05 上旬`, `2024-05`, `2024-Q2`, `2024-H1`, `2024-W20`.
  [/^(\d{4})-(\d{2}) ([上中下])旬$/u, (year = '', n = '', of = '') => `${third(of)} ${month(n, year)}`],
  [/^(\d{4})-(0[1-9]|1[0-2])$/u, (year = '', n = '') => month(n, year)],
  [/^(\d{4})-Q([1-4])$/u, (year = '', n = '') => `Q${n} ${year}`],
  [/^(\d{4})-H([12])$/u, (year = '', n = '') => `${n === '1' ? 'first' : 'second'} half ${year}`],
  [/^(\d{4})-W(\d{2})$/u, (year = '', n = '') => `week ${Number(n)} ${year}`],
  // A period that was too short for itself: with those before it.
  [
    /^(.+)（含(.+)）$/u,
    (whole = '', parts = '') => `${wordFor(whole)} (with ${parts.split('、').map(wordFor).join(', ')})`,
  ],
  [
    /^([^（]+)（([^（]+)）$/u,
    (whole = '', part = '') =>
      WORDS[whole] === undefined ? `${whole}（${part}）` : `${wordFor(whole)} (${lower(wordFor(part))})`,
  ],
  [
    /^(每(?:日|周|旬|半月|月|两个月|季度|半年|年))(调度|通报|讲评|考核|报送|检查|演练|其他)$/u,
    // As a kind of notice it is a circular.
    (every = '', kind = '') => `${kind === '通报' ? 'bulletin' : wordFor(kind)} ${wordFor(every)}`,
  ],
  // A ladder as policies call it: 默认督办规则·旬报督办阶梯.
  [/^(.+)·(.+)阶梯$/u, (rules = '', about = '') => `${wordFor(rules)}: ${lower(wordFor(about))}`],
  [
    /^([^·]+)阶梯$/u,
    (about = '') => {
      const what = wordFor(about);
      return what === about ? `${about}阶梯` : `Ladder: ${lower(what)}`;
    },
  ],
  // Feasts whose days off run together.
  [
    /^((?:元旦|\S{1,2}节)(?:、(?:元旦|\S{1,2}节))+)$/u,
    (all = '') => all.split('、').map(wordFor).join(' and '),
  ],
  [/^有 (\d+) 项退回待重报$/u, (n = '') => `${n} returned, to file again`],
  [
    /^(.+)（(\d+) 项待负责人审签）$/u,
    (label = '', n = '') => `${wordFor(label)} (${n} with the unit’s head)`,
  ],
  [/^第 (\d+) 级$/u, (n = '') => `Rung ${n}`],
  [/^(不低于|不高于|达到|约|增长|高于|低于) (.+)$/u, (how = '', value = '') => `${wordFor(how)} ${value}`],
  [/^([\d.]+) 至 ([\d.]+)(.*)$/u, (from = '', to = '', unit = '') => `${from} to ${to}${unit}`],
];

/** Every word of the system that comes word for word. */
export const SYSTEM_WORDS: readonly string[] = Object.keys(WORDS);

/** A word of the system as answers bring it; what it does not know, because people named it, stays. */
export function wordFor(word: string): string {
  const known = WORDS[word];
  if (known !== undefined) return known;
  for (const [pattern, say] of PATTERNS) {
    const found = pattern.exec(word);
    if (found !== null) return say(...found.slice(1));
  }
  return word;
}
