import { wordFor } from './word-for.js';

/** How the title of an alert ends, after whose matter it is; what is in brackets behind it is the rung. */
const ENDINGS: Readonly<Record<string, string>> = {
  逾期未报: 'not reported in time',
  逾期未办: 'not done in time',
  退回后逾期未重报: 'returned and not filed again in time',
  逾期未签收: 'not signed in time',
  提出职责争议: 'disputes its responsibility',
  办结审核超过时限: 'Gate of closure overdue',
  任务到期未办结: 'deadline passed, not closed',
  到期未办结: 'deadline passed, not closed',
  任务落后序时进度: 'behind expected progress',
  落后序时进度: 'behind expected progress',
  经督查核实不实: 'found untrue on verification',
  逾期未更正数据: 'figures not corrected in time',
  督查核实超过时限: 'Verification overdue',
  督查核实超时: 'verification overdue',
  督办单逾期未复: 'supervision notice not answered in time',
  逾期未作首次反馈: 'no first report in time',
  逾期未签字交接: 'not handed over in time',
  配合事项逾期未办: 'what others wait for was not done in time',
  称正在等待其他单位: 'says that it waits for another unit',
  '提出申诉，待答复': 'appealed, to be answered',
  职责争议逾期未裁定: 'Dispute not decided in time',
  职责争议裁定超时: 'dispute not decided in time',
  '年度任务到期待处置（办结、结转或撤销）':
    'Task of the year to be settled (closed, carried over or withdrawn)',
  年度任务待处置: 'task of the year to be settled',
  申诉逾期未答复: 'Appeal not answered in time',
  申诉答复超时: 'appeal not answered in time',
  办结审核超时: 'gate of closure overdue',
  '“等待其他单位”逾期未答复或裁定': 'Waiting for another unit: not answered or decided in time',
  等待事项答复超时: 'waiting not answered in time',
  空缺: 'post vacant',
  本月填报负担超过上限: 'reporting burden of the month above its limit',
};
export const ALERT_ENDINGS: readonly string[] = Object.keys(ENDINGS);
const LONGEST_FIRST = Object.entries(ENDINGS).sort(([a], [b]) => b.length - a.length);

const WHOLE: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/^系统运行异常：(.+)$/u, (what = '') => `The system does not run as it should: ${what}`],
  [/^消息未能通知到(.+)，请电话通知$/u, (who = '') => `${who} was not reached by a message: telephone`],
  [/^发送渠道“(.+)”已暂停$/u, (name = '') => `The channel "${name}" is paused`],
];

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** `区林业局` and what of the rest the system names: the unit as it is called, a duty or a role in English. */
function owner(whose: string, unit: string): string {
  if (unit === '' || !whose.startsWith(unit)) return wordFor(whose);
  const rest = whose.slice(unit.length);
  return rest === '' ? unit : `${unit}, ${wordFor(rest)}`;
}

/**
 * The title of an alert in English, read off the words that it was raised with; what is none of ours stays.
 *
 * @param unit whose matter it is; empty where it is of none
 */
export function alertTitle(title: string, unit: string): string {
  for (const [pattern, say] of WHOLE) {
    const found = pattern.exec(title);
    if (found !== null) return say(...found.slice(1));
  }
  const draft = /^待签发：(.+)$/u.exec(title)?.[1];
  if (draft !== undefined) {
    const rest = draft.startsWith(unit) ? draft.slice(unit.length) : draft;
    return ['To issue', ...(rest === draft || unit === '' ? [] : [unit]), wordFor(rest)].join(': ');
  }
  for (const [ending, english] of LONGEST_FIRST) {
    const at = new RegExp(`^(.*?)${ending}(?:（([^（）]*)）)?$`, 'u').exec(title);
    if (at === null) continue;
    const [, whose = '', rung] = at;
    const what = whose === '' ? capital(english) : `${owner(whose, unit)}: ${english}`;
    return rung === undefined ? what : `${what} (${wordFor(rung)})`;
  }
  return title;
}

const PARTS: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [
    /^(.+)：(\d+)项任务未报$/u,
    (period = '', n = '') => `${wordFor(period)}: ${n} task${n === '1' ? '' : 's'} not reported`,
  ],
  [
    /^([^，]+)(，.+)?，(\d{4})年(\d+)月(\d+)日(\d\d:\d\d)截止$/u,
    (period = '', about = '', year = '', month = '', day = '', time = '') =>
      [
        wordFor(period),
        about.slice(1),
        `due ${day} ${wordFor(`${year}年${month}月`).replace(/ \d{4}$/u, '')} ${year} ${time}`,
      ]
        .filter((part) => part !== '')
        .join(', '),
  ],
  [
    /^应送该岗位的事项已改送上一级。请尽快明确人选并登记。$/u,
    () => 'What would go to this post goes one step higher. Name somebody and record it soon.',
  ],
];

function inPart(part: string): string | null {
  for (const [pattern, say] of PARTS) {
    const found = pattern.exec(part);
    if (found !== null) return say(...found.slice(1));
  }
  return null;
}

/** What an alert lists, in English: periods and counts; tasks and reasons stay as people wrote them. */
export function alertDetail(detail: string): string {
  const parts = detail.split('；').map(inPart);
  if (parts.every((part) => part !== null)) return parts.join('; ');
  return detail.replace('。理由：', '. Reason: ').replace(/^理由：/u, 'Reason: ');
}
