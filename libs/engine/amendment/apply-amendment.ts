import type { Actor, Outcome } from '#accountability';
import { nextCode } from '#plan';
import { applyEvents } from '../apply-events.js';
import type { Shell } from '../envelope.js';
import { amendmentEvents } from './amendment-events.js';
import { isInForce, type AmendmentItem } from './amendment-items.js';
import { tellUnits } from './amendment-messages.js';
import { refusalOf } from './amendment-refusal.js';
import { followCadences } from './follow-cadences.js';
import { keepRevisions } from './keep-revisions.js';
import { insertNewTasks, newTaskId, unitIdsOf, type NewTask } from './new-tasks.js';
import { placeInText } from './place-in-text.js';
import { printAnew } from './print-anew.js';
import { readAmendment } from './read-amendment.js';
import type { RevisedText } from './revised-text.js';
import type { RunningText } from './running-text.js';
import { settleActions, type SettledAction } from './settle-actions.js';

export interface AppliedAmendment {
  planId: string;
  /** Number of the text that is in force now. */
  revision: number;
  added: number;
  removed: number;
  changed: number;
  unchanged: number;
  rejected: number;
  /** Added tasks that were dispatched; the others wait for a person to name who leads. */
  dispatched: number;
}

/**
 * Puts a revised text in force, within the transaction given: everything that was approved, and nothing else. Refused
 * while a difference is undecided or a task unconfirmed; a refusal leaves the writing to be rolled back by the caller.
 */
export async function applyAmendment(
  shell: Shell,
  revised: RevisedText,
  actor: Actor,
): Promise<Outcome<AppliedAmendment>> {
  const { tx } = shell;
  const read = await readAmendment(tx, revised, true);
  if (!read.ok) return read;
  const { running, amendment } = read.value;
  const refused = refusalOf(revised, amendment);
  if (refused) return refused;

  const actions = await settleActions(shell, running, revised, amendment);
  const revision = running.plan.revision + 1;
  const added = newTasks(shell, running, actions, amendment.items, revised, revision);
  await insertNewTasks(shell, running.plan, added);
  const document = documentName(revised);
  const envelopes = amendmentEvents(amendment.items, added, {
    reviewId: revised.reviewId,
    document,
    actor,
    at: shell.now,
  });
  const outcome = await applyEvents(shell, envelopes);
  if (!outcome.ok) return outcome;

  await keepRevisions(shell, running, revised, amendment, added, actor, revision);
  await printAnew(shell, running, revised, amendment, actions, revision);
  const followed = await followCadences(shell, running.plan.id, {
    reviewId: revised.reviewId,
    document,
    actor,
  });
  if (!followed.ok) return followed;
  await tellUnits(shell, running.plan, { reviewId: revised.reviewId, document }, amendment.items, added);
  const count = (kind: AmendmentItem['entry']['kind']): number =>
    amendment.items.filter((item) => item.entry.kind === kind && isInForce(item)).length;
  return {
    ok: true,
    value: {
      planId: running.plan.id,
      revision,
      added: count('added'),
      removed: count('removed'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      rejected: amendment.items.filter(({ decision }) => decision === 'rejected').length,
      dispatched: added.filter((task) => unitIdsOf(task.revised.lead).length > 0).length,
    },
  };
}

const documentName = ({ documentNumber, title }: RevisedText): string => documentNumber || `《${title}》`;

function newTasks(
  { tx }: Shell,
  running: RunningText,
  actions: ReadonlyMap<string, SettledAction>,
  items: readonly AmendmentItem[],
  revised: RevisedText,
  revision: number,
): NewTask[] {
  // A code is a task's for good, also after its end.
  const taken = new Set(running.rows.map(({ code }) => code));
  return items.flatMap(({ entry, decision, revised: task }): NewTask[] => {
    const action = actions.get(task?.actionCode ?? '');
    if (entry.kind !== 'added' || decision !== 'approved' || task === null || action === undefined) return [];
    const code = nextCode(action.code, taken);
    taken.add(code);
    const id = newTaskId(tx.scope.jurisdictionId, running.plan, code);
    return [{ id, code, actionId: action.id, revised: task, place: placeInText(revised, task, revision) }];
  });
}
