import type { Span } from './mapped-text.js';

const OPENING = '（〔【';
const CLOSING = '）〕】';

/** The outermost closed bracket pairs of a stretch, brackets included. One pass, whatever the nesting; unclosed ones are passed over. */
export function outermostBrackets(text: string, within: Span): Span[] {
  const open: number[] = [];
  const pairs: Span[] = [];
  for (let i = within.start; i < within.end; i += 1) {
    const character = text.charAt(i);
    if (OPENING.includes(character)) open.push(i);
    else if (CLOSING.includes(character)) {
      const start = open.pop();
      if (start === undefined) continue;
      for (let last = pairs.at(-1); last && last.start > start; last = pairs.at(-1)) pairs.pop();
      pairs.push({ start, end: i + 1 });
    }
  }
  return pairs;
}
