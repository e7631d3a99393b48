import type { EvidenceFileList } from '#contract';
import { actsForEvidence } from '#engine';
import { evidenceOfTask, placeOfTask } from '#persistence';
import type { ApiContext } from '../api-dependencies.js';
import { seenBy } from '../who/seen-by.js';
import type { Who } from '../who/who.js';
import { evidenceView } from './evidence.view.js';

/** What was handed in on a task, and whether this person may hand in more. Who asks has been found to see the task. */
export async function taskEvidence(context: ApiContext, who: Who, taskId: string): Promise<EvidenceFileList> {
  const rows = await seenBy(context, who, (tx) => evidenceOfTask(tx, taskId));
  const acts = await actsFor(context, who, taskId);
  return {
    items: rows.map((row) => evidenceView(row, acts)),
    mayAdd: context.files !== undefined && acts !== undefined,
  };
}

/** The unit that this person hands evidence in for; null: for an office; undefined: for nobody. */
export async function actsFor(
  context: ApiContext,
  { jurisdictionId, actor }: Who,
  taskId: string,
): Promise<string | null | undefined> {
  const place = await context.database.transaction({ jurisdictionId }, (tx) => placeOfTask(tx, taskId), {
    readOnly: true,
  });
  return place === null ? undefined : actsForEvidence(actor, { jurisdictionId, ...place });
}
