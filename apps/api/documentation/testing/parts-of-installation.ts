import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderStore } from '#evidence';
import { alarmClock, createWakeUps, preparePostgresQueue } from '#scheduling';
import { newSealKey, sealJurisdiction, sealKey } from '#sealing';
import type { TestDatabase } from '#testing';
import type { Clock } from '#persistence';
import type { ApiDependencies } from '../../api-dependencies.js';

export interface Parts {
  /** For the API: where files are kept, and what shows the queue. */
  given: Required<Pick<ApiDependencies, 'files' | 'queue'>>;
  /** Seals what has happened so far. */
  seal(jurisdictionId: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** What an installation has besides the record: a folder of files, a queue, a sealer with its key. */
export async function partsOfInstallation(db: TestDatabase, clock: Clock): Promise<Parts> {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-examples-'));
  await preparePostgresQueue(db.ownerUrl);
  const queue = createWakeUps({
    backend: { kind: 'postgres', connectionString: db.appUrl },
    clock: alarmClock(clock),
  });
  const key = sealKey(newSealKey());
  return {
    given: { files: { store: folderStore(folder), scanner: null }, queue },
    seal: (jurisdictionId) => sealJurisdiction(db.database, jurisdictionId, key, () => clock.now()),
    stop: async () => {
      await queue.close(1_000);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
