import { findCadences } from './cadence.js';
import { taskEvidence } from './evidence/task-evidence.js';
import { isGroupUnit } from './clause/unit-names.js';
import type { Clause } from './clause/read-clause.js';
import { findDeadlines, isOngoing } from './deadline.js';
import type {
  ExtractedCadence,
  ExtractedDeadline,
  ExtractedIndicator,
  ExtractedTask,
} from './extraction.schema.js';
import { findIndicators } from './indicator.js';
import type { TaskPlace } from './outline/find-task-places.js';
import { readMarker } from './outline/marker.js';
import { findSubItems } from './sub-items.js';
import { type MappedText, printedAt, type Span, sourceSpan, trimSpan } from './text/mapped-text.js';
import { warning } from './warnings.js';

interface TaskContext {
  readonly id: string;
  readonly action: string;
  readonly number: string;
  /** The plan's year; 0 where it is unknown. */
  readonly year: number;
  /** The last year that the plan covers. */
  readonly throughYear: number;
  readonly firstListedLeads: boolean;
  readonly numberRepeats: boolean;
}

/** Everything that one place in the text says about its task. */
export function buildTask(mapped: MappedText, place: TaskPlace, context: TaskContext): ExtractedTask {
  const span = trimSpan(mapped.text, place.span);
  const words = outsideClauses(mapped, span, place.clauses);
  const saying = withTerms(words, mapped, span, place.clauses);
  const units = unitsOf(place.clauses, context.firstListedLeads);
  const indicators = readIndicators(mapped, span, words);
  const deadlines = readDeadlines(mapped, span, words, place.clauses, context);
  const title = place.heading ? printedAt(mapped, place.heading) : null;
  const place0 = sourceSpan(mapped, span);
  const subItems = findSubItems(words);
  const task: Omit<ExtractedTask, 'evidence' | 'warnings'> = {
    id: context.id,
    action: context.action,
    section: place.section ? printedAt(mapped, place.section) : '',
    number: context.number,
    title,
    text: printedAt(mapped, span),
    span: place0,
    responsibilities: place.clauses.map((clause) => ({
      raw: printedAt(mapped, clause.span),
      span: sourceSpan(mapped, clause.span),
      lead: [...clause.lead],
      support: [...clause.support],
      mode: clause.mode,
      openEnded: clause.openEnded,
    })),
    ...units,
    needsAssignment: units.lead.length === 0,
    people: place.clauses.flatMap((clause) => clause.people.map((person) => ({ ...person }))),
    subItems: subItems.map(({ number, span: at }) => ({
      number,
      text: printedAt(mapped, { start: span.start + at.start, end: span.start + at.end }),
    })),
    deadlines,
    ongoing: deadlines.every((deadline) => deadline.inferred) && isOngoing(saying),
    cadences: readCadences(mapped, span, words),
    indicators,
  };
  return {
    ...task,
    evidence: taskEvidence(task, {
      mapped,
      place,
      span,
      words: saying,
      subItems: subItems.map((item) => item.span),
    }),
    warnings: warningsOf(task, place0, context),
  };
}

/** The text of a span with its clauses blanked out, so that positions stay true. */
function outsideClauses(mapped: MappedText, span: Span, clauses: readonly Clause[]): string {
  const pieces: string[] = [];
  let at = span.start;
  for (const clause of clauses) {
    const from = Math.max(at, clause.span.start);
    const to = Math.min(span.end, clause.span.end);
    if (to <= from) continue;
    pieces.push(mapped.text.slice(at, from), '。'.repeat(to - from));
    at = to;
  }
  pieces.push(mapped.text.slice(at, span.end));
  return pieces.join('');
}

/** The same, with what the clauses say of the time (完成时限：持续推进). */
function withTerms(words: string, mapped: MappedText, span: Span, clauses: readonly Clause[]): string {
  return clauses.reduce((text, { term }) => {
    if (!term || term.start < span.start || term.end > span.end) return text;
    const [from, to] = [term.start - span.start, term.end - span.start];
    return `${text.slice(0, from)}${mapped.text.slice(term.start, term.end)}${text.slice(to)}`;
  }, words);
}

/** What numbers a line is no part of what is counted in it: 1.新建学校4所. */
function withoutMarkers(words: string): string {
  return words.replace(/(^|\n)([^\n]{1,16})/g, (line, before: string, head: string) => {
    const { length } = readMarker(head);
    return length === 0 ? line : `${before}${'。'.repeat(length)}${head.slice(length)}`;
  });
}

type Units = Pick<
  ExtractedTask,
  'lead' | 'support' | 'canonicalLead' | 'canonicalSupport' | 'leadIsInferred'
>;

function unitsOf(clauses: readonly Clause[], firstListedLeads: boolean): Units {
  const stated = clauses.some((clause) => clause.lead.length > 0);
  const inferring = stated
    ? undefined
    : clauses.find((clause) => (firstListedLeads || clause.firstLeads) && clause.support.length > 0);
  const first = inferring ? inferring.support.slice(0, 1) : [];
  const firstCanonical = inferring ? inferring.canonicalSupport.slice(0, 1) : [];
  const lead = unique([...clauses.flatMap((clause) => clause.lead), ...first]);
  const canonicalLead = unique([...clauses.flatMap((clause) => clause.canonicalLead), ...firstCanonical]);
  return {
    lead,
    support: unique(clauses.flatMap((clause) => clause.support)).filter((name) => !lead.includes(name)),
    canonicalLead,
    canonicalSupport: unique(clauses.flatMap((clause) => clause.canonicalSupport)).filter(
      (name) => !canonicalLead.includes(name),
    ),
    leadIsInferred: inferring !== undefined,
  };
}

/** The indicators of a normalised stretch; `words` is what to read instead of its own text, of the same length. */
export function readIndicators(
  mapped: MappedText,
  span: Span,
  words = mapped.text.slice(span.start, span.end),
): ExtractedIndicator[] {
  return findIndicators(withoutMarkers(words)).map(({ span: at, ...indicator }) => ({
    ...indicator,
    ...placed(mapped, span, at),
  }));
}

export function readCadences(mapped: MappedText, span: Span, words: string): ExtractedCadence[] {
  return findCadences(words).map(({ span: at, ...cadence }) => ({ ...cadence, ...placed(mapped, span, at) }));
}

function readDeadlines(
  mapped: MappedText,
  span: Span,
  words: string,
  clauses: readonly Clause[],
  { year, throughYear }: Pick<TaskContext, 'year' | 'throughYear'>,
): ExtractedDeadline[] {
  const stated = findDeadlines(words, year).map(({ date, span: at }) => ({
    date,
    inferred: false,
    ...placed(mapped, span, at),
  }));
  for (const { term } of clauses) {
    if (!term) continue;
    const inTerm = findDeadlines(mapped.text.slice(term.start, term.end), year);
    stated.push(
      ...inTerm.map(({ date, span: at }) => ({ date, inferred: false, ...placed(mapped, term, at) })),
    );
  }
  if (stated.length > 0) return distinctDates(stated);
  return year > 0 ? [{ date: `${throughYear}-12-31`, raw: '', inferred: true }] : [];
}

/** A date that the words and the clause both name is one deadline. */
function distinctDates(deadlines: readonly ExtractedDeadline[]): ExtractedDeadline[] {
  return [
    ...new Map([...deadlines].reverse().map((deadline) => [deadline.date, deadline])).values(),
  ].reverse();
}

function placed(
  mapped: MappedText,
  base: Span,
  at: Span,
): { raw: string; span: { start: number; end: number } } {
  const inText = { start: base.start + at.start, end: base.start + at.end };
  return { raw: printedAt(mapped, inText), span: sourceSpan(mapped, inText) };
}

function warningsOf(
  task: Omit<ExtractedTask, 'evidence' | 'warnings'>,
  span: Span,
  context: TaskContext,
): ExtractedTask['warnings'] {
  const has = (condition: boolean, code: Parameters<typeof warning>[0]): ExtractedTask['warnings'] =>
    condition ? [warning(code, span)] : [];
  return [
    ...has(task.responsibilities.length === 0, 'NO_CLAUSE'),
    ...has(task.responsibilities.length > 0 && task.needsAssignment, 'NO_LEAD'),
    ...has(task.leadIsInferred, 'LEAD_INFERRED'),
    ...has(task.lead.some(isGroupUnit), 'LEAD_IS_GROUP'),
    ...has(task.title === null, 'NO_TITLE'),
    ...has(
      task.deadlines.some((deadline) => deadline.inferred),
      'DEADLINE_INFERRED',
    ),
    ...has(context.numberRepeats, 'NUMBER_REPEATED'),
  ];
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
