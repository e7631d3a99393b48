import type { CalendarPreview } from '#contract';
import type { Engine, ForeseenCalendar } from '#engine';
import { latestPolicyVersion, taskNames, unitNames } from '#persistence';
import { idsIn, previewView } from './preview.view.js';

/** What an announcement would move, with the names of what is told one by one: for the page and for the command line. */
export async function foreseenPreview(
  { database, book }: Engine['context'],
  jurisdictionId: string,
  foreseen: ForeseenCalendar,
): Promise<CalendarPreview> {
  const { units, tasks } = idsIn(foreseen);
  const names = await database.transaction(
    { jurisdictionId },
    async (tx) => ({
      policy: await book.policy(tx, await latestPolicyVersion(tx)),
      units: await unitNames(tx, units),
      tasks: await taskNames(tx, tasks),
    }),
    { readOnly: true },
  );
  return previewView(foreseen, names);
}
