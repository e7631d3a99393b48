import {
  ladderOf,
  type Policy,
  type ReportingLineContext,
  type TaskClimb,
  type TaskContext,
} from '#accountability';
import { chineseDateTime, periodFromKey } from '#calendar';
import type { DeadlineRead } from '#persistence';
import { matterName } from '../matter-text.js';

const CLOCKS: Readonly<Record<string, string>> = {
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
};

/** The clocks of a line's cards are those of a task's, under a prefix. */
export const clockLabel = (name: string): string => {
  const own = name.replace(/^card:/u, '');
  return CLOCKS[own] ?? CLOCKS[own.split(':')[0] ?? ''] ?? name;
};

/** Who leads, and how far along it is beside what the working days gone by lead one to expect. */
export function taskSentences(task: TaskContext, leads: readonly string[], { lag }: Policy): string[] {
  if (leads.length === 0) return ['原文没有写明牵头单位，需由指挥部办公室指定后才能下发。'];
  const led = `牵头单位：${leads.join('、')}。`;
  if (task.startOn === null) return [led];
  const points = Math.round((task.expected - task.progress) * 10) / 10;
  const standing = points > 0 ? `落后${points}个百分点` : '不落后';
  return [
    led,
    `按已过工作日计算，序时进度应为${task.expected}%，已报${task.progress}%，${standing}；` +
      `落后${lag.behind}个百分点为“落后”，${lag.seriouslyBehind}个百分点为“严重落后”。`,
  ];
}

/** Where a unit's line stands on the ladder, what brought it there, and what would bring it back. */
export function lineSentences(unit: string, line: ReportingLineContext, policy: Policy): string[] {
  const { climb, current } = line;
  const next = current
    ? [`${unit}下一次填报：${periodFromKey(current.period).label}，${chineseDateTime(current.dueAt)}截止。`]
    : [];
  if (!climb) return [`${unit}报送正常，没有逾期未报。`, ...next];
  const owed = climb.owed.map(({ period }) => periodFromKey(period).label).join('、');
  const rung = policy.reportingLadder.rungs[climb.reached - 1];
  const inForce = climb.awaitingIssue ? '文书已拟好，尚未签发' : '已生效';
  const standing = rung === undefined ? '' : `，现为“${rung.label}”（${inForce}）`;
  return [
    `${unit}逾期未报：${owed}；督办从${chineseDateTime(climb.causeDueAt)}到期时起算${standing}。补报最近一期后即解除，已发文书留存。`,
    ...next,
  ];
}

/** A running clock. `unit` is whose line it is; null for the task's own. */
export function clockSentence(clock: DeadlineRead, unit: string | null): string {
  const { label, because } = clock.detail;
  const name =
    clock.name.split(':')[0] === 'rung' && typeof label === 'string'
      ? `督办升级“${label}”`
      : clockLabel(clock.name);
  const early = because === 'early' ? '（按“同类次数”规则即时升级）' : '';
  return `${unit ?? ''}${name}：${chineseDateTime(clock.projectedAt ?? '')}${early}。`;
}

/** What is wrong with the task itself, and where it stands on the ladder of that. */
export function matterSentences(
  task: TaskContext,
  nameOf: (unitId: string) => string,
  policy: Policy,
): string[] {
  return [
    ...Object.entries(task.causes).map(([key, { trigger, unitId, since, lifted }]) => {
      const climb = task.climbs.find((one) => one.key === key);
      const whose = unitId === null ? '' : nameOf(unitId);
      const ladder = climb ? climbSentence(climb, policy) : lifted ? '督办已解除' : '未规定督办阶梯';
      return `${whose}${matterName(trigger)}（自${chineseDateTime(since)}起）：${ladder}。`;
    }),
    ...waitingSentences(task, nameOf),
    ...task.cards.map(({ unitId, on, rung, trigger, rescinded, appeal }) => {
      const fate = rescinded ? '，经申诉已撤销' : appeal === 'open' ? '，申诉处理中' : '';
      const label = ladderOf(policy, { trigger, gate: null })?.rungs.find(({ name }) => name === rung)?.label;
      return `${nameOf(unitId)}因${matterName(trigger)}于${on}受“${label ?? rung}”${fate}。`;
    }),
  ];
}

function climbSentence(climb: TaskClimb, policy: Policy): string {
  const ladder = ladderOf(policy, climb);
  const rung = ladder?.rungs[climb.reached - 1];
  const still = climb.pauses.at(-1);
  const standing = rung === undefined ? '尚未升级' : `现为“${rung.label}”`;
  const waits = climb.awaitingIssue ? '，文书已拟好，尚未签发' : '';
  const pause = still?.to === null ? `，现暂停（${still.reason}）` : '';
  return `依据“${ladder?.basis ?? ''}”，${standing}${waits}${pause}`;
}

/** For whom the task waits, and whose clock runs meanwhile. */
function waitingSentences(
  { suspension, closure, blockage, handover }: TaskContext,
  nameOf: (unitId: string) => string,
): string[] {
  return [
    ...(suspension ? [`任务暂缓至${suspension.until}（${suspension.reason}），时限停计。`] : []),
    ...(closure?.requestedAt
      ? [`自${chineseDateTime(closure.requestedAt)}申请办结起等待审核，牵头单位时限停计。`]
      : []),
    ...(blockage?.acceptedAt
      ? [
          `自${chineseDateTime(blockage.acceptedAt)}起等待${nameOf(blockage.byUnitId)}（${blockage.reason}），时限由该单位承担，牵头单位时限停计。`,
        ]
      : []),
    ...(handover
      ? [
          `牵头单位正在变更：${handover.fromUnitIds.map(nameOf).join('、')}移交，${handover.toUnitIds.map(nameOf).join('、')}接手；签字前原单位继续负责。`,
        ]
      : []),
  ];
}
