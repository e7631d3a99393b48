import { replacePlanText, replaceTaskTexts, reprintIndicators, reprintUnits } from '#persistence';
import type { Shell } from '../envelope.js';
import { isInForce, type AmendmentOfPlan } from './amendment-items.js';
import { isOver } from './effect-words.js';
import { printedUnits, unitIdsOf } from './new-tasks.js';
import { placeInText } from './place-in-text.js';
import type { RevisedText } from './revised-text.js';
import type { RunningText } from './running-text.js';
import type { SettledAction } from './settle-actions.js';
import { stablePositions } from './stable-positions.js';

/** The record prints the new text: of the plan, and of every task that was approved or is the same. */
export async function printAnew(
  { tx }: Shell,
  { plan }: RunningText,
  revised: RevisedText,
  { items }: AmendmentOfPlan,
  actions: ReadonlyMap<string, SettledAction>,
  revision: number,
): Promise<void> {
  await replacePlanText(tx, { ...revised, planId: plan.id });
  const kept = items.filter(isInForce).flatMap(({ entry, row, revised: task }) => {
    const action = actions.get(task?.actionCode ?? '');
    const fields = new Set(entry.changes.map(({ field }) => field));
    return row === null || task === null || action === undefined ? [] : [{ row, task, action, fields }];
  });
  await replaceTaskTexts(
    tx,
    kept.map(({ row, task, action, fields }) => {
      // A label of our own is no heading that the text has lost.
      const { title, titleIsLabel } = task.titleIsLabel
        ? { title: row.title, titleIsLabel: row.title_is_label }
        : task;
      return {
        id: row.id,
        actionId: action.id,
        section: task.section,
        number: task.number,
        title,
        titleIsLabel,
        place: placeInText(revised, task, revision),
        text: task.text,
        deadlineInferred: fields.has('deadline') ? task.deadline.inferred : row.deadline_inferred,
        ongoing: task.ongoing,
        cadences: task.cadences,
        ...(task.replacements.length > 0 && { cadenceReplacements: task.replacements }),
      };
    }),
  );
  const living = kept.filter(({ row }) => !isOver(row));
  await reprintUnits(
    tx,
    living.flatMap(({ row, task, fields }) =>
      (['lead', 'support'] as const)
        .filter((kind) => fields.has(kind) && (kind === 'support' || unitIdsOf(task.lead).length > 0))
        .map((kind) => ({ taskId: row.id, kind, units: printedUnits(row.id, kind, task[kind]) })),
    ),
  );
  await reprintIndicators(
    tx,
    living
      .filter(({ fields }) => fields.has('indicators'))
      .map(({ row, task }) => ({
        taskId: row.id,
        indicators: stablePositions(row.indicators, task.indicators, row.read_position),
      })),
  );
}
