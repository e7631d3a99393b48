import type { MappedText, Span } from '../text/mapped-text.js';
import { outermostBrackets } from '../text/bracket-pairs.js';
import { type Clause, readClause } from './read-clause.js';

const LABEL_LINE = /^(?:总?牵头|主办|责任|配合|参与|协办|落实|承办|实施|支持)(?:责任)?(?:单位|部门)：/;

/** Finds the responsibility clauses of a paragraph (normalised positions), in the order of the text. */
export function findClauses(mapped: MappedText, paragraph: Span): Clause[] {
  const { text } = mapped;
  if (LABEL_LINE.test(text.slice(paragraph.start, paragraph.start + 16))) {
    const whole = readClause(mapped, paragraph, withoutStop(text, paragraph));
    return whole ? [whole] : [];
  }
  const clauses: Clause[] = [];
  for (const span of outermostBrackets(text, paragraph)) {
    const clause = readClause(mapped, span, { start: span.start + 1, end: span.end - 1 });
    if (clause) clauses.push(clause);
  }
  return clauses;
}

function withoutStop(text: string, span: Span): Span {
  return /[。；]/.test(text.charAt(span.end - 1)) ? { start: span.start, end: span.end - 1 } : span;
}
