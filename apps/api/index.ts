/** The HTTP API as a part of a process: `createApi(…)`, then `start()` and `stop()`. */
export { createApi, type Api } from './create-api.js';
export { DEFAULT_API_CONFIG } from './default-api-config.js';
export type { ApiConfig, ApiDependencies, ApiLog, LedgerWriter, ReadinessCheck } from './api-dependencies.js';
