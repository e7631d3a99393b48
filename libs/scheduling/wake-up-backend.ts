import { createPostgresBackend, Queue, Worker, type Processor, type WorkerOptions } from 'bullmq';
import type { RedisConfig } from '#config';
import { postgresConnection } from './postgres-queue.js';
import { closeRedis, openRedis, type RedisClient } from './redis-connection.js';
import type { WakeUpData } from './wake-up-job.js';

/** Where the queue lives. The same code on both; nothing in it is worth a backup. */
export type WakeUpBackend =
  | { kind: 'redis'; redis: RedisConfig }
  /** `connectionString` of the application's login: `preparePostgresQueue` has made the tables as the owner. */
  | { kind: 'postgres'; connectionString: string };

export type WakeUpQueue = Queue<WakeUpData, void, string>;
export type WakeUpWorker = Worker<WakeUpData, void>;

/** A queue or its worker, and the way to leave it. */
export interface Opened<T> {
  it: T;
  close(): Promise<void>;
  /** Hangs up without waiting for anything. */
  drop(): void;
}

export function openQueue(backend: WakeUpBackend, name: string, givenUp: () => boolean): Opened<WakeUpQueue> {
  switch (backend.kind) {
    case 'redis': {
      const client = openRedis(backend.redis, 'producer', givenUp);
      const options = { connection: client, prefix: hashTag(backend.redis), streams: FEW_EVENTS };
      return owning(new Queue<WakeUpData, void, string>(name, options), client);
    }
    case 'postgres': {
      const connection = postgresConnection(backend.connectionString, 'luoshi wake-ups');
      const queue = new Queue(
        name,
        { connection, streams: FEW_EVENTS },
        createPostgresBackend,
      ) as unknown as WakeUpQueue;
      return { it: queue, close: () => queue.close(), drop: () => dropped(queue) };
    }
  }
}

export function openWorker(
  backend: WakeUpBackend,
  name: string,
  work: Processor<WakeUpData, void>,
  given: Omit<WorkerOptions, 'connection'>,
  givenUp: () => boolean,
): Opened<WakeUpWorker> {
  switch (backend.kind) {
    case 'redis': {
      const client = openRedis(backend.redis, 'consumer', givenUp);
      const options = { ...given, connection: client, prefix: hashTag(backend.redis) };
      return owning(new Worker<WakeUpData, void>(name, work, options), client);
    }
    case 'postgres': {
      const connection = postgresConnection(backend.connectionString, 'luoshi worker');
      const options = { ...given, connection };
      const worker = new Worker(name, work, options, createPostgresBackend) as unknown as WakeUpWorker;
      return { it: worker, close: () => worker.close(), drop: () => dropped(worker) };
    }
  }
}

/** What happened to jobs is told to nobody: BullMQ would keep ten thousand lines of it. */
const FEW_EVENTS = { events: { maxLen: 100 } };

/** The braces put all keys of the queue into one slot of a cluster; elsewhere they do no harm. */
const hashTag = ({ prefix }: RedisConfig): string => `{${prefix}}`;

/** BullMQ leaves a connection that it was given to whoever gave it. */
function owning<T extends Closing>(it: T, client: RedisClient): Opened<T> {
  return {
    it,
    close: async () => {
      await it.close();
      await closeRedis(client);
    },
    drop: () => {
      client.disconnect();
      dropped(it);
    },
  };
}

interface Closing {
  close(): Promise<void>;
  disconnect(): Promise<void>;
}

const dropped = (it: Closing): void => void it.disconnect().catch(() => undefined);
