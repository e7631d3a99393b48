/** Where this lib tells of what it could do without: nothing that is reported here loses anything. */
export interface SchedulingLog {
  info(message: string, detail?: Record<string, unknown>): void;
  error(message: string, detail?: Record<string, unknown>): void;
}

export const silentLog: SchedulingLog = { info: () => undefined, error: () => undefined };
