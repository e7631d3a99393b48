/** The part of a process that looks after what is due: `createWorker(…)`, then `start()` and `stop()`. */
export { createWorker, type Worker, type WorkerDependencies, type WorkerStatus } from './create-worker.js';
export { startHealthServer, type HealthServer, type ToldStatus } from './health-server.js';
export { carryLetters, type LetterCarrier } from './carry-letters.js';
export { carryWebhooks, type CarryWebhooksOptions } from './carry-webhooks.js';
export { keepRetention, type RetentionOptions } from './keep-retention.js';
export { keepSealing, type SealerOptions } from './keep-sealing.js';
export { keepAuditing, type Auditor, type AuditorOptions, type AuditorStatus } from './keep-auditing.js';
export { tellClockOf, type TellClockOptions } from './tell-clock.js';
