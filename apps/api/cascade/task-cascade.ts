import { mayHandDown } from '#accountability';
import type { TaskCascadeView } from '#contract';
import { mayBeHandedDown } from '#engine';
import {
  handDownsOfTask,
  handedDownOfTask,
  jurisdictionRelations,
  taskToHandDown,
  type HandDownRead,
  type TaskToHandDown,
  type Transaction,
} from '#persistence';
import type { ApiContext } from '../api-dependencies.js';
import { seenBy } from '../who/seen-by.js';
import type { Who } from '../who/who.js';
import { handDownView, jurisdictionRef, lowerFigures } from './cascade.view.js';

/** To whom a task is handed down, what came back, and to whom it may be handed. Who asks has been found to see the task. */
export function taskCascade(context: ApiContext, who: Who, taskId: string): Promise<TaskCascadeView> {
  return seenBy(context, who, async (tx) => {
    const task = await taskToHandDown(tx, taskId, { lock: false });
    const rows = await handDownsOfTask(tx, taskId);
    const mayAct = task !== null && mayHandDownOf(who, task);
    const mayNow = task !== null && mayBeHandedDown(tx, task, who.actor);
    const children = mayNow ? await childrenFor(tx, rows) : [];
    const own = await handedDownOfTask(tx, taskId);
    return {
      items: rows.map((row) => handDownView(row, mayAct)),
      mayHandDown: children.length > 0,
      children,
      handedDown: own && { id: own.id, upperName: own.upperName, upperTaskCode: own.upperTaskCode },
      figures: lowerFigures(rows),
    };
  });
}

/** Those below with whom it does not stand already. */
async function childrenFor(tx: Transaction, rows: readonly HandDownRead[]) {
  const standing = new Set(
    rows.flatMap(({ state, lowerId }) => (state === 'declined' || state === 'recalled' ? [] : [lowerId])),
  );
  return (await jurisdictionRelations(tx))
    .filter(({ id, relation }) => relation === 'child' && !standing.has(id))
    .map(jurisdictionRef);
}

export const mayHandDownOf = (
  { actor, jurisdictionId }: Who,
  { planCode, actionCode, leadUnitIds }: TaskToHandDown,
): boolean => mayHandDown(actor, { jurisdictionId, planCode, actionCode, unitIds: leadUnitIds });
