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
import { unique } from './text/unique.js';
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
  const deadlines = readDeadlines(mapped, span, words, place.clauses, context);
  const place0 = sourceSpan(mapped, span);
  const subItems = findSubItems(words);
  // One object from the beginning: a document may have hundreds of thousands of them.
  const task: ExtractedTask = {
    id: context.id,
    action: context.action,
    section: place.section ? printedAt(mapped, place.section) : '',
    number: context.number,
    title: place.heading ? printedAt(mapped, place.heading) : null,
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
    lead: units.lead,
    support: units.support,
    canonicalLead: units.canonicalLead,
    canonicalSupport: units.canonicalSupport,
    leadIsInferred: units.leadIsInferred,
    needsAssignment: units.lead.length === 0,
    people: peopleOf(place.clauses),
    subItems: subItems.map(({ number, span: at }) => ({
      number,
      text: printedAt(mapped, { start: span.start + at.start, end: span.start + at.end }),
    })),
    deadlines,
    ongoing: deadlines.every((deadline) => deadline.inferred) && isOngoing(saying),
    cadences: readCadences(mapped, span, words),
    indicators: readIndicators(mapped, span, words),
    evidence: [],
    warnings: [],
  };
  task.evidence = taskEvidence(task, { mapped, place, span, words: saying, subItems });
  task.warnings = warningsOf(task, place0, context);
  return task;
}

function peopleOf(clauses: readonly Clause[]): ExtractedTask['people'] {
  const people: ExtractedTask['people'] = [];
  for (const clause of clauses) for (const { name, role } of clause.people) people.push({ name, role });
  return people;
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
  if (clauses.every(({ term }) => term === undefined)) return words;
  const pieces: string[] = [];
  let at = span.start;
  for (const { term } of clauses) {
    if (!term || term.start < at || term.end > span.end) continue;
    pieces.push(
      words.slice(at - span.start, term.start - span.start),
      mapped.text.slice(term.start, term.end),
    );
    at = term.end;
  }
  pieces.push(words.slice(at - span.start));
  return pieces.join('');
}

/** What numbers a line is no part of what is counted in it: 1.新建学校4所. */
function withoutMarkers(words: string): string {
  if (!words.includes('\n')) return withoutMarker(words);
  return words.split('\n').map(withoutMarker).join('\n');
}

function withoutMarker(line: string): string {
  const { length } = readMarker(line);
  return length === 0 ? line : '。'.repeat(length) + line.slice(length);
}

type Units = Pick<
  ExtractedTask,
  'lead' | 'support' | 'canonicalLead' | 'canonicalSupport' | 'leadIsInferred'
>;

function unitsOf(clauses: readonly Clause[], firstListedLeads: boolean): Units {
  const [only] = clauses;
  if (only && clauses.length === 1 && only.lead.length > 0)
    return {
      lead: [...only.lead],
      support: withoutThese(only.support, only.lead),
      canonicalLead: [...only.canonicalLead],
      canonicalSupport: withoutThese(only.canonicalSupport, only.canonicalLead),
      leadIsInferred: false,
    };
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
    support: withoutThese(unique(clauses.flatMap((clause) => clause.support)), lead),
    canonicalLead,
    canonicalSupport: withoutThese(
      unique(clauses.flatMap((clause) => clause.canonicalSupport)),
      canonicalLead,
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
  const found: ExtractedTask['warnings'] = [];
  const has = (condition: boolean, code: Parameters<typeof warning>[0]): void => {
    if (condition) found.push(warning(code, span));
  };
  has(task.responsibilities.length === 0, 'NO_CLAUSE');
  has(task.responsibilities.length > 0 && task.needsAssignment, 'NO_LEAD');
  has(task.leadIsInferred, 'LEAD_INFERRED');
  has(task.lead.some(isGroupUnit), 'LEAD_IS_GROUP');
  has(task.title === null, 'NO_TITLE');
  has(
    task.deadlines.some((deadline) => deadline.inferred),
    'DEADLINE_INFERRED',
  );
  has(context.numberRepeats, 'NUMBER_REPEATED');
  return found;
}

function withoutThese(names: readonly string[], these: readonly string[]): string[] {
  if (names.length * these.length < 100) return names.filter((name) => !these.includes(name));
  const known = new Set(these);
  return names.filter((name) => !known.has(name));
}
