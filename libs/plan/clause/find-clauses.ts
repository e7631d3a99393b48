import { outermostBrackets } from '../text/bracket-pairs.js';
import type { MappedText, Span } from '../text/mapped-text.js';
import { saysFirstListedLeads } from './first-listed-leads.js';
import { labelAt } from './label-words.js';
import { type Clause, readClause } from './read-clause.js';

/** Labels that only responsibility clauses have: 成员单位 and 建设单位 stand elsewhere too. */
const OF_CLAUSE = /牵头|主办|主责|责任|配合|参与|协办|协同|落实|承办|实施|负责/;
/** Where a label may begin within a paragraph: after a sentence, brackets or a blank. */
const BEFORE_LABEL = /[。；！？）〕】 ](?=[\u3400-\u9fff]{2,10}(?:（[^（）]{0,30}）)?：)/gu;
/** A clause without brackets and labels is only looked for in lines as short as this that say who leads. */
const MAX_BARE = 160;
/** So many lines of labels may make one clause, and so many characters. */
const MAX_LINES = 12;
const MAX_LENGTH = 2000;
const SAYS_ROLE = /牵头|按(?:照)?(?:各自)?职责|负责[，。]?$/;

/** Finds the responsibility clauses of a stretch (normalised positions), in the order of the text. Lines of labels that follow each other are one clause. */
export function findClauses(mapped: MappedText, stretch: Span): Clause[] {
  const { text } = mapped;
  const clauses: Clause[] = [];
  const lines = linesOf(text, stretch);
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line) continue;
    const isLabel = isLabelled(text, line);
    let last = i;
    while (isLabel && last - i < MAX_LINES && isLabelled(text, lines[last + 1])) last += 1;
    const block = { start: line.start, end: lines[last]?.end ?? line.end };
    const whole =
      isLabel && saysWho(text, lines.slice(i, last + 1))
        ? readClause(mapped, block, withoutStop(text, block))
        : undefined;
    if (whole) {
      clauses.push(whole);
      i = last;
    } else clauses.push(...clausesOfLine(mapped, line));
  }
  return clauses;
}

function linesOf(text: string, stretch: Span): Span[] {
  const lines: Span[] = [];
  for (let start = stretch.start; start < stretch.end;) {
    const line = text.indexOf('\n', start);
    const end = line < 0 || line > stretch.end ? stretch.end : line;
    if (end > start) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

function isLabelled(text: string, line: Span | undefined): boolean {
  const label = line && labelAt(text, line.start);
  return (
    label !== undefined &&
    label.value !== 'remark' &&
    (label.value === 'people' || label.value === 'term' || OF_CLAUSE.test(label.words))
  );
}

function saysWho(text: string, lines: readonly Span[]): boolean {
  return lines.some((line) => {
    const label = labelAt(text, line.start);
    return label !== undefined && label.value !== 'people' && label.value !== 'term';
  });
}

/** The clauses in brackets, those that begin with a label after a sentence, or the line as a whole. */
function clausesOfLine(mapped: MappedText, line: Span): Clause[] {
  const { text } = mapped;
  const brackets = outermostBrackets(text, line);
  const found: Clause[] = [];
  for (const span of brackets) {
    const clause = readClause(mapped, span, { start: span.start + 1, end: span.end - 1 });
    if (clause) found.push(clause);
  }
  found.push(...labelledWithin(mapped, line, brackets));
  if (found.length > 0) return found.sort((a, b) => a.span.start - b.span.start);
  const words = text.slice(line.start, Math.min(line.end, line.start + MAX_BARE + 1));
  const bare = words.length <= MAX_BARE && SAYS_ROLE.test(words) && !saysFirstListedLeads(words);
  const whole = bare ? readClause(mapped, line, withoutStop(text, line)) : undefined;
  if (whole?.saysLead === true && whole.allUnits) return [whole];
  const last = lastSentence(text, line);
  const clause = last && readClause(mapped, last, withoutStop(text, last));
  return clause?.allUnits === true && clause.lead.length > 0 ? [clause] : [];
}

/** …。由甲局会同乙局负责，年底前完成。 The last sentence of a paragraph, where it says who is to do what was said. */
function lastSentence(text: string, line: Span): Span | undefined {
  const end = /[。；]/.test(text.charAt(line.end - 1)) ? line.end - 1 : line.end;
  const from = Math.max(line.start, end - MAX_BARE);
  // Only its own end is looked through: in a text without full stops it would be far back for every line.
  const words = text.slice(from, end);
  const start = from + Math.max(words.lastIndexOf('。'), words.lastIndexOf('；')) + 1;
  if (start <= from || start >= end || !BY_WHOM.test(text.slice(start, end))) return undefined;
  return { start, end: line.end };
}
const BY_WHOM = /^由[^，。；]{3,80}(?:牵头|负责)/;

/** …。责任单位：甲局、乙局。 */
function labelledWithin(mapped: MappedText, line: Span, brackets: readonly Span[]): Clause[] {
  const { text } = mapped;
  const found: Clause[] = [];
  let bracket = 0;
  let from = line.start;
  const words = text.slice(line.start, line.end);
  for (const match of words.matchAll(BEFORE_LABEL)) {
    const at = line.start + match.index + 1;
    if (at < from) continue;
    while ((brackets[bracket]?.end ?? line.end) <= at - 1) bracket += 1;
    if ((brackets[bracket]?.start ?? line.end) < at - 1) continue;
    const label = labelAt(text, at);
    if (!label || label.value === 'remark' || label.value === 'people' || label.value === 'term') continue;
    if (!OF_CLAUSE.test(label.words)) continue;
    const stop = endOfLabels(text, at, line.end);
    const clause = readClause(mapped, { start: at, end: stop }, withoutStop(text, { start: at, end: stop }));
    if (!clause) continue;
    found.push(clause);
    from = stop;
  }
  return found;
}

/** After the full stop that no further label follows. */
function endOfLabels(text: string, from: number, limit: number): number {
  const last = Math.min(limit, from + MAX_LENGTH);
  for (let at = from; at < last; at += 1) {
    if (text.charAt(at) !== '。') continue;
    const next = labelAt(text, at + 1);
    if (!next || next.value === 'remark') return at + 1;
  }
  return last;
}

function withoutStop(text: string, span: Span): Span {
  return /[。；]/.test(text.charAt(span.end - 1)) ? { start: span.start, end: span.end - 1 } : span;
}
