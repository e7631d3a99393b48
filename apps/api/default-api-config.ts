import { DEFAULT_IDENTITY_SETTINGS } from '#identity';
import type { ApiConfig } from './api-dependencies.js';

export const DEFAULT_API_CONFIG: ApiConfig = {
  port: 8080,
  host: '127.0.0.1',
  secure: false,
  trustProxy: false,
  baseUrl: null,
  version: '0.1.0',
  identity: DEFAULT_IDENTITY_SETTINGS,
  limits: { ofPersonPerMinute: 1_200, fromAddressPerMinute: 12_000, refusedSignInsPerTenMinutes: 200 },
  alertPollMs: 1000,
  heartbeatMs: 15_000,
  shutdownGraceMs: 5_000,
  checkAnswers: false,
};
