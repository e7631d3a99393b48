import {
  createPostgresBackend,
  Queue,
  Worker,
  type Processor,
  type QueueOptions,
  type WorkerOptions,
} from 'bullmq';
import { postgresConnection } from './postgres-queue.js';
import { redisConnection } from './redis-connection.js';

/** Where the queue lives. The same code on both; nothing in it is worth a backup. */
export type WakeUpBackend =
  | { kind: 'redis'; url: string }
  /** `connectionString` of the application's login: `preparePostgresQueue` has made the tables as the owner. */
  | { kind: 'postgres'; connectionString: string };

/** The whole of what a job says: which jurisdiction to look at; null: all of them. */
export interface WakeUpData {
  jurisdictionId: string | null;
}

export type WakeUpQueue = Pick<
  Queue<WakeUpData, void, string>,
  'add' | 'upsertJobScheduler' | 'close' | 'disconnect' | 'on' | 'waitUntilReady'
>;
export type WakeUpWorker = Pick<Worker<WakeUpData, void>, 'close' | 'disconnect' | 'on' | 'run'>;

export function openQueue(
  backend: WakeUpBackend,
  name: string,
  options: Omit<QueueOptions, 'connection'>,
  givenUp: () => boolean,
): WakeUpQueue {
  switch (backend.kind) {
    case 'redis':
      return new Queue(name, { ...options, connection: redisConnection(backend.url, 'producer', givenUp) });
    case 'postgres': {
      const connection = postgresConnection(backend.connectionString, 'luoshi wake-ups');
      return new Queue(name, { ...options, connection }, createPostgresBackend) as unknown as WakeUpQueue;
    }
  }
}

export function openWorker(
  backend: WakeUpBackend,
  name: string,
  work: Processor<WakeUpData, void>,
  options: Omit<WorkerOptions, 'connection'>,
  givenUp: () => boolean,
): WakeUpWorker {
  switch (backend.kind) {
    case 'redis':
      return new Worker(name, work, {
        ...options,
        connection: redisConnection(backend.url, 'consumer', givenUp),
      });
    case 'postgres': {
      const connection = postgresConnection(backend.connectionString, 'luoshi worker');
      return new Worker(
        name,
        work,
        { ...options, connection },
        createPostgresBackend,
      ) as unknown as WakeUpWorker;
    }
  }
}
