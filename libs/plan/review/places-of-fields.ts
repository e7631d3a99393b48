import type { Evidence, ExtractedTask } from '../extraction.schema.js';
import { keyOfValue, sameValue } from './same-value.js';

/** Fields that are lists, each element with a place of its own. */
const LISTS = [
  'responsibilities',
  'lead',
  'support',
  'canonicalLead',
  'canonicalSupport',
  'people',
  'subItems',
  'deadlines',
  'cadences',
  'indicators',
] as const;
type ListField = (typeof LISTS)[number];
const ISLIST: ReadonlySet<string> = new Set(LISTS);

type Unplaced = Omit<ExtractedTask, 'evidence'>;

/**
 * Where the fields of a corrected or joined task stand: an element that one of the sources read keeps its place and
 * its rule; one that a person put there stands at the task itself, and nothing about it is inferred.
 */
export function placesOfFields(task: Unplaced, sources: readonly ExtractedTask[]): Evidence[] {
  const first = sources[0];
  const scalars = (first?.evidence ?? []).filter(({ path }) => {
    const field = path.split('/')[1] ?? '';
    if (ISLIST.has(field)) return false;
    const key = field as keyof Unplaced;
    return first !== undefined && sameValue(first[key], task[key]);
  });
  const said = (['number', 'title', 'section', 'text'] as const)
    .filter((field) => task[field] !== null && task[field] !== '')
    .filter((field) => !scalars.some(({ path }) => path === `/${field}`))
    .map((field) => ({ path: `/${field}`, span: task.span, confidence: 1 }));
  const lists = LISTS.flatMap((field) =>
    task[field].map((element, i) => ({
      ...(placeOf(field, element, sources) ?? { span: task.span, confidence: 1 }),
      path: `/${field}/${i}`,
    })),
  );
  return [...scalars, ...said, ...lists];
}

function placeOf(
  field: ListField,
  element: unknown,
  sources: readonly ExtractedTask[],
): Evidence | undefined {
  const wanted = keyOfValue(element);
  for (const source of sources) {
    const at = source[field].findIndex((one: unknown) => keyOfValue(one) === wanted);
    const found = at < 0 ? undefined : source.evidence.find(({ path }) => path === `/${field}/${at}`);
    if (found) return found;
  }
  return undefined;
}
