import type { Span } from './mapped-text.js';

const OPENING = '（〔【〈《“';
const CLOSING = '）〕】〉》”';

/** The position after the bracket that closes the one at `at`; `text.length` where none does. Linear, not recursive. */
export function skipBracket(text: string, at: number, limit = text.length): number {
  let depth = 0;
  for (let i = at; i < limit; i += 1) {
    const character = text.charAt(i);
    if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) {
      depth -= 1;
      if (depth <= 0) return i + 1;
    }
  }
  return limit;
}

/** Splits `span` of `text` at the given separators, but not inside brackets or quotation marks; empty parts are left out. */
export function splitOutsideBrackets(text: string, span: Span, separators: string): Span[] {
  const parts: Span[] = [];
  let start = span.start;
  let depth = 0;
  for (let i = span.start; i < span.end; i += 1) {
    const character = text.charAt(i);
    if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && separators.includes(character)) {
      if (i > start) parts.push({ start, end: i });
      start = i + 1;
    }
  }
  if (span.end > start) parts.push({ start, end: span.end });
  return parts;
}
