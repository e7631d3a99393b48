import type { ExtractedTask, Extraction } from '../extraction.schema.js';
import type { Draft } from './draft.js';

/** What a person has settled about the document as a whole. */
export interface ReviewedFacts {
  readonly title: string;
  readonly documentNumber: string;
  readonly issuedBy: string;
  readonly issuedOn: string | null;
  readonly year: number;
}

/** The extraction with what persons corrected: the tasks that were not dropped, in their order. */
export function reviewedExtraction(
  read: Extraction,
  facts: ReviewedFacts,
  drafts: readonly Pick<Draft, 'state' | 'body'>[],
): Extraction {
  return {
    ...read,
    document: {
      ...read.document,
      title: facts.title,
      documentNumber: facts.documentNumber,
      issuedBy: facts.issuedBy,
      issuedOn: facts.issuedOn ?? '',
      year: facts.year,
    },
    tasks: drafts.filter(({ state }) => state !== 'dropped').map(({ body }) => body.task),
  };
}

const NO_TASK_FORCE = {
  name: '',
  convener: '',
  executiveDeputyConveners: [],
  deputyConveners: [],
  memberUnits: [],
  officeUnit: '',
  workingGroups: [],
  evidence: [],
};

/**
 * The reviewed extraction as what the reading of this document is to be measured by: the same file, with the figures
 * that scoring asks for beside it (`start`, `end`, `effectiveLead`, `responsibility`, `planLevel`). Dates that were only
 * inferred are no part of it.
 */
export function goldOf(read: Extraction, facts: ReviewedFacts, drafts: readonly Draft[]): object {
  const reviewed = reviewedExtraction(read, facts, drafts);
  const corrected = new Map(drafts.map(({ body, corrected: fields }) => [body.task.id, fields]));
  return {
    ...reviewed,
    actions: reviewed.actions.map((action) => ({ ...action, taskForce: action.taskForce ?? NO_TASK_FORCE })),
    tasks: reviewed.tasks.map((task) => goldTask(task, corrected.get(task.id) ?? [])),
    planLevel: { cadences: reviewed.planCadences, goals: reviewed.headlineTargets },
  };
}

function goldTask(task: ExtractedTask, corrected: readonly string[]): object {
  const stated = task.deadlines.filter(({ inferred }) => !inferred);
  const said = corrected.includes('lead') || corrected.includes('support');
  const responsibilities = said ? restated(task) : task.responsibilities;
  return {
    ...task,
    responsibilities,
    deadlines: stated,
    evidence: task.evidence.filter(({ path }) => !path.startsWith('/deadlines/') || isStated(path, task)),
    ...('start' in task.span ? { start: task.span.start, end: task.span.end } : {}),
    effectiveLead: task.lead,
    responsibility: responsibilities,
  };
}

const isStated = (path: string, task: ExtractedTask): boolean =>
  task.deadlines[Number(path.split('/')[2])]?.inferred === false;

/** The clauses as a person said who leads and who supports: each name in the clause it stands in, new ones in the first. */
function restated({ responsibilities, lead, support }: ExtractedTask): ExtractedTask['responsibilities'] {
  const printed = new Set(responsibilities.flatMap((clause) => [...clause.lead, ...clause.support]));
  const own = (names: readonly string[], clause: readonly string[], first: boolean): string[] =>
    names.filter((name) => clause.includes(name) || (first && !printed.has(name)));
  return responsibilities.map((clause, i) => {
    const names = [...clause.lead, ...clause.support];
    const leads = own(lead, names, i === 0);
    const supports = own(support, names, i === 0);
    const mode = leads.length === 0 ? 'shared' : supports.length > 0 ? 'lead-support' : 'lead-only';
    const same = leads.join() === clause.lead.join() && supports.join() === clause.support.join();
    return same ? clause : { ...clause, lead: leads, support: supports, mode };
  });
}
