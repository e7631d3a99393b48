import { findCadences } from './cadence.js';
import type { Extraction } from './extraction.schema.js';
import { type MappedText, printedAt, type Span, sourceSpan } from './text/mapped-text.js';

const SUBJECT = /([^，。；、：\n]{2,30}?)(?:要|须|应当|应|负责|将)/u;

/** The cadences that a plan asks of everybody, each with who owes it (the subject of its sentence, as printed; empty where none is said). */
export function readPlanCadences(mapped: MappedText, span: Span): Extraction['planCadences'] {
  const text = mapped.text.slice(span.start, span.end);
  return findCadences(text).map(({ kind, every, span: at }) => {
    const inText = { start: span.start + at.start, end: span.start + at.end };
    return {
      kind,
      every,
      raw: printedAt(mapped, inText),
      by: subjectOf(text, at),
      span: sourceSpan(mapped, inText),
    };
  });
}

function subjectOf(text: string, at: Span): string {
  const clauseStart = lastOf(text, at.end, '，。；\n');
  const own = /^召集人|^[^，。；]{2,16}(?:单位|部门|办公室|专班|组)(?=每|按)/u.exec(
    text.slice(clauseStart, at.end),
  )?.[0];
  if (own !== undefined) return own;
  const sentenceStart = lastOf(text, at.start, '。\n');
  return (SUBJECT.exec(text.slice(sentenceStart, at.start))?.[1] ?? '').replace(/^（[^）]*）/u, '');
}

function lastOf(text: string, before: number, marks: string): number {
  for (let i = before - 1; i >= 0; i -= 1) if (marks.includes(text.charAt(i))) return i + 1;
  return 0;
}
