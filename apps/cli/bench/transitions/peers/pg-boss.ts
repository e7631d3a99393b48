import { inParallel, type Took } from '../in-parallel.js';
import { perSecond, type Load, type Peer, type PeerWork } from './peer.js';

interface Boss {
  on(event: 'error', listener: () => void): void;
  start(): Promise<unknown>;
  stop(options: { graceful: boolean; wait?: boolean }): Promise<void>;
  createQueue(name: string): Promise<void>;
  send(queue: string, data: object): Promise<string | null>;
  insert(jobs: { name: string; data: object }[]): Promise<unknown>;
  fetch(queue: string, options: { batchSize: number }): Promise<{ id: string; data: object }[]>;
  complete(queue: string, id: string | string[], data?: object): Promise<void>;
}

const BATCH = 500;

/** Sent, fetched, decided, completed with what was decided: without its workers' polling, which would only wait. */
export const pgBoss: Peer = {
  name: 'pg-boss',
  packages: ['pg-boss'],
  measure: async (work, load) => {
    const boss = await openPgBoss(work, load);
    try {
      const count = work.payloads.length;
      const one = await boss.single(work.payloads);
      const many = await boss.batched(work.payloads);
      return { single: perSecond(count, one.ms), batched: perSecond(count, many.ms) };
    } finally {
      await boss.close();
    }
  },
};

export interface OpenPgBoss {
  single(payloads: readonly object[]): Promise<Took>;
  /** In batches of 500. */
  batched(payloads: readonly object[]): Promise<Took>;
  close(): Promise<void>;
}

export async function openPgBoss(work: Omit<PeerWork, 'payloads'>, load: Load): Promise<OpenPgBoss> {
  const { concurrency, decide } = work;
  const boss = await started(work, load);
  await boss.createQueue('single');
  await boss.createQueue('batched');
  return {
    single: (payloads) =>
      inParallel(payloads, concurrency, async (payload) => {
        await boss.send('single', payload);
        const [job] = await boss.fetch('single', { batchSize: 1 });
        if (job) await boss.complete('single', job.id, decide(job.data));
      }),
    batched: (payloads) => {
      const batches: object[][] = [];
      for (let from = 0; from < payloads.length; from += BATCH)
        batches.push(payloads.slice(from, from + BATCH));
      return inParallel(batches, concurrency, async (batch) => {
        await boss.insert(batch.map((data) => ({ name: 'batched', data })));
        const jobs = await boss.fetch('batched', { batchSize: BATCH });
        for (const { data } of jobs) decide(data);
        if (jobs.length > 0)
          await boss.complete(
            'batched',
            jobs.map(({ id }) => id),
          );
      });
    },
    close: () => boss.stop({ graceful: false, wait: true }),
  };
}

async function started({ databaseUrl, concurrency }: Omit<PeerWork, 'payloads'>, load: Load): Promise<Boss> {
  type Made = new (options: object) => Boss;
  const loaded = await load<{ default?: Made; PgBoss?: Made }>('pg-boss');
  const Made = loaded.PgBoss ?? loaded.default;
  if (!Made) throw new Error('pg-boss has another shape than expected');
  const boss = new Made({
    connectionString: databaseUrl,
    max: concurrency,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  return boss;
}
