import { chineseDateTime, chineseWeekday, civilDateOf, type Instant } from '#calendar';
import { basis, letter } from './letter.js';
import type { NoticeText, OfficialNoticeFacts } from './notice.facts.js';
import {
  afterNotices,
  mustName,
  periodsInBrief,
  periodsOf,
  planName,
  samePeriods,
  taskLines,
  tasksInBrief,
} from './wording.js';

export interface InterviewFacts extends OfficialNoticeFacts {
  /** Who conducts it: `指挥长`. */
  interviewer: string;
  /** Who is to come; left out: the unit's head. */
  interviewee?: string | undefined;
  /** null while it is not fixed. */
  at: Instant | null;
  place: string | null;
}

/** The interview notice (约谈通知). */
export function interviewText(facts: InterviewFacts): NoticeText {
  const { tasks, at, place } = facts;
  mustName(tasks);
  const periods = periodsOf(tasks);
  const before = afterNotices(facts.earlier);
  const single = tasks.length === 1;
  const matter = samePeriods(tasks) ? `${periodsInBrief(periods)}进展情况` : '进展情况';
  const finding = single
    ? `${before}你单位仍未填报${tasksInBrief(tasks)}的${matter}。`
    : `${before}你单位仍未填报${tasksInBrief(tasks)}的${matter}：`;
  const when = at === null ? '另行通知' : `${chineseDateTime(at)}（${chineseWeekday(civilDateOf(at))}）`;
  return letter(facts, {
    title: `关于约谈${facts.unit}的通知`,
    addressees: [facts.unit],
    paragraphs: [
      `按照${planName(facts.plan)}的调度要求，${finding}`,
      ...(single ? [] : taskLines(tasks)),
      `决定由${facts.interviewer}对${facts.interviewee ?? '你单位主要负责人'}进行约谈。`,
      `时间：${when}。`,
      `地点：${place ?? '另行通知'}。`,
      '请准备书面材料，说明任务实际进展、逾期原因、责任落实情况和整改时限。',
      basis(facts, '本通知'),
    ],
  });
}
