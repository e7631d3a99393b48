import { identifierOf } from '#accountability';
import type { DraftTaskChange, DraftTaskRow } from '#persistence';
import type { Draft, DraftBody } from '#plan';

/** A row as `#plan` knows it. */
export function draftOf(row: Pick<DraftTaskRow, 'code' | 'state' | 'body' | 'origin' | 'corrected'>): Draft {
  const { code, state, body, origin, corrected } = row;
  return { code, state, body: body as DraftBody, origin, corrected };
}

export const bodyOf = (row: Pick<DraftTaskRow, 'body'>): DraftBody => row.body as DraftBody;

/** What is written of a draft that has changed: a confirmation does not outlive what was confirmed. */
export function changed(row: DraftTaskRow, change: Partial<DraftTaskChange>): DraftTaskChange {
  const { id, state, code, body, origin, corrected, dropReason } = row;
  return { id, state, code, body, origin, corrected, dropReason, ...change };
}

/** A draft's id follows from its review and the code that it was born with. */
export const draftIdOf = (reviewId: string, code: string): string => identifierOf(reviewId, 'draft', code);

/** The codes of a review, of those that were merged away too: a code is never given twice. */
export const unionOf = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];
