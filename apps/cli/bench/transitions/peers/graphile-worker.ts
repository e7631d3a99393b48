import { inParallel } from '../in-parallel.js';
import { perSecond, type Peer } from './peer.js';

interface Graphile {
  run(options: object): Promise<{ stop(): Promise<void> }>;
  makeWorkerUtils(options: object): Promise<{
    migrate(): Promise<void>;
    addJob(name: string, payload: object): Promise<unknown>;
    release(): Promise<void>;
  }>;
  Logger: new (log: () => () => void) => unknown;
}

/** Added, and worked off by its own runner in this process. What was decided is not kept: it has no place for that. */
export const graphileWorker: Peer = {
  name: 'graphile-worker',
  packages: ['graphile-worker'],
  measure: async ({ databaseUrl, payloads, decide, concurrency }, load) => {
    const loaded = await load<Graphile & { default?: Graphile }>('graphile-worker');
    const graphile = loaded.default ?? loaded;
    const logger = new graphile.Logger(() => () => undefined);
    const common = { connectionString: databaseUrl, maxPoolSize: concurrency + 2, logger };
    const utils = await graphile.makeWorkerUtils(common);
    let done = 0;
    let finished = (): void => undefined;
    const all = new Promise<void>((resolve) => {
      finished = resolve;
    });
    await utils.migrate();
    const runner = await graphile.run({
      ...common,
      concurrency,
      pollInterval: 50,
      noHandleSignals: true,
      taskList: {
        transition: (payload: object) => {
          decide(payload);
          done += 1;
          if (done === payloads.length) finished();
        },
      },
    });
    try {
      const began = performance.now();
      await inParallel(payloads, concurrency, (payload) => utils.addJob('transition', payload));
      await all;
      return { single: perSecond(payloads.length, performance.now() - began) };
    } finally {
      await runner.stop();
      await utils.release();
    }
  },
};
