import { systemClock, type Database } from '#persistence';
import { BY_COMMAND } from './origin.js';
import { recordAccess, recordExport, type TrailFact } from './record.js';

interface AtMachine {
  database: Database;
  jurisdictionId: string;
  /** As it is typed, without what follows: `people list`. */
  command: string;
}

/**
 * A command is about to write a file with what belongs to a jurisdiction: on the trail, committed, before its first byte.
 *
 *     await leavesAtMachine({ database, jurisdictionId, command: 'archive export' }, { action: 'archiveExported', details: { tables: 77 } });
 *
 * `details` holds ids and counts alone; a path goes into `after`, which can be erased (it can hold a name).
 */
export const leavesAtMachine = (
  { database, jurisdictionId, command }: AtMachine,
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

/** A command is about to show personal data on a screen: on the trail, committed, before the first line. */
export const seenAtMachine = (
  { database, jurisdictionId, command }: AtMachine,
  fact: Pick<TrailFact<'read'>, 'personIds' | 'details' | 'after'> = {},
): Promise<void> =>
  database.transaction({ jurisdictionId }, (tx) =>
    recordAccess(tx, BY_COMMAND, {
      action: 'looked',
      at: systemClock.now(),
      target: { kind: 'command', id: command },
      ...fact,
      details: { command, ...fact.details },
    }),
  );
