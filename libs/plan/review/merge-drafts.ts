import type { ExtractedTask } from '../extraction.schema.js';
import type { Draft, DraftBody } from './draft.js';
import { placesOfFields } from './places-of-fields.js';
import { keyOfValue } from './same-value.js';

/**
 * One task out of several, in the order of the document: texts joined, everything that each says kept once. It goes
 * by the code and the name of the first.
 *
 * @param adjoining nothing else stands between them: the joined task's place reaches from the first to the last
 */
export function mergeDrafts(drafts: readonly Draft[], adjoining: boolean): Omit<Draft, 'state'> | undefined {
  const [first] = drafts;
  if (!first) return undefined;
  const tasks = drafts.map(({ body }) => body.task);
  const lead = union(tasks, 'lead');
  const canonicalLead = union(tasks, 'canonicalLead');
  const all = <F extends 'responsibilities' | 'people' | 'subItems' | 'cadences' | 'indicators'>(
    field: F,
  ): ExtractedTask[F] => distinct(tasks.flatMap((task) => task[field] as unknown[])) as ExtractedTask[F];
  const task: Omit<ExtractedTask, 'evidence'> = {
    ...first.body.task,
    text: tasks.map(({ text }) => text).join('\n'),
    span: spanOf(tasks, adjoining),
    responsibilities: all('responsibilities'),
    lead,
    support: union(tasks, 'support').filter((name) => !lead.includes(name)),
    canonicalLead,
    canonicalSupport: union(tasks, 'canonicalSupport').filter((name) => !canonicalLead.includes(name)),
    leadIsInferred: tasks.some(({ leadIsInferred }) => leadIsInferred),
    needsAssignment: lead.length === 0,
    people: all('people'),
    subItems: all('subItems'),
    deadlines: deadlinesOf(tasks),
    ongoing: tasks.every(({ ongoing }) => ongoing),
    cadences: all('cadences'),
    indicators: all('indicators'),
    warnings: distinct(tasks.flatMap(({ warnings }) => warnings)).filter(
      ({ code }) => lead.length === 0 || (code !== 'NO_LEAD' && code !== 'NO_CLAUSE'),
    ),
  };
  const body: DraftBody = {
    task: { ...task, evidence: placesOfFields(task, tasks) },
    label: first.body.label,
    ...replacementsOf(drafts),
    chosen: Object.assign(
      {},
      ...drafts.map(({ body: { chosen } }) => chosen).reverse(),
    ) as DraftBody['chosen'],
    // Paths into lists are others now; which field it was stays true.
    doubts: distinct(
      drafts.flatMap(({ body: { doubts } }) =>
        doubts.map((doubt) => ({ ...doubt, path: `/${doubt.path.split('/')[1] ?? ''}` })),
      ),
    ),
  };
  return {
    code: first.code,
    body,
    origin: [...new Set(drafts.flatMap(({ origin }) => origin))],
    corrected: [...new Set(drafts.flatMap(({ corrected }) => corrected))],
  };
}

/** What a person said of any of them holds for the one. */
function replacementsOf(drafts: readonly Draft[]): Pick<DraftBody, 'replacements'> {
  const replacements = distinct(drafts.flatMap(({ body }) => body.replacements ?? []));
  return replacements.length > 0 ? { replacements } : {};
}

function union(
  tasks: readonly ExtractedTask[],
  field: 'lead' | 'support' | 'canonicalLead' | 'canonicalSupport',
): string[] {
  return [...new Set(tasks.flatMap((task) => task[field]))];
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [keyOfValue(item), item])).values()];
}

/** A date that was inferred counts only where none of the parts names one. */
function deadlinesOf(tasks: readonly ExtractedTask[]): ExtractedTask['deadlines'] {
  const all = tasks.flatMap(({ deadlines }) => deadlines);
  const stated = all.filter(({ inferred }) => !inferred);
  const kept = stated.length > 0 ? stated : all;
  return [...new Map([...kept].reverse().map((deadline) => [deadline.date, deadline])).values()].reverse();
}

function spanOf(tasks: readonly ExtractedTask[], adjoining: boolean): ExtractedTask['span'] {
  const spans = tasks.flatMap(({ span }) => ('start' in span ? [span] : []));
  const first = tasks[0]?.span ?? { start: 0, end: 0 };
  if (!adjoining || spans.length < tasks.length) return first;
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}
