import { chineseDateTime, type Instant } from '#calendar';
import type { NoticeText } from './notice.facts.js';
import type { DueMessageFacts } from './reminder-message.js';
import { by, mustName, periodsInBrief, periodsOf, planName, taskLines } from './wording.js';

export interface ChaseMessageFacts extends DueMessageFacts {
  /** What follows if nothing is filed: its name in the scheme and when. */
  next?: { label: string; at: Instant } | undefined;
}

/** At the due time (催报): nothing has been filed. */
export function chaseMessage({ unit, plan, tasks, next }: ChaseMessageFacts): NoticeText {
  mustName(tasks);
  const periods = periodsOf(tasks);
  const latest = periods.at(-1)?.dueAt ?? '';
  const following = next === undefined ? '' : `${by(next.at)}仍未填报的，将按规则发出${next.label}。`;
  return {
    title: `催报：${periodsInBrief(periods)}，${tasks.length}项任务逾期未报`,
    body: [
      `${unit}：${planName(plan)}${periodsInBrief(periods)}进展情况的填报已于${chineseDateTime(latest)}到期，你单位有${tasks.length}项任务尚未填报：`,
      ...taskLines(tasks),
      `请尽快补报。${following}`,
    ].join('\n'),
  };
}
