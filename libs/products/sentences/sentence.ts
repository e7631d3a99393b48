import type { Inline } from '#official';
import { inline, type Part } from './say.js';

/** A clause, or nothing: what there is nothing to say of is left out. */
export type Clause = Part | null;

const isSaid = (clause: Clause): clause is Part =>
  clause !== null && inline(clause).some(({ text }) => text !== '');

const between = (clauses: readonly Clause[], mark: string): Part[] =>
  clauses.filter(isSaid).flatMap((clause, index): Part[] => (index === 0 ? [clause] : [mark, clause]));

/** Clauses with commas between them and a full stop behind; no sentence of none. */
export function sentence(...clauses: readonly Clause[]): Inline[] {
  const said = between(clauses, '，');
  return said.length === 0 ? [] : inline(said, '。');
}

/** Things of one kind, with `、` between them. */
export const enumerated = (...items: readonly Clause[]): Inline[] => inline(between(items, '、'));

/** Statements that stand side by side in one sentence. */
export function statements(...items: readonly Clause[]): Inline[] {
  const said = between(items, '；');
  return said.length === 0 ? [] : inline(said, '。');
}

/** Sentences one after the other: a paragraph's line. */
export const prose = (...sentences: readonly Part[]): Inline[] => inline(sentences);
