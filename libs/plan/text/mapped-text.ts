/** A stretch of a text: `end` is the first position after it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A normalised text that never loses the way back: `text` and `printed` have the same length; at each position `text`
 * holds the normalised character and `printed` the one of the source. `offsets` holds, for each position, the code
 * point offset in the source, and one more entry for the end.
 */
export interface MappedText {
  readonly text: string;
  readonly printed: string;
  readonly offsets: Int32Array;
}

/** The span in the source (code points) of the normalised positions `[start, end)`. */
export function sourceSpan(mapped: MappedText, span: Span): Span {
  const start = mapped.offsets[span.start] ?? 0;
  if (span.end <= span.start) return { start, end: start };
  return { start, end: (mapped.offsets[span.end - 1] ?? start) + 1 };
}

/** What stands in the source at the normalised positions `[start, end)`, without the characters that normalisation left out. */
export function printedAt(mapped: MappedText, span: Span): string {
  return mapped.printed.slice(span.start, span.end).trim();
}

/** `span` without the blanks and line ends at its borders. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return start === span.start && end === span.end ? span : { start, end };
}

const isBlank = (code: number): boolean =>
  code === 0x20 ||
  code === 0x0a ||
  (code > 0x20 && code < 0x80 ? false : code <= 0x3000 && isRareBlank(code));
/** In a normalised text there are no others than these two. */
const isRareBlank = (code: number): boolean => /\s/.test(String.fromCharCode(code));
