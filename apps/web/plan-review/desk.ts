import type { DraftTask, PlanReview, ReadingSpan } from '#contract';
import { createContext, useContext } from 'react';
import type { Acts } from './use-acts.js';
import type { Drafts, FieldDraft } from './use-drafts.js';

/** A place of the document that is to be brought into view; another object, another wish. */
export interface Reveal {
  span: ReadingSpan;
}

/** What the two halves of the page know together. */
export interface Desk {
  review: PlanReview;
  acts: Acts;
  selected: DraftTask | null;
  /** Chooses a task; the document goes there unless the choice was made in it. */
  select: (taskId: string | null, options?: { inDocument?: boolean }) => void;
  /** Places of the field under the pointer or the focus. */
  pointed: readonly ReadingSpan[];
  point: (spans: readonly ReadingSpan[]) => void;
  reveal: (span: ReadingSpan) => void;
  /** Code points where the selected task would be cut; null while nothing is being split. */
  cuts: readonly number[] | null;
  setCuts: (cuts: readonly number[] | null) => void;
  drafts: Drafts;
  setDraft: (key: string, draft: FieldDraft | null) => void;
  mayChange: boolean;
  /** The words of the document at a place; null in a table. */
  wordsAt: (span: ReadingSpan) => string | null;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('outside of a review');
  return desk;
}
