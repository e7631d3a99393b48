import { systemClock, type Database, type Transaction } from '#persistence';
import { BY_COMMAND } from './origin.js';
import { recordAccess, recordExport, type TrailFact } from './record.js';

/**
 * A command is about to write a file with what belongs to a jurisdiction: on the trail, committed, before its first byte.
 *
 *     await leavesAtMachine(database, jurisdictionId, 'archive export', { action: 'archiveExported', details: { tables: 77 } });
 *
 * @param command as it is typed, without what follows it
 * @param fact `details` holds ids and counts alone; a path goes into `after`, which can be erased (it can hold a name)
 */
export const leavesAtMachine = (
  database: Database,
  jurisdictionId: string,
  command: string,
  fact: Pick<TrailFact<'export'>, 'action' | 'personIds' | 'target' | 'details' | 'after'>,
): Promise<void> =>
  database.transaction({ jurisdictionId }, (tx) =>
    recordExport(tx, BY_COMMAND, {
      target: { kind: 'command', id: command },
      ...fact,
      at: systemClock.now(),
      details: { command, ...fact.details },
    }),
  );

/** A command shows personal data on a screen. In the transaction that reads them; they are shown when it has committed. */
export const seenAtMachine = (
  tx: Transaction,
  command: string,
  fact: Pick<TrailFact<'read'>, 'personIds' | 'details' | 'after'> = {},
): Promise<void> =>
  recordAccess(tx, BY_COMMAND, {
    action: 'looked',
    at: systemClock.now(),
    target: { kind: 'command', id: command },
    ...fact,
    details: { command, ...fact.details },
  });
