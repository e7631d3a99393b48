import type { DutyView } from '#contract';
import { allowedDutyActions } from '#engine';
import { listIndicators, type DutyRow, type Transaction } from '#persistence';
import type { ApiContext } from '../api-dependencies.js';
import { seenBy } from '../who/seen-by.js';
import type { Who } from '../who/who.js';
import { dutyView } from './duty.view.js';

/** What is read as this person may see it, with what they may do with each. */
export async function dutiesSeen(
  context: ApiContext,
  who: Who,
  read: (tx: Transaction) => Promise<DutyRow[]>,
): Promise<DutyView[]> {
  const { rows, indicators } = await seenBy(context, who, async (tx) => {
    const found = await read(tx);
    const taskIds = [...new Set(found.flatMap(({ task_id }) => task_id ?? []))];
    return { rows: found, indicators: await listIndicators(tx, taskIds) };
  });
  // Whether they may act depends on whose line it stands on: that is for the whole jurisdiction to say.
  const { jurisdictionId, actor } = who;
  const actions = await context.database.transaction(
    { jurisdictionId },
    (tx) =>
      allowedDutyActions(
        tx,
        actor,
        rows.map(({ id }) => id),
      ),
    { readOnly: true },
  );
  const now = context.now();
  return rows.map((row) => dutyView(row, actions.get(row.id) ?? [], indicators, now));
}
