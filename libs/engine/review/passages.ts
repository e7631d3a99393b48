import { refuse, type Outcome } from '#accountability';
import type { PlanReviewRow } from '#persistence';
import { readPassage, type ExtractedTask } from '#plan';
import type { ReviewFacts } from './first-facts.js';

/** No task is longer; a longer passage is a chapter. */
const LONGEST_PASSAGE = 20_000;

export interface Stretch {
  start: number;
  end: number;
}

/** A place of the running text that a task can be read from. Refused: PassageInvalid. */
export function readPlace(span: object): Outcome<Stretch> {
  if (!('start' in span) || !('end' in span))
    return refuse('PassageInvalid', '表格中的任务按行识别，不能改划原文；请直接更正各栏内容。', {
      field: 'span',
    });
  const { start, end } = span as Stretch;
  if (end <= start) return refuse('PassageInvalid', '所选原文的起点应在终点之前。', { field: 'span' });
  if (end - start > LONGEST_PASSAGE)
    return refuse('PassageInvalid', `所选原文超过 ${LONGEST_PASSAGE} 字；一项任务请只选它自己的段落。`, {
      field: 'span',
    });
  return { ok: true, value: { start, end } };
}

/** A stretch of the document read as one task; `like` lends what the passage does not say. Refused: PassageInvalid. */
export function passageOf(
  passage: string,
  { start, end }: Stretch,
  like: Pick<ExtractedTask, 'id' | 'action' | 'section' | 'number' | 'leadIsInferred'>,
  review: Pick<PlanReviewRow, 'facts'>,
): Outcome<ExtractedTask> {
  const task =
    Array.from(passage).length < end - start
      ? undefined
      : readPassage(passage, start, {
          code: like.id,
          action: like.action,
          section: like.section,
          number: like.number,
          year: (review.facts as ReviewFacts).year,
          firstListedLeads: like.leadIsInferred,
        });
  return task === undefined
    ? refuse('PassageInvalid', '所选位置没有文字，或超出了原文；请在原文中重新选择。', { field: 'span' })
    : { ok: true, value: task };
}
