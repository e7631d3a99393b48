import type { DraftTask, EvidenceView } from '#contract';
import type { Field } from './words.js';

/** Where the evidence of a field is found; the server names places by JSON pointers into the task. */
const PATHS: Record<Field, readonly string[]> = {
  title: ['/title'],
  place: ['/action', '/section', '/number'],
  lead: ['/lead', '/canonicalLead'],
  support: ['/support', '/canonicalSupport'],
  deadlines: ['/deadlines'],
  ongoing: ['/ongoing'],
  cadences: ['/cadences'],
  indicators: ['/indicators'],
  subItems: ['/subItems'],
};

const isAt = (path: string, root: string): boolean => path === root || path.startsWith(`${root}/`);

/** What a field was read from; of one of its items where `item` says which. */
export function evidenceFor(task: DraftTask, field: Field, item?: number): EvidenceView[] {
  const roots = PATHS[field].map((root) => (item === undefined ? root : `${root}/${item}`));
  return task.evidence.filter(({ path }) => roots.some((root) => isAt(path, root)));
}

/** Below this a guess is worth a word beside the field. */
const WORTH_SAYING = 0.95;

/** The least certain reading of a field, where something was inferred; not what the doubts say already. */
export function guessOf(task: DraftTask, field: Field): EvidenceView | null {
  const said = new Set(task.doubts.map(({ message }) => message));
  const guesses = evidenceFor(task, field).filter(
    ({ confidence, reason }) => confidence < WORTH_SAYING && reason !== null && !said.has(reason),
  );
  return guesses.toSorted((a, b) => a.confidence - b.confidence)[0] ?? null;
}

/** Members of a task that make up a field, as `corrected` names them. */
export const isCorrected = (task: DraftTask, field: Field): boolean =>
  field === 'place'
    ? ['actionCode', 'section', 'number'].some((name) => task.corrected.includes(name))
    : task.corrected.includes(field);
