import { findClauses } from '../clause/find-clauses.js';
import { readMarker } from '../outline/marker.js';
import type { MappedText } from '../text/mapped-text.js';
import { normalise } from '../text/normalise.js';
import type { AmendableTask } from './amendable-task.js';

/** A task's words, made comparable. */
export interface PlainWords {
  readonly title: string;
  /** Without number, heading and responsibility clauses: what there is to do. Null where the text is not at hand. */
  readonly body: string | null;
  /** The whole text without its number; null as `body`. */
  readonly whole: string | null;
  /** The body as a person reads it. */
  readonly shown: string;
}

/** Widths, blanks, marks and thousands in one form: what only looks different is the same. */
export function plainForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Cc}]/gu, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/[〔［【]/g, '[')
    .replace(/[〕］】]/g, ']')
    .replace(/[〈﹤]/g, '<')
    .replace(/[〉﹥]/g, '>')
    .replace(/。/g, '.')
    .replace(/[“”„‟「」『』]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[‐-―─﹣－~～]+/g, '-')
    .replace(/[.;]+$/, '');
}

export function plainWords(task: AmendableTask): PlainWords {
  const title = plainForm(task.title);
  if (task.text === null) return { title, body: null, whole: null, shown: '' };
  const mapped = normalise(task.text);
  const whole = withoutMarkers(mapped.text);
  const shown = withoutHeading(withoutMarkers(withoutClauses(mapped)), task.titleIsLabel ? '' : title);
  return { title, body: plainForm(shown), whole: plainForm(whole), shown };
}

/** Who is responsible is compared by itself, so it is no part of what there is to do. */
function withoutClauses(mapped: MappedText): string {
  const { text } = mapped;
  const pieces: string[] = [];
  let at = 0;
  for (const { span } of findClauses(mapped, { start: 0, end: text.length })) {
    if (span.start < at) continue;
    pieces.push(text.slice(at, span.start));
    at = span.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** A task that moves gets another number, and stays what it is. */
function withoutMarkers(text: string): string {
  let rest = text.trimStart();
  for (let marker = readMarker(rest); marker.length > 0; marker = readMarker(rest))
    rest = rest.slice(marker.length).trimStart();
  return rest;
}

function withoutHeading(text: string, title: string): string {
  if (title === '') return text.trim();
  let end = 0;
  for (const character of text) {
    const next = end + character.length;
    const head = plainForm(text.slice(0, next));
    if (head !== '' && !title.startsWith(head)) break;
    end = next;
    if (head === title)
      return text
        .slice(end)
        .replace(/^[\s。.：:；;，,]+/, '')
        .trim();
  }
  return text.trim();
}
