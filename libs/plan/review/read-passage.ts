import { buildTask } from '../build-task.js';
import { findClauses } from '../clause/find-clauses.js';
import type { ExtractedTask } from '../extraction.schema.js';
import { ownHeading } from '../outline/own-heading.js';
import { readParagraphs } from '../outline/paragraphs.js';
import { normalise } from '../text/normalise.js';

export interface PassageContext {
  readonly code: string;
  readonly action: string;
  readonly section: string;
  /** Used where the passage does not begin with a number. */
  readonly number: string;
  /** The plan's year; 0 where it is unknown. */
  readonly year: number;
  /** "The first-listed unit leads" is said for the chapter that the passage stands in. */
  readonly firstListedLeads: boolean;
}

/**
 * A passage that a person takes for one task, read by the same rules as the rest. `start` is its place in the
 * document (code points): spans of the answer are places of the document. Undefined where nothing is printed there.
 */
export function readPassage(
  passage: string,
  start: number,
  context: PassageContext,
): ExtractedTask | undefined {
  const mapped = normalise(passage);
  const [first, second] = [...readParagraphs(mapped.text)];
  if (!first) return undefined;
  const span = { start: first.start, end: mapped.text.length };
  const clauses = findClauses(mapped, span);
  const heading = ownHeading(mapped.text, first, second, clauses);
  const numbered = first.marker.number > 0;
  const task = buildTask(
    mapped,
    { span, heading, section: undefined, number: first.marker.number, slice: 0, clauses },
    {
      id: context.code,
      action: context.action,
      number: numbered ? String(first.marker.number) : context.number,
      year: context.year,
      throughYear: context.year,
      firstListedLeads: context.firstListedLeads,
      numberRepeats: false,
    },
  );
  return { ...shifted(task, start), section: context.section };
}

/** The same with every place moved by `by`. */
function shifted<T>(value: T, by: number): T {
  if (Array.isArray(value)) return value.map((item: unknown) => shifted(item, by)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]: [string, unknown]): [string, unknown] => [
    key,
    typeof member === 'number' && (key === 'start' || key === 'end') ? member + by : shifted(member, by),
  ]);
  return Object.fromEntries(entries) as T;
}
