import type { Instant } from '#calendar';
import { basis, letter } from './letter.js';
import type { NoticeText, OfficialNoticeFacts } from './notice.facts.js';
import {
  by,
  dutyOf,
  afterNotices,
  mustName,
  periodsInBrief,
  periodsOf,
  planName,
  taskLines,
  tasksInBrief,
} from './wording.js';

export interface SupervisionNoticeFacts extends OfficialNoticeFacts {
  /** The card as the scheme calls it, `黄牌`; left out where the notice is no card. */
  cardLabel?: string | undefined;
  /** Until when the unit must file and answer. */
  answerBy: Instant;
  /** A cause beside the silence, as a full clause: `你单位本季度已两次收到提醒函`. */
  cause?: string | undefined;
  copiesTo?: string[] | undefined;
}

/** The supervision notice (督办单): a demand with a deadline, issued by the supervision office. */
export function supervisionNoticeText(facts: SupervisionNoticeFacts): NoticeText {
  const { tasks } = facts;
  mustName(tasks);
  const periods = periodsOf(tasks);
  const before = afterNotices(facts.earlier);
  const cause = facts.cause === undefined ? '' : `${facts.cause}。`;
  const single = tasks.length === 1;
  const finding = single
    ? `${before}仍未收到你单位关于${tasksInBrief(tasks)}的填报。`
    : `${before}${tasksInBrief(tasks)}仍未收到你单位的填报：`;
  const card = facts.cardLabel === undefined ? '现予督办。' : `现予督办（${facts.cardLabel}）。`;
  return letter(facts, {
    title: `关于逾期未填报${periodsInBrief(periods)}进展情况的督办单`,
    addressees: [facts.unit],
    copiesTo: facts.copiesTo,
    paragraphs: [
      `按照${planName(facts.plan)}的调度要求，${dutyOf('你单位', tasks)}。${cause}${finding}`,
      ...(single ? [] : taskLines(tasks)),
      `${card}请你单位主要负责人组织核实，于${by(facts.answerBy)}补报进展，并书面说明逾期原因和整改措施。逾期不办的，将按规则升级处理。`,
      basis(facts, '本督办单'),
    ],
  });
}
