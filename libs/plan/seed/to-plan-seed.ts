import type {
  ExtractedCadence,
  ExtractedIndicator,
  ExtractedTask,
  ExtractedTaskForce,
  Extraction,
} from '../extraction.schema.js';
import type { PlanSeed, PlanSeedTask } from './plan-seed.schema.js';

/** What the text of a plan does not say of itself. */
export interface PlanSeedFacts {
  readonly id: string;
  readonly jurisdiction: { readonly code: string; readonly name: string };
  readonly sourceHash: string;
  readonly sourceLength: number;
  /** Short labels of our own, by task code, for the tasks without a printed title. */
  readonly labels: Readonly<Record<string, string>>;
  /** What a person said of how often, besides what was read: of actions by code, of tasks by theirs. */
  readonly actionCadences?: Readonly<Record<string, NonNullable<PlanSeed['actions'][number]['cadences']>>>;
  readonly replacements?: Readonly<Record<string, NonNullable<PlanSeedTask['replacements']>>>;
}

/** Turns an extraction into the plan as data: everything that was understood, none of the sentences. */
export function toPlanSeed(extraction: Extraction, facts: PlanSeedFacts): PlanSeed {
  const { document } = extraction;
  const annexes = new Map(
    extraction.actions.map((action) => [action.code, Number(/\d+/.exec(action.number)?.[0] ?? 0)]),
  );
  return {
    schema: 'luoshi.plan/1',
    id: facts.id,
    jurisdiction: { ...facts.jurisdiction },
    document: {
      title: document.title,
      number: document.documentNumber,
      issuedBy: document.issuedBy,
      issuedOn: document.issuedOn,
      year: document.year,
    },
    sourceHash: facts.sourceHash,
    sourceLength: facts.sourceLength,
    headquarters: seedTaskForce(extraction.headquarters),
    headlineTargets: extraction.headlineTargets.map(seedIndicator),
    planCadences: distinct(
      extraction.planCadences.map((cadence) => ({ ...seedCadence(cadence), by: cadence.by })),
    ),
    actions: extraction.actions.map(({ code, number, name, goals, taskForce }) => ({
      code,
      number,
      name,
      goals: goals.map(seedIndicator),
      ...(facts.actionCadences?.[code]?.length ? { cadences: facts.actionCadences[code] } : {}),
      taskForce: seedTaskForce(taskForce),
    })),
    tasks: extraction.tasks.map((task) => seedTask(task, annexes.get(task.action) ?? 0, facts)),
  };
}

/** A rhythm that the text mentions twice is owed once. */
function distinct(cadences: PlanSeed['planCadences']): PlanSeed['planCadences'] {
  return [...new Map(cadences.map((cadence) => [JSON.stringify(cadence), cadence])).values()];
}

function seedTask(
  task: ExtractedTask,
  annex: number,
  { labels, replacements = {} }: PlanSeedFacts,
): PlanSeedTask {
  const label = labels[task.id];
  const replaced = replacements[task.id] ?? [];
  return {
    code: task.id,
    action: task.action,
    section: task.section,
    number: task.number,
    ...(task.title === null ? (label === undefined ? {} : { label }) : { title: task.title }),
    place: {
      annex,
      section: /^[（(][^）)]*[）)]/.exec(task.section)?.[0] ?? '',
      number: task.number,
      ...task.span,
    },
    lead: unitNames(task.lead, task.canonicalLead),
    support: unitNames(task.support, task.canonicalSupport),
    mode: task.responsibilities[0]?.mode ?? 'shared',
    openEnded: task.responsibilities.some(({ openEnded }) => openEnded),
    leadIsInferred: task.leadIsInferred,
    needsAssignment: task.needsAssignment,
    deadlines: task.deadlines.map(({ date, inferred }) => ({ date, inferred })),
    ongoing: task.ongoing,
    cadences: task.cadences.map(seedCadence),
    ...(replaced.length > 0 ? { replacements: replaced } : {}),
    indicators: task.indicators.map(seedIndicator),
  };
}

/** Printed and canonical names stand in the same order unless two printed names mean the same unit; then the printed one counts. */
function unitNames(printed: readonly string[], canonical: readonly string[]): PlanSeedTask['lead'] {
  const paired = printed.length === canonical.length;
  return printed.map((name, i) => ({ printed: name, canonical: paired ? (canonical[i] ?? name) : name }));
}

function seedCadence({ kind, every }: ExtractedCadence): Pick<ExtractedCadence, 'kind' | 'every'> {
  return { kind, every };
}

function seedIndicator({
  name,
  comparator,
  value,
  upper,
  unit,
  per,
}: ExtractedIndicator): PlanSeed['headlineTargets'][number] {
  return {
    // What is counted is not always said.
    name: name === '' ? unit : name,
    comparator,
    value,
    ...(upper === undefined ? {} : { upper }),
    unit,
    ...(per === undefined ? {} : { per }),
  };
}

function seedTaskForce(force: ExtractedTaskForce | null): PlanSeed['headquarters'] {
  if (!force) return null;
  const { evidence: _, ...said } = force;
  return { ...said, workingGroups: force.workingGroups.map(({ name, leadUnit }) => ({ name, leadUnit })) };
}
