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

export interface CircularFacts extends OfficialNoticeFacts {
  /** To whom it goes: `各工作专班`, `区直有关单位`; the unit itself is named in the text. */
  addressees: string[];
  /** `红牌` */
  cardLabel?: string | undefined;
  /** Who agreed to it: `指挥长`. */
  agreedBy?: string | undefined;
  answerBy?: Instant | undefined;
}

/** The circular (通报): the unit is named before the others. */
export function circularText(facts: CircularFacts): NoticeText {
  const { tasks, unit } = facts;
  mustName(tasks);
  const periods = periodsOf(tasks);
  const before = afterNotices(facts.earlier);
  const single = tasks.length === 1;
  const finding = single
    ? `${before}${unit}仍未填报${tasksInBrief(tasks)}的进展情况。`
    : `${before}${unit}仍未填报${tasksInBrief(tasks)}的进展情况：`;
  const agreed = facts.agreedBy === undefined ? '' : `经${facts.agreedBy}同意，`;
  const card = facts.cardLabel === undefined ? '' : `（${facts.cardLabel}）`;
  const answer = facts.answerBy === undefined ? '立即整改' : `于${by(facts.answerBy)}整改到位`;
  return letter(facts, {
    title: `关于${unit}逾期未填报${periodsInBrief(periods)}进展情况的通报`,
    addressees: facts.addressees,
    paragraphs: [
      `按照${planName(facts.plan)}的调度要求，${dutyOf(unit, tasks)}。${finding}`,
      ...(single ? [] : taskLines(tasks)),
      `${agreed}现对${unit}予以通报${card}。请${unit}${answer}，并将整改情况书面报送${facts.issuer}；各单位引以为戒，按时如实填报。`,
      basis(facts, '本通报'),
    ],
  });
}
