import { inParallel } from '../in-parallel.js';
import { perSecond, type Peer } from './peer.js';

interface Dbos {
  DBOS: {
    setConfig(config: object): void;
    registerWorkflow<T>(
      run: (payload: object) => Promise<T>,
      config: object,
    ): (payload: object) => Promise<T>;
    runStep<T>(step: () => Promise<T>, config: object): Promise<T>;
    launch(): Promise<void>;
    shutdown(): Promise<void>;
  };
}

/** A workflow of one step, waited for; its input, its step's outcome and its own are rows of its database. */
export const dbos: Peer = {
  name: 'DBOS',
  packages: ['@dbos-inc/dbos-sdk'],
  measure: async ({ databaseUrl, payloads, decide, concurrency }, load) => {
    const { DBOS } = await load<Dbos>('@dbos-inc/dbos-sdk');
    DBOS.setConfig({
      name: 'bench',
      systemDatabaseUrl: databaseUrl,
      systemDatabasePoolSize: concurrency,
      logLevel: 'error',
      runAdminServer: false,
    });
    const transition = DBOS.registerWorkflow(
      (payload) => DBOS.runStep(() => Promise.resolve(decide(payload)), { name: 'decide' }),
      { name: 'transition' },
    );
    await DBOS.launch();
    try {
      const { ms } = await inParallel(payloads, concurrency, transition);
      return { single: perSecond(payloads.length, ms) };
    } finally {
      await DBOS.shutdown();
    }
  },
};
