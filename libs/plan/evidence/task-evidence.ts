import { type Clause, placeOfName } from '../clause/read-clause.js';
import { ongoingAt } from '../deadline.js';
import type { Evidence, ExtractedDeadline, ExtractedIndicator, ExtractedTask } from '../extraction.schema.js';
import type { TaskPlace } from '../outline/find-task-places.js';
import { type MappedText, type Span, sourceSpan } from '../text/mapped-text.js';
import { asPrinted, byRule, evidenceOf } from './evidence.js';
import { addNameEvidence, type PrintedName } from './name-evidence.js';
import { pathOf } from './paths.js';
import type { EvidenceRule } from './rules.js';

/** What `buildTask` knows of the places of a task's fields. */
export interface TaskReading {
  readonly mapped: MappedText;
  readonly place: TaskPlace;
  /** The task's stretch (normalised), and its words without who its clauses name, of the same length. */
  readonly span: Span;
  readonly words: string;
  readonly subItems: readonly { readonly span: Span }[];
}

/** Where each field of a task of the running text was read. */
export function taskEvidence(task: ExtractedTask, reading: TaskReading): Evidence[] {
  const { mapped, place, span, words, subItems } = reading;
  const whole = task.span;
  const at = (inTask: Span): Span =>
    sourceSpan(mapped, { start: span.start + inTask.start, end: span.start + inTask.end });
  const found: Evidence[] = [numberEvidence(task.number, reading), asPrinted('/text', whole)];
  if (place.section) found.push(asPrinted('/section', sourceSpan(mapped, place.section)));
  if (place.heading) {
    const rule = place.number === 0 ? 'TITLE_IS_FIRST_SENTENCE' : undefined;
    found.push(evidenceOf('/title', sourceSpan(mapped, place.heading), rule));
  }
  task.responsibilities.forEach((clause, i) =>
    found.push(asPrinted(pathOf('responsibilities', i), clause.span)),
  );
  const clauseOf = clausesByName(place.clauses);
  const lead = task.lead.map((name) => printedName(name, true, task, mapped, clauseOf));
  const support = task.support.map((name) => printedName(name, false, task, mapped, clauseOf));
  addNameEvidence(found, 'lead', lead, task.canonicalLead, whole);
  addNameEvidence(found, 'support', support, task.canonicalSupport, whole);
  task.people.forEach(({ name }, i) =>
    found.push(asPrinted(pathOf('people', i), placeOf(name, reading, clauseOf))),
  );
  subItems.forEach((item, i) => found.push(asPrinted(pathOf('subItems', i), at(item.span))));
  task.deadlines.forEach((deadline, i) =>
    found.push(
      evidenceOf(pathOf('deadlines', i), deadline.span ?? whole, deadlineRule(deadline, task.ongoing)),
    ),
  );
  const ongoing = task.ongoing ? ongoingAt(words) : undefined;
  if (ongoing) found.push(byRule('/ongoing', at(ongoing), 'ONGOING_WORD'));
  task.cadences.forEach(({ kind, span: said }, i) =>
    found.push(
      evidenceOf(pathOf('cadences', i), said, kind === 'other' ? 'CADENCE_KIND_UNKNOWN' : undefined),
    ),
  );
  task.indicators.forEach((indicator, i) =>
    found.push(evidenceOf(pathOf('indicators', i), indicator.span, indicatorRule(indicator))),
  );
  return found;
}

export function deadlineRule(
  { inferred, raw }: ExtractedDeadline,
  ongoing: boolean,
): EvidenceRule | undefined {
  if (inferred) return ongoing ? 'DEADLINE_OF_ONGOING' : 'DEADLINE_INFERRED';
  return /(?:20|二[〇零○])/.test(raw) ? undefined : 'YEAR_ASSUMED';
}

export function indicatorRule({
  name,
  raw,
}: Pick<ExtractedIndicator, 'name' | 'raw'>): EvidenceRule | undefined {
  return raw.includes(name) ? undefined : 'INDICATOR_NAME_COMPOSED';
}

function numberEvidence(number: string, { mapped, place, span }: TaskReading): Evidence {
  const start = place.slice > 0 ? (place.section?.start ?? span.start) : span.start;
  const head = sourceSpan(mapped, { start, end: Math.min(start + 12, span.end) });
  if (place.number === 0) return byRule('/number', head, 'NUMBER_COUNTED');
  const marker = mapped.text.slice(start, start + 12);
  const at = marker.indexOf(number);
  if (at < 0) return byRule('/number', head, 'NUMBER_CONVERTED');
  return asPrinted('/number', sourceSpan(mapped, { start: start + at, end: start + at + number.length }));
}

/** Which clause of a task names a unit or a person first. */
type ClauseOfName = (name: string) => Clause | undefined;

function clausesByName(clauses: readonly Clause[]): ClauseOfName {
  if (clauses.length < 8) return (name) => clauses.find(({ places }) => places.has(name));
  const known = new Map<string, Clause>();
  for (const clause of clauses)
    for (const name of clause.places.keys()) if (!known.has(name)) known.set(name, clause);
  return (name) => known.get(name);
}

function printedName(
  name: string,
  leads: boolean,
  task: Pick<ExtractedTask, 'leadIsInferred' | 'span'>,
  mapped: MappedText,
  clauseOf: ClauseOfName,
): PrintedName {
  const clause = clauseOf(name);
  const place = clause && placeOfName(clause, name);
  if (!place) return { name, span: task.span, rule: 'NAME_NOT_PLACED' };
  const rule = leads ? leadRule(name, clause, task.leadIsInferred) : undefined;
  return { name, span: sourceSpan(mapped, place), rule };
}

/** What made a unit lead where 牵头 is not said of it. */
function leadRule(name: string, clause: Clause, inferred: boolean): EvidenceRule | undefined {
  if (inferred && !clause.lead.includes(name)) return 'LEAD_INFERRED';
  if (clause.mode === 'single') return 'LEAD_IS_ONLY_UNIT';
  return clause.saysLead ? undefined : 'LEAD_IS_NAMED_FIRST';
}

function placeOf(name: string, { mapped, span }: TaskReading, clauseOf: ClauseOfName): Span {
  const clause = clauseOf(name);
  return sourceSpan(mapped, (clause && placeOfName(clause, name)) ?? span);
}
