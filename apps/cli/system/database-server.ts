import type { Config } from '#config';
import { startEmbeddedPostgres } from '#persistence';

/** The PostgreSQL of a process: an outside one, or the embedded one that it has started itself. */
export interface DatabaseServer {
  kind: 'embedded' | 'outside';
  ownerUrl: string;
  /** Absent: the application logs in as the owner and becomes luoshi_app. */
  appUrl?: string;
  /** What happened on the way, for people. */
  notes: string[];
  /** Settles when an embedded server has ended, also unasked. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** @throws PersistenceError EMBEDDED_* */
export async function databaseServer(config: Config, options: { fresh: boolean }): Promise<DatabaseServer> {
  if (config.database !== null) {
    const never = new Promise<void>(() => undefined);
    return { kind: 'outside', ...config.database, notes: [], ended: never, stop: () => Promise.resolve() };
  }
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir, fresh: options.fresh });
  const { ownerUrl, appUrl, notes, ended } = server;
  return { kind: 'embedded', ownerUrl, appUrl, notes, ended, stop: () => server.stop() };
}
