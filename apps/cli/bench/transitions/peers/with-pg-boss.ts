import type { Snapshot } from '#accountability';
import type { Took } from '../in-parallel.js';
import type { TransitionsOptions } from '../transitions-options.js';
import { inDatabase, peerWork } from './measure-peers.js';
import { loaderOf } from './peer.js';
import { openPgBoss, pgBoss } from './pg-boss.js';

/** So many jobs in batches of 500, in a database of its own; each is sent, fetched, decided and completed. */
export type RunPgBoss = (count: number) => Promise<Took>;

/** Lets `use` run pg-boss in turns with what else is measured; null where it is not installed in the folder of peers. */
export async function withPgBoss(
  { peers, concurrency }: TransitionsOptions,
  serverUrl: string,
  snapshot: Snapshot,
  use: (run: RunPgBoss | null) => Promise<void>,
): Promise<void> {
  if (peers === null) return use(null);
  const { has, load } = loaderOf(peers);
  if (!pgBoss.packages.every(has)) return use(null);
  await inDatabase(serverUrl, async (databaseUrl) => {
    const { decide } = peerWork(snapshot, 0);
    const boss = await openPgBoss({ databaseUrl, concurrency, decide }, load);
    try {
      await use((count) => boss.batched(peerWork(snapshot, count).payloads));
    } finally {
      await boss.close();
    }
  });
}
