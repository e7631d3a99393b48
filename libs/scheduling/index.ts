/**
 * Wake-ups: make something look at the database at about the right time. Everything here may be lost without harm:
 * what is due stands in PostgreSQL, and the sweeper, which needs nothing else, finds it.
 */
export { alarmClock, type AlarmClock } from './alarm-clock.js';
export {
  createWakeUps,
  type Look,
  type QueueStanding,
  type WakeUps,
  type WakeUpOptions,
} from './create-wake-ups.js';
export { createWatch, type Watch, type WatchOptions } from './create-watch.js';
export { preparePostgresQueue } from './postgres-queue.js';
export { openQueueMemory, type QueueMemory, type Timer } from './queue-memory.js';
export { type QueueBoard } from './queue-board.js';
export { type FailedWakeUp, type QueueDesk, type QueueStatus } from './queue-desk.js';
export { type SchedulingLog } from './scheduling-log.js';
export { startSweeper, type Sweeper, type SweeperOptions } from './start-sweeper.js';
export { type WakeUpBackend } from './wake-up-backend.js';
export { everyJurisdiction } from './every-jurisdiction.js';
