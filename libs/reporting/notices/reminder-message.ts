import { chineseDateTime, chineseWeekday, civilDateOf } from '#calendar';
import type { NoticeText, OwedTask, PlanFacts } from './notice.facts.js';
import { mustName, periodsInBrief, periodsOf, planName, samePeriods, taskLines } from './wording.js';

/** What is due for one unit at one time: a short message to a person, not an official document. */
export interface DueMessageFacts {
  unit: string;
  plan: PlanFacts;
  tasks: OwedTask[];
}

export interface ReminderFacts extends DueMessageFacts {
  /**
   * Tasks that the same form asks for and nobody is reminded of here: they are reported on in a finer rhythm, and the
   * report of that one counts. Left out: none.
   */
  byFiner?: number;
}

/** Before the due time (催前提醒): one message for everything that is due. */
export function reminderMessage({ unit, plan, tasks, byFiner = 0 }: ReminderFacts): NoticeText {
  mustName(tasks);
  const periods = periodsOf(tasks);
  const earliest = periods[0]?.dueAt ?? '';
  const until = `${chineseDateTime(earliest)}（${chineseWeekday(civilDateOf(earliest))}）`;
  const first = samePeriods(tasks) && periods.length === 1 ? '请' : '最早一期请';
  return {
    title: `填报提醒：${periodsInBrief(periods)}，${tasks.length}项任务待填报${byFiner === 0 ? '' : `（另有${byFiner}项按更短周期报送）`}`,
    body: [
      `${unit}：${planName(plan)}${periodsInBrief(periods)}进展情况，你单位有${tasks.length}项任务待填报，${first}于${until}前完成：`,
      ...taskLines(tasks),
      ...(tasks.length === 1 ? [] : ['各项任务可一次填报、一并提交。']),
      ...(byFiner === 0
        ? []
        : [
            `填报表中另有${byFiner}项任务同时按更短周期报送：本期末日所在的那一期报送后，即作为本期填报，不必再填。`,
          ]),
    ].join('\n'),
  };
}
