import { chineseDateTime, periodFromKey, type CivilDate, type Instant } from '#calendar';
import { matterName } from '../../matter-text.js';
import type { LadderTrigger, StandingToday } from '#accountability';

type Schedule = StandingToday['schedule'];

/** What filing is called, by what is filed. */
const FILING = { report: '填报', part: '提交', answer: '报送', meeting: '记录', duty: '办理' };
export type Filing = keyof typeof FILING;

/** What became of a card: rescinded on appeal, or an appeal of it is open. */
export type CardFate = 'rescinded' | 'appealed' | null;

/** As labels of the contract have it. */
export const SCHEDULES: Readonly<Record<Schedule, string>> = {
  onTrack: '符合序时',
  behind: '滞后',
  seriouslyBehind: '严重滞后',
};

const task = (title: string, code: string): string => `“${title}”（${code}）`;

/** Every sentence and name of an explanation, in Chinese: the shape of the other languages, too. */
export const CHINESE = {
  time: (at: Instant): string => chineseDateTime(at),
  day: (on: CivilDate): string => on,
  period: (key: string): string => periodFromKey(key).label,
  list: (names: readonly string[]): string => names.join('、'),
  either: (names: readonly string[]): string => names.join('或'),
  matter: (trigger: LadderTrigger): string => matterName(trigger),
  calendar: (id: string): string => `工作日历 ${id}`,

  clocks: {
    sign: '签收时限',
    dispute: '争议裁定时限',
    gate: '办结审核时限',
    taskDeadline: '任务完成时限',
    suspension: '暂缓期满',
    'sitting:opens': '填报窗口打开',
    'sitting:due': '填报截止',
    'sitting:reminder:dayBefore': '到期前1个工作日提醒',
    'sitting:reminder:onTheDay': '到期当日提醒',
    rung: '督办升级',
    issue: '文书签发时限',
    hold: '督办暂缓期满',
    answer: '督办单办理期限',
    appeal: '申诉答复时限',
    handover: '交接时限',
    firstReport: '首次反馈时限',
    blockage: '等待事项答复时限',
    awaited: '配合事项办理时限',
    verification: '督查核实时限',
    correction: '更正进度时限',
    silentAcceptance: '默认认可',
    refile: '重报时限',
    'request:reminder': '到期前提醒',
    'request:due': '报送截止',
    'request:expires': '记为缺报',
  },
  rungClock: (label: string): string => `督办升级“${label}”`,
  /** `unit`: whose line it is; null for the subject's own clock. */
  clock: (unit: string | null, name: string, at: string, early: boolean): string =>
    `${unit ?? ''}${name}：${at}${early ? '（按“同类次数”规则即时升级）' : ''}。`,
  moved: (name: string, reason: string, before: string, after: string, version: number): string =>
    `${name}因“${reason}”由${before}移至${after}（日历第${version}版），不因此追究。`,

  noLead: '原文没有写明牵头单位，需由指挥部办公室指定后才能下发。',
  led: (leads: string): string => `牵头单位：${leads}。`,
  /** All in percentage points. */
  schedule: (of: {
    expected: number;
    progress: number;
    short: number;
    behind: number;
    seriouslyBehind: number;
  }): string =>
    `按已过工作日计算，序时进度应为${of.expected}%，已报${of.progress}%，${of.short > 0 ? `落后${of.short}个百分点` : '不落后'}；` +
    `落后${of.behind}个百分点为“落后”，${of.seriouslyBehind}个百分点为“严重落后”。`,

  /** As of now; `reported`: what the progress rests on, null where nothing was reported. */
  today: (of: {
    at: string;
    expected: number;
    progress: number;
    short: number;
    schedule: Schedule;
    reported: { period: string; at: string; daysAgo: number } | null;
    behind: number;
    seriouslyBehind: number;
  }): string => {
    const said =
      of.reported === null
        ? '尚未填报'
        : `最近一次填报为${of.reported.period}（${of.reported.at}，${of.reported.daysAgo === 0 ? '今天' : `${of.reported.daysAgo}天前`}），已报${of.progress}%`;
    const apart = of.short > 0 ? `落后${of.short}个百分点` : '不落后';
    const judged =
      of.reported === null && of.schedule === 'onTrack' ? '' : `，${apart}，为“${SCHEDULES[of.schedule]}”`;
    return (
      `截至${of.at}，按已过完的工作日计算，今日应达${of.expected}%（每个工作日下班时增长，暂缓、待审期间不增长）；${said}${judged}。` +
      `落后${of.behind}个百分点为“滞后”，${of.seriouslyBehind}个百分点为“严重滞后”。`
    );
  },
  /** Where the record says another thing than today. */
  recorded: (of: { expected: number; progress: number; schedule: Schedule }): string =>
    `按上次报告为“${SCHEDULES[of.schedule]}”（当时应达${of.expected}%，已报${of.progress}%）；督办以报告时的记录为准，今日应达不改动记录，新报告报来时重新评定。`,

  nextFiling: (unit: string, period: string, due: string): string =>
    `${unit}下一次填报：${period}，${due}截止。`,
  filesInTime: (unit: string): string => `${unit}报送正常，没有逾期未报。`,
  /** `rung`: null where none was reached yet. */
  silent: (
    unit: string,
    periods: string,
    since: string,
    rung: { label: string; toIssue: boolean } | null,
  ): string => {
    const inForce = rung?.toIssue === true ? '文书已拟好，尚未签发' : '已生效';
    const standing = rung === null ? '' : `，现为“${rung.label}”（${inForce}）`;
    return `${unit}逾期未报：${periods}；督办从${since}到期时起算${standing}。补报最近一期后即解除，已发文书留存。`;
  },

  open: (whose: string, matter: string, since: string, ladder: string): string =>
    `${whose}${matter}（自${since}起）：${ladder}。`,
  lifted: '督办已解除',
  noLadder: '未规定督办阶梯',
  /** `still`: why the ladder is paused; null where it runs. */
  ladder: (basis: string, rung: string | null, toIssue: boolean, still: string | null): string => {
    const standing = rung === null ? '尚未升级' : `现为“${rung}”`;
    const waits = toIssue ? '，文书已拟好，尚未签发' : '';
    return `依据“${basis}”，${standing}${waits}${still === null ? '' : `，现暂停（${still}）`}`;
  },
  card: (unit: string, matter: string, on: string, label: string, fate: CardFate): string => {
    const became = fate === 'rescinded' ? '，经申诉已撤销' : fate === 'appealed' ? '，申诉处理中' : '';
    return `${unit}因${matter}于${on}受“${label}”${became}。`;
  },
  suspended: (until: string, reason: string): string => `任务暂缓至${until}（${reason}），时限停计。`,
  closing: (since: string): string => `自${since}申请办结起等待审核，牵头单位时限停计。`,
  waiting: (since: string, unit: string, reason: string): string =>
    `自${since}起等待${unit}（${reason}），时限由该单位承担，牵头单位时限停计。`,
  changingHands: (from: string, to: string): string =>
    `牵头单位正在变更：${from}移交，${to}接手；签字前原单位继续负责。`,

  taskForce: '专班办公室',
  owes: {
    report: (unit: string, code: string, title: string, period: string, due: string): string =>
      `${unit}须就${task(title, code)}填报${period}进展，${due}截止。`,
    part: (
      by: string,
      unit: string,
      code: string,
      title: string,
      period: string,
      duty: string,
      due: string,
    ): string => `${by}就${task(title, code)}向${unit}要${period}的${duty}，${due}截止，早于整体填报。`,
    answer: (by: string, unit: string, code: string, title: string, words: string, due: string): string =>
      `${by}临时要求${unit}就${task(title, code)}报送情况（${words}），${due}截止。`,
    shortNotice: (hours: number, by: string | null): string =>
      `提前不足${hours}个工作小时，经${by ?? '另一人'}批准。`,
    duty: (owner: string, unit: string, about: string, period: string, duty: string, due: string): string =>
      `${owner}（${unit}）须就${about}办理${period}的${duty}，${due}截止。`,
  },
  missed: {
    report: '到下一期截止仍未填报，记为缺报；以后各期的填报应涵盖这一期的情况。',
    part: '到下一期截止仍未提交，记为缺报。',
    answer: '时限过后仍未报送，记为缺报。',
    meeting: '到下一期截止仍未办理，记为缺报。',
    duty: '到下一期截止仍未办理，记为缺报。',
  },
  missedAgain: (returns: number, filing: Filing): string =>
    `被退回${returns}次后没有重新${FILING[filing]}，记为缺报。`,
  dueMoved: (reason: string | null, before: string, after: string, version: string | null): string =>
    `截止时间因“${reason ?? '日历调整'}”由${before}移至${after}（日历第${version ?? '新'}版）。`,
  /** `progress` in per cent; null where what is filed has none. */
  filed: (at: string, filing: Filing, progress: number | null, late: boolean, times: number): string => {
    const word = FILING[filing];
    const again = times > 1 ? `；共${word}${times}次` : '';
    return `${at}${word}${progress === null ? '' : `，进度${progress}%`}${late ? '，晚于截止时间' : '，按时'}${again}。`;
  },
  signedOff: (author: string, signer: string): string =>
    `由${author}填报，${signer}（单位负责人）审签后报出。`,
  withoutSignOff: (why: string): string =>
    why === 'vacant'
      ? '本单位要求负责人审签；当时负责人空缺，未经审签直接报出。'
      : '本单位要求负责人审签；这一次由负责人直接填报。',
  atSignOff: (author: string, at: string): string =>
    `${author}已于${at}送审，待单位负责人审签；审签后才算报出，其间时限照常计算。`,
  standsAtOnce: (filing: Filing): string => `${FILING[filing]}即生效，无需审核。`,
  acceptedSilently: (judge: string): string => `${judge}在规定时间内没有审核，按规则视为认可。`,
  accepted: (judge: string): string => `${judge}已审核认可。`,
  returned: (times: number, reason: string): string => `已被退回${times}次，理由：${reason}。`,
  submitted: (judge: string, isReport: boolean): string =>
    `等待${judge}审核，其间不计${isReport ? '填报单位' : '办理单位'}的时间。`,
  excused: (isReport: boolean, why: string): string => `${isReport ? '已免报' : '已不需办理'}：${why}。`,
  late: (filing: Filing): string => `已过截止时间，尚未${FILING[filing]}。`,
  notDue: '尚未到截止时间。',

  basis: (label: string, version: number): string => `依据“${label}”（第${version}版）`,
  notFiled: (unit: string, tasks: number): string => `${unit}逾期未报${tasks}项任务的进展`,
  found: (unit: string, matter: string, finding: string): string => `${unit}${matter}，${finding}`,
  /** `after`: so many working days, and what is reached then. */
  cause: (
    basis: string,
    what: string,
    since: string | null,
    after: { days: number; label: string } | null,
  ): string =>
    `${basis}：${what}${since === null ? '' : `，自${since}到期起算`}${after === null ? '' : `，到期后${after.days}个工作日为“${after.label}”`}。`,
  reached: (at: string, label: string, early: boolean): string =>
    `${at}到达“${label}”${early ? '（按“同类次数”规则即时升级）' : ''}。`,
  notRecorded: (rung: string): string => `记录中没有“${rung}”到期的事件。`,
  together: (title: string, code: string, finding: string): string =>
    `本文书合并办理的任务：“${title}”（${code}）${finding}。`,
  earlier: (what: string, at: string): string => `此前已发${what}（${at}）。`,
  counted: (cards: number, days: string): string =>
    `计入该单位在本方案其他报告线和任务上的${cards}次（${days}），经申诉撤销的不计。`,
  issueLate: (times: number): string => `签发环节超过规定时限${times}次，已提醒签发单位。`,
  notSent: '签发前事由已消除，文书没有发出。',
  drafted: (at: string): string => `文书已于${at}拟好，等待签发。`,
  agreed: (at: string, named: boolean): string => `${at}${named ? '经' : ''}同意签发。`,
  issued: (at: string, byItself: boolean, number: string): string =>
    `${at}${byItself ? '由系统自动签发' : '由督查人员签发'}（${number}）。`,
  acknowledged: (at: string): string => `${at}单位签收文书。`,
  rescinded: (at: string): string => `${at}文书撤销，不再计入；原文和记录保留。`,
  /** What came after a notice, by the type of its event; `reason` as it was written, or empty. */
  afterwards: (at: string, what: string, reason: string): string =>
    `${at}${what}${reason === '' ? '' : `：${reason}`}。`,
  after: {
    CARD_ANSWERED: '单位作出书面答复',
    CARD_ANSWER_OVERDUE: '办理期限已过，仍未答复',
    APPEALED: '单位提出申诉，其间督办暂停',
    APPEAL_OVERDUE: '申诉答复超过规定时限（由答复单位负责）',
    APPEAL_UPHELD: '申诉成立',
    APPEAL_REJECTED: '申诉不成立',
    HELD: '督办暂缓',
    HOLD_EXPIRED: '暂缓期满，督办继续',
    LIFTED: '督办解除',
    POLICY_ADOPTED: '转按新版督办规则办理',
  },
};

/** What an explanation is said with, in whichever language. */
export type ExplainWords = typeof CHINESE;
