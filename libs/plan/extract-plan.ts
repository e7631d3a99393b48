import { findClauses } from './clause/find-clauses.js';
import { saysFirstListedLeads } from './clause/first-listed-leads.js';
import type { Clause } from './clause/read-clause.js';
import { type DocumentHead, readDocumentHead } from './document-head.js';
import { buildTask, readIndicators } from './build-task.js';
import { actionEvidence } from './evidence/action-evidence.js';
import { taskForceEvidence } from './evidence/task-force-evidence.js';
import type { ExtractedAction, ExtractedTask, Extraction, ExtractionWarning } from './extraction.schema.js';
import { type ActionPlace, findActions } from './outline/find-actions.js';
import { headingEnd, type Paragraph } from './outline/paragraphs.js';
import { type Chapter, type Part, readOutline } from './outline/read-outline.js';
import { readPlanCadences } from './plan-cadences.js';
import { readTaskForce, type TaskForce } from './task-force.js';
import { normalise } from './text/normalise.js';
import type { MappedText, Span } from './text/mapped-text.js';
import { warning } from './warnings.js';

/**
 * Reads a published plan: its head, its actions with goals and task forces, its tasks, and what it asks of everybody.
 * Never throws; what is doubtful stands in the warnings. Offsets are code points of `source`. Linear time.
 */
export function extractPlan(source: string): Extraction {
  const mapped = normalise(source);
  const head = readDocumentHead(mapped);
  const chapters = readOutline(mapped);
  const clausesOf = memoiseClauses(mapped);
  const actionPlaces = findActions(mapped, chapters, head, clausesOf);
  const tasks = actionPlaces.flatMap((action) => tasksOf(mapped, head, action));
  // Where annexes are the actions, what they found and ask is theirs.
  const annexed = actionPlaces.some((action) => action.hasOwnChapter);
  const bodies = annexed ? chapters.filter((chapter) => chapter.annex === 0) : chapters;
  return {
    schema: 'luoshi.extraction/1',
    document: { ...head },
    headquarters: firstOf(bodies, (body) => taskForceOf(mapped, body)),
    actions: actionPlaces.map((action) => toAction(mapped, action)),
    tasks,
    planCadences: bodies
      .flatMap((body) => body.parts)
      .filter((part) => part.role === 'organisation')
      .flatMap((part) => readPlanCadences(mapped, partSpan(mapped, part))),
    headlineTargets: headlineTargets(mapped, bodies),
    warnings: documentWarnings(mapped, head, tasks),
  };
}

function memoiseClauses(mapped: MappedText): (span: Span) => readonly Clause[] {
  const known = new Map<number, readonly Clause[]>();
  const width = mapped.text.length + 1;
  return (span) => {
    const key = span.start * width + span.end;
    let found = known.get(key);
    if (!found) {
      found = findClauses(mapped, span);
      known.set(key, found);
    }
    return found;
  };
}

function tasksOf(mapped: MappedText, head: DocumentHead, action: ActionPlace): ExtractedTask[] {
  const code = `A${action.index}`;
  const seen = new Map<string, number>();
  const rule = firstLeadsIn(mapped, action);
  let fromHere = false;
  return action.places.map((place, i) => {
    const number = place.number || i + 1;
    const plain = `${code}-${String(number).padStart(2, '0')}${place.slice > 0 ? `.${place.slice}` : ''}`;
    const repeats = seen.get(plain) ?? 0;
    seen.set(plain, repeats + 1);
    const id = repeats === 0 ? plain : `${plain}${letters(repeats)}`;
    fromHere ||= place.clauses.some((clause) => clause.onwards);
    return buildTask(mapped, place, {
      id,
      action: code,
      number: String(number),
      year: head.year,
      throughYear: head.throughYear,
      firstListedLeads: rule || fromHere,
      numberRepeats: repeats > 0,
    });
  });
}

/** 1: b, 25: z, 26: aa, 27: ab. */
function letters(count: number): string {
  const last = String.fromCharCode(97 + (count % 26));
  return count < 26 ? last : `${letters(Math.floor(count / 26) - 1)}${last}`;
}

/** "本方案…排序第一的责任单位为牵头单位" goes for the chapter it stands in; inside a clause it goes for that clause (and, with 下同, those after it). */
function firstLeadsIn(mapped: MappedText, action: ActionPlace): boolean {
  let from = action.chapter.start;
  for (const { span } of action.places.flatMap((place) => place.clauses)) {
    if (span.start > from && saysFirstListedLeads(mapped.text.slice(from, span.start))) return true;
    from = Math.max(from, span.end);
  }
  return saysFirstListedLeads(mapped.text.slice(from, action.chapter.end));
}

function toAction(mapped: MappedText, action: ActionPlace): ExtractedAction {
  const parts = action.hasOwnChapter ? action.chapter.parts.filter((part) => part.role === 'goals') : [];
  const goals = parts.flatMap((part) => readIndicators(mapped, partSpan(mapped, part)));
  return {
    code: `A${action.index}`,
    number: action.number,
    name: action.name,
    goals,
    taskForce: action.hasOwnChapter ? taskForceOf(mapped, action.chapter) : null,
    evidence: actionEvidence(mapped, action, goals),
  };
}

function firstOf<Of, Found>(from: readonly Of[], find: (one: Of) => Found | null): Found | null {
  for (const one of from) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}

function taskForceOf(mapped: MappedText, chapter: Chapter): ExtractedAction['taskForce'] {
  for (const part of chapter.parts.filter(({ role }) => role === 'organisation')) {
    for (const paragraph of paragraphsOf(part)) {
      const found = readTaskForce(mapped, paragraph);
      if (found) return { ...mutable(found), evidence: taskForceEvidence(mapped, paragraph, found) };
    }
  }
  return null;
}

function mutable(force: TaskForce): Omit<NonNullable<ExtractedAction['taskForce']>, 'evidence'> {
  return {
    ...force,
    executiveDeputyConveners: [...force.executiveDeputyConveners],
    deputyConveners: [...force.deputyConveners],
    memberUnits: [...force.memberUnits],
    workingGroups: force.workingGroups.map((group) => ({ ...group })),
  };
}

function paragraphsOf(part: Pick<Part, 'sections'>): Paragraph[] {
  return part.sections.flatMap((section) => [
    ...(section.heading ? [section.heading] : []),
    ...section.paragraphs,
  ]);
}

function partSpan(mapped: MappedText, part: Pick<Part, 'heading' | 'sections'>): Span {
  const paragraphs = paragraphsOf(part);
  const start = part.heading ? headingEnd(mapped.text, part.heading) : (paragraphs[0]?.start ?? 0);
  return { start, end: Math.max(start, paragraphs.at(-1)?.end ?? part.heading?.end ?? start) };
}

const EXPECTED = /(?:预期|主要|总体|工作)目标(?:任务)?是?[：:]/u;

function headlineTargets(mapped: MappedText, bodies: readonly Chapter[]): Extraction['headlineTargets'] {
  const parts = bodies.flatMap((body) => body.parts);
  const read = (part: Pick<Part, 'heading' | 'sections'>): Extraction['headlineTargets'] =>
    readIndicators(mapped, partSpan(mapped, part));
  const goals = parts.filter((part) => part.role === 'goals');
  if (goals.length > 0) return goals.flatMap(read);
  const sections = parts.flatMap((part) =>
    part.role === 'review' ? [] : part.sections.filter((section) => section.role === 'goals'),
  );
  if (sections.length > 0)
    return sections.flatMap((section) =>
      read({ heading: section.heading, sections: [{ ...section, heading: undefined }] }),
    );
  const told = parts
    .flatMap(paragraphsOf)
    .concat(bodies.flatMap((body) => body.opening))
    .filter((paragraph) => EXPECTED.test(mapped.text.slice(paragraph.start, paragraph.end)));
  if (told.length > 0) return told.flatMap((paragraph) => readIndicators(mapped, paragraph));
  return parts.filter((part) => part.role === 'general').flatMap(read);
}

function documentWarnings(
  mapped: MappedText,
  head: DocumentHead,
  tasks: readonly ExtractedTask[],
): ExtractionWarning[] {
  const start = { start: mapped.offsets[0] ?? 0, end: mapped.offsets[0] ?? 0 };
  return [
    ...(tasks.length === 0 ? [warning('NO_TASKS', start)] : []),
    ...(head.year === 0 ? [warning('NO_YEAR', start)] : []),
    ...(head.documentNumber === '' ? [warning('NO_DOCUMENT_NUMBER', start)] : []),
  ];
}
