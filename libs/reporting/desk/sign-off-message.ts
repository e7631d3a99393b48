import { chineseDateTime, type Instant } from '#calendar';
import type { NoticeText } from '../notices/notice.facts.js';

export interface SignOffFacts {
  plan: string;
  /** `2024年10月上旬`. */
  period: string;
  dueAt: Instant;
  tasks: { code: string; title: string }[];
  by: string;
  at: Instant;
}

/** To the head of a unit: the liaison has sent reports that wait for the signature. */
export const signOffWaitingMessage = ({ plan, period, dueAt, tasks, by, at }: SignOffFacts): NoticeText => ({
  title: `填报待您审签：${period}，${tasks.length}项任务`,
  body: [
    `${by}于${chineseDateTime(at)}送审“${plan}”${period}的填报，共${tasks.length}项：`,
    ...linesOf(tasks),
    `报送截止${chineseDateTime(dueAt)}。您审签后才算报出；在此之前时限照常计算，逾期未审签的按未报处理。`,
  ].join('\n'),
});

/** To the liaison: the head has returned what was sent. */
export const signOffReturnedMessage = ({
  plan,
  period,
  dueAt,
  tasks,
  by,
  remark,
}: Omit<SignOffFacts, 'at'> & { remark: string }): NoticeText => ({
  title: `负责人退回：${period}，${tasks.length}项任务的填报`,
  body: [
    `${by}退回“${plan}”${period}送审的填报，共${tasks.length}项：`,
    ...linesOf(tasks),
    `意见：${remark}`,
    `原填内容已保留，修改后请重新送审。报送截止${chineseDateTime(dueAt)}。`,
  ].join('\n'),
});

/** A line for reminders: of what is not filed, so much is with the head and not with the liaison. */
export const heldByHead = (waiting: number): string =>
  `其中${waiting}项联络员已送审，待单位负责人审签；审签后才算报出。`;

const linesOf = (tasks: SignOffFacts['tasks']): string[] =>
  tasks.map(({ code, title }, index) => `${index + 1}. ${code} ${title}`);
