import { chineseDateTime, type Instant } from '#calendar';
import { basis, letter } from './letter.js';
import type { NoticeText, OfficialNoticeFacts } from './notice.facts.js';
import {
  by,
  dutyOf,
  mustName,
  periodsInBrief,
  periodsOf,
  planName,
  taskLines,
  tasksInBrief,
} from './wording.js';

export interface ReminderLetterFacts extends OfficialNoticeFacts {
  /** Until when the reports are to be filed after all; left out: at once. */
  fileBy?: Instant | undefined;
  /** Working days that have passed since the (latest) due time. */
  overdueWorkingDays?: number | undefined;
  /** Issued by the system as the rule says, without a person's hand. */
  issuedAutomatically?: boolean | undefined;
}

/** The reminder letter (提醒函): one letter to one unit, listing everything that it has not filed. */
export function reminderLetter(facts: ReminderLetterFacts): NoticeText {
  const { tasks, plan } = facts;
  mustName(tasks);
  const periods = periodsOf(tasks);
  const overdue = facts.overdueWorkingDays ? `，已逾期${facts.overdueWorkingDays}个工作日` : '';
  const single = tasks.length === 1;
  const finding = single
    ? `截至${chineseDateTime(facts.issuedAt)}，尚未收到你单位关于${tasksInBrief(tasks)}的填报${overdue}。`
    : `截至${chineseDateTime(facts.issuedAt)}，${tasksInBrief(tasks)}尚未收到你单位的填报${overdue}：`;
  const due = facts.fileBy === undefined ? '立即' : `于${by(facts.fileBy)}`;
  return letter(facts, {
    title: `关于填报${periodsInBrief(periods)}进展情况的提醒函`,
    addressees: [facts.unit],
    paragraphs: [
      `按照${planName(plan)}的调度要求，${dutyOf('你单位', tasks)}。${finding}`,
      ...(single ? [] : taskLines(tasks)),
      `请你单位${due}补报，如实填写进展、存在的问题和下一步打算。因等待其他单位而无法推进的，请在填报时注明所等待的单位、事项和起始时间。`,
      basis(facts, '本函', facts.issuedAutomatically ? '自动签发' : '发出'),
    ],
  });
}
