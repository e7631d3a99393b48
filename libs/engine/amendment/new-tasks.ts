import { taskIdOf, type TaskInput } from '#accountability';
import {
  appendEvents,
  inheritedCadences,
  insertIndicators,
  insertResponsibilities,
  insertTasks,
  setTaskTexts,
  type EventWrite,
  type ResponsibilityWrite,
  type TaskWrite,
} from '#persistence';
import type { Shell } from '../envelope.js';
import { begunTaskRow } from '../tasks/begun-task-row.js';
import { reportedRhythms } from '../tasks/reported-rhythms.js';
import type { RevisedTask, RevisedUnit } from './revised-text.js';
import type { RunningPlanRow } from '#persistence';
import { stablePositions } from './stable-positions.js';

/** A task that a revised text adds, with its code and its place in the running plan. */
export interface NewTask {
  id: string;
  code: string;
  actionId: string;
  revised: RevisedTask;
  place: Record<string, unknown>;
}

export const newTaskId = (jurisdictionId: string, plan: RunningPlanRow, code: string): string =>
  taskIdOf(jurisdictionId, plan.code, code);

/** Puts tasks into the record of a running plan, drafted: what follows is the pipeline's. */
export async function insertNewTasks(
  { tx, now, book }: Shell,
  plan: RunningPlanRow,
  tasks: readonly NewTask[],
): Promise<void> {
  if (tasks.length === 0) return;
  const { jurisdictionId } = tx.scope;
  const rules = await book.rules(tx, plan.policy_version);
  const events: EventWrite[] = [];
  const inherited = new Map(
    await Promise.all(
      [...new Set(tasks.map(({ actionId }) => actionId))].map(
        async (actionId) => [actionId, await inheritedCadences(tx, actionId)] as const,
      ),
    ),
  );
  const rows = tasks.map(({ id, code, actionId, revised, place }): TaskWrite => {
    const leadUnitIds = unitIdsOf(revised.lead);
    const ongoing = revised.ongoing && revised.deadline.inferred;
    const kept = {
      ...(inherited.get(actionId) ?? { plan: [], action: [] }),
      task: revised.cadences,
      replacements: revised.replacements,
    };
    const input: TaskInput = {
      id,
      planId: plan.id,
      leadUnitIds,
      deadlineOn: revised.deadline.on,
      reportsEvery: reportedRhythms(kept, rules.policy),
      ...(ongoing && { ongoing }),
    };
    const { columns, event } = begunTaskRow(jurisdictionId, input, rules, plan.policy_version, {
      at: now,
      personId: null,
    });
    events.push(event);
    return {
      ...columns,
      actionId,
      code,
      section: revised.section,
      number: revised.number,
      title: revised.title,
      titleIsLabel: revised.titleIsLabel,
      place,
      deadlineInferred: revised.deadline.inferred,
      ongoing: revised.ongoing,
      cadences: revised.cadences,
      cadenceReplacements: revised.replacements,
    };
  });
  await insertTasks(tx, rows);
  await appendEvents(tx, events);
  await setTaskTexts(
    tx,
    tasks.map(({ id, revised }) => ({ id, text: revised.text })),
  );
  await insertResponsibilities(
    tx,
    tasks.flatMap(({ id, revised }) => [
      ...printedUnits(id, 'lead', revised.lead),
      ...printedUnits(id, 'support', revised.support),
    ]),
  );
  await insertIndicators(
    tx,
    tasks.flatMap(({ id, revised }) =>
      stablePositions([], revised.indicators, -1).map((indicator) => ({ ...indicator, taskId: id })),
    ),
  );
}

export const unitIdsOf = (units: readonly RevisedUnit[]): string[] => [
  ...new Set(units.flatMap(({ unitId }) => unitId ?? [])),
];

/** Units as a text prints them beside a task, in its order. */
export const printedUnits = (
  taskId: string,
  kind: 'lead' | 'support',
  units: readonly RevisedUnit[],
): ResponsibilityWrite[] =>
  units.flatMap(({ unitId, desk, printed }, position) =>
    unitId === null ? [] : [{ taskId, unitId, desk, kind, printedName: printed, position }],
  );
