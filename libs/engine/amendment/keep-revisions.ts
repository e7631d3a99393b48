import type { Actor } from '#accountability';
import { insertPlanRevision, type TaskPlace } from '#persistence';
import type { Shell } from '../envelope.js';
import { isInForce, type AmendmentOfPlan } from './amendment-items.js';
import type { NewTask } from './new-tasks.js';
import { placeInText } from './place-in-text.js';
import type { RevisedText } from './revised-text.js';
import type { RunningText } from './running-text.js';

/** The old text stays readable where it was, and the new one is kept beside it. */
export async function keepRevisions(
  { tx, now }: Shell,
  running: RunningText,
  revised: RevisedText,
  { items }: AmendmentOfPlan,
  added: readonly NewTask[],
  actor: Actor,
  revision: number,
): Promise<void> {
  const { plan } = running;
  if (plan.revision === 1)
    await insertPlanRevision(tx, {
      planId: plan.id,
      number: 1,
      reviewId: null,
      documentId: null,
      title: plan.title,
      documentNumber: plan.document_number,
      issuedBy: plan.issued_by,
      issuedOn: plan.issued_on,
      sourceHash: plan.source_hash,
      sourceText: plan.source_text,
      places: oldPlaces(running),
      inForceAt: null,
      putInForceBy: null,
    });
  const idOfDraft = new Map(added.map(({ id, revised: task }) => [task.draftTaskId, id]));
  const names = new Map(revised.actions.map(({ code, name }) => [code, name]));
  await insertPlanRevision(tx, {
    planId: plan.id,
    number: revision,
    reviewId: revised.reviewId,
    documentId: revised.documentId,
    title: revised.title,
    documentNumber: revised.documentNumber,
    issuedBy: revised.issuedBy,
    issuedOn: revised.issuedOn,
    sourceHash: revised.sourceHash,
    sourceText: revised.sourceText,
    places: items.filter(isInForce).flatMap(({ row, revised: task }): TaskPlace[] => {
      const taskId = row?.id ?? idOfDraft.get(task?.draftTaskId ?? '');
      if (taskId === undefined || task === null) return [];
      return [
        {
          taskId,
          actionCode: task.actionCode,
          actionName: names.get(task.actionCode) ?? '',
          section: task.section,
          number: task.number,
          title: task.title,
          titleIsLabel: task.titleIsLabel,
          place: placeInText(revised, task, revision),
          text: task.text,
        },
      ];
    }),
    inForceAt: now,
    putInForceBy: actor.personId,
  });
}

function oldPlaces({ rows, actions }: RunningText): TaskPlace[] {
  const actionOf = new Map(actions.map((action) => [action.id, action]));
  const ofText = rows.filter(({ origin }) => origin.kind === 'plan');
  return ofText.map((row) => ({
    taskId: row.id,
    actionCode: actionOf.get(row.action_id)?.code ?? '',
    actionName: actionOf.get(row.action_id)?.name ?? '',
    section: row.section,
    number: row.number,
    title: row.title,
    titleIsLabel: row.title_is_label,
    place: row.place,
    text: row.text,
  }));
}
