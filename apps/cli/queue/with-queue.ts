import type { Config } from '#config';
import { actingFrom, BY_COMMAND, recordSetting } from '#engine';
import { runningEmbedded, systemClock } from '#persistence';
import { alarmClock, createWakeUps, type QueueDesk, type WakeUpBackend } from '#scheduling';
import { CliError } from '../cli-error.js';
import { databaseServer } from '../system/database-server.js';
import { inEveryJurisdiction } from '../system/in-every-jurisdiction.js';
import { migrateAll } from '../system/migrate-all.js';
import { readEnvironment, withOptions } from '../system/read-environment.js';

/**
 * Opens the queue of wake-ups for a command, also while the system runs, the embedded one included.
 *
 * @throws CliError QUEUE_UNREACHABLE; ConfigError; PersistenceError
 */
export async function withQueue<T>(
  given: { data?: string },
  work: (desk: QueueDesk) => Promise<T>,
): Promise<T> {
  const config = withOptions(readEnvironment().config, given);
  const place = await placeOf(config);
  const wakeUps = createWakeUps({ backend: place.backend, clock: alarmClock(systemClock) });
  try {
    return await work(wakeUps.desk);
  } catch (error) {
    throw new CliError(
      'QUEUE_UNREACHABLE',
      '唤醒队列没有应答。时限和消息由定时巡检照常处理；请检查 REDIS_… 或 DATABASE_URL 的设置和服务器是否运行，数据库是否已执行 npx luoshi migrate。',
      { cause: error },
    );
  } finally {
    await wakeUps.close(1_000);
    await place.leave();
  }
}

/** Stops or starts the queue; on the trail of every jurisdiction, for it is one for all. @throws as `withQueue` */
export async function setQueue(given: { data?: string }, paused: boolean): Promise<void> {
  const config = withOptions(readEnvironment().config, given);
  const action = paused ? 'queuePaused' : 'queueResumed';
  await withQueue(given, (desk) => (paused ? desk.pause() : desk.resume()));
  const running = config.database ?? (await runningEmbedded(config.dataDir));
  const server = running === null ? await databaseServer(config, { fresh: false }) : null;
  const at = running ?? server;
  try {
    if (at !== null)
      await inEveryJurisdiction(at, (database, jurisdictionId) =>
        database.transaction({ jurisdictionId }, (tx) =>
          actingFrom(BY_COMMAND, () =>
            recordSetting(tx, { action, target: { kind: 'queue', id: 'wakeUps' } }),
          ),
        ),
      );
  } finally {
    await server?.stop();
  }
}

async function placeOf(config: Config): Promise<{ backend: WakeUpBackend; leave: () => Promise<void> }> {
  const leave = (): Promise<void> => Promise.resolve();
  if (config.redis !== null) return { backend: { kind: 'redis', redis: config.redis }, leave };
  const running = config.database === null ? await runningEmbedded(config.dataDir) : config.database;
  if (running !== null) return { backend: onPostgres(running), leave };
  const server = await databaseServer(config, { fresh: false });
  try {
    await migrateAll(config, server.ownerUrl);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { backend: onPostgres(server), leave: () => server.stop() };
}

const onPostgres = (at: { ownerUrl: string; appUrl?: string }): WakeUpBackend => ({
  kind: 'postgres',
  connectionString: at.appUrl ?? at.ownerUrl,
});
