import {
  actionIdOf,
  planIdOf,
  refuse,
  taskIdOf,
  unitIdOf,
  type Outcome,
  type TaskInput,
} from '#accountability';
import type { CivilDate, Instant } from '#calendar';
import {
  appendEvents,
  insertIndicators,
  insertResponsibilities,
  insertTasks,
  type EventWrite,
  type IndicatorWrite,
  type ResponsibilityWrite,
  type TaskWrite,
  type Transaction,
} from '#persistence';
import type { PlanSeed, PlanSeedTask, UnitDirectory } from '#plan';
import type { RuleBook } from '../rule-book.js';
import { begunTaskRow } from '../tasks/begun-task-row.js';
import { reportedRhythms } from '../tasks/reported-rhythms.js';
import { bodiesOf, unitsOf, type ResolvedName } from './plan-units.js';

export interface ImportPlanOptions {
  /** What the names of one task mean, where a person has said so; left out: the directory. */
  directoryFor?: (taskCode: string) => UnitDirectory;
  /** Unit ids by code, as the record has them; left out: as they follow from the codes. */
  idOfUnit?: ReadonlyMap<string, string>;
}

export const unitIdsOf =
  ({ scope }: Transaction, { idOfUnit }: ImportPlanOptions) =>
  (code: string): string =>
    idOfUnit?.get(code) ?? unitIdOf(scope.jurisdictionId, code);

/** A task, and which units its names mean. */
export interface NamedTask {
  task: PlanSeedTask;
  lead: ReturnType<typeof unitsOf>;
  support: ReturnType<typeof unitsOf>;
}

const UNRESOLVED_TOLD = 20;

/** Tasks of a plan with the units that are meant. Refused: UnitUnknown, with every name that means none. */
export function namedTasks(
  plan: PlanSeed,
  tasks: readonly PlanSeedTask[],
  directory: UnitDirectory,
  on: CivilDate,
  { directoryFor }: ImportPlanOptions,
): Outcome<NamedTask[]> {
  const drafts = tasks.map((task) => {
    const bodies = bodiesOf(plan, task.action);
    const known = directoryFor?.(task.code) ?? directory;
    return {
      task,
      lead: unitsOf(task.lead, known, { spellOut: true, bodies, on }),
      support: unitsOf(task.support, known, { spellOut: false, bodies, on }),
    };
  });
  const unresolved = new Map(
    drafts
      .flatMap(({ lead, support }) => [...lead.unresolved, ...support.unresolved])
      .map(({ printed, message }) => [printed, message]),
  );
  if (unresolved.size > 0) {
    const told = [...unresolved.values()].slice(0, UNRESOLVED_TOLD).join('');
    const more = unresolved.size > UNRESOLVED_TOLD ? `……共 ${unresolved.size} 个名称。` : '';
    return refuse('UnitUnknown', `有单位名称对不上，没有导入。${told}${more}`, {
      unknown: [...unresolved.keys()],
    });
  }
  return { ok: true, value: drafts };
}

/** Puts tasks of a plan that is in the record into it, drafted. Returns how many nobody leads. */
export async function insertPlanTasks(
  tx: Transaction,
  book: RuleBook,
  plan: PlanSeed,
  drafts: readonly NamedTask[],
  { policyVersion, now, idOf }: { policyVersion: number; now: Instant; idOf: (code: string) => string },
): Promise<number> {
  const { jurisdictionId } = tx.scope;
  const planId = planIdOf(jurisdictionId, plan.id);
  const rules = await book.rules(tx, policyVersion);
  const events: EventWrite[] = [];
  const tasks = drafts.map(({ task, lead }): TaskWrite => {
    const id = taskIdOf(jurisdictionId, plan.id, task.code);
    const leadUnitIds = [...new Set(lead.resolved.map(({ code }) => idOf(code)))];
    const deadline = deadlineOf(task, plan.document.year);
    const ongoing = task.ongoing && deadline.inferred;
    const kept = {
      plan: plan.planCadences,
      action: plan.actions.find(({ code }) => code === task.action)?.cadences ?? [],
      task: task.cadences,
      replacements: task.replacements ?? [],
    };
    const input: TaskInput = {
      id,
      planId,
      leadUnitIds,
      deadlineOn: deadline.on,
      reportsEvery: reportedRhythms(kept, rules.policy),
      ...(ongoing && { ongoing }),
    };
    const { columns, event } = begunTaskRow(jurisdictionId, input, rules, policyVersion, {
      at: now,
      personId: null,
    });
    events.push(event);
    return {
      ...columns,
      actionId: actionIdOf(jurisdictionId, plan.id, task.action),
      code: task.code,
      section: task.section,
      number: task.number,
      title: task.title ?? task.label ?? task.code,
      titleIsLabel: task.title === undefined,
      place: task.place,
      deadlineInferred: deadline.inferred,
      ongoing: task.ongoing,
      cadences: task.cadences,
      cadenceReplacements: task.replacements ?? [],
    };
  });
  await insertTasks(tx, tasks);
  await appendEvents(tx, events);
  const rows = drafts.map(({ task, lead, support }) => ({
    taskId: taskIdOf(jurisdictionId, plan.id, task.code),
    task,
    lead,
    support,
  }));
  await insertResponsibilities(
    tx,
    rows.flatMap(({ taskId, lead, support }) => [
      ...responsibilities(idOf, taskId, 'lead', lead.resolved),
      ...responsibilities(idOf, taskId, 'support', support.resolved),
    ]),
  );
  await insertIndicators(
    tx,
    rows.flatMap(({ taskId, task }) => indicators(taskId, task)),
  );
  return tasks.filter(({ needsAssignment }) => needsAssignment).length;
}

/** The last date that the text names, else the end of the plan's year, which is then marked as inferred. */
function deadlineOf(task: PlanSeedTask, year: number): { on: CivilDate; inferred: boolean } {
  const said = task.deadlines
    .filter(({ inferred }) => !inferred)
    .map(({ date }) => date)
    .sort();
  const last = said.at(-1);
  return last === undefined
    ? { on: task.deadlines[0]?.date ?? `${year}-12-31`, inferred: true }
    : { on: last, inferred: false };
}

const responsibilities = (
  idOf: (code: string) => string,
  taskId: string,
  kind: 'lead' | 'support',
  names: readonly ResolvedName[],
): ResponsibilityWrite[] =>
  names.map(({ code, desk, printed }, position) => ({
    taskId,
    unitId: idOf(code),
    desk,
    kind,
    printedName: printed,
    position,
  }));

const indicators = (taskId: string, task: PlanSeedTask): IndicatorWrite[] =>
  task.indicators.map(({ name, comparator, value, upper, unit, per }, position) => ({
    taskId,
    position,
    name,
    comparator,
    value,
    upper: upper ?? null,
    unit,
    per: per ?? null,
  }));
