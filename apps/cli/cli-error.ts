/** An expected trouble of the command line: a stable code, and a message that says what, where and how to mend it. */
export class CliError extends Error {
  override readonly name = 'CliError';

  constructor(
    readonly code: CliErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

export type CliErrorCode =
  | 'PORT_TAKEN'
  | 'PORT_FORBIDDEN'
  | 'HOST_UNKNOWN'
  | 'PAGE_NOT_BUILT'
  | 'DATABASE_REQUIRED'
  | 'EMBEDDED_ENDED'
  | 'START_INTERRUPTED'
  | 'FAULT_POINT_UNKNOWN'
  | 'CLOCK_INVALID'
  | 'SECRET_KEY_INVALID'
  | 'QUEUE_UNREACHABLE'
  | 'REDIS_SERVER_MISSING'
  | 'SEAL_KEY_INVALID'
  | 'NOT_SEALED'
  | 'OPTION_INVALID'
  | 'FILE_NOT_WRITTEN'
  | 'DEMO_PASSWORD_WEAK'
  | 'FRESH_REFUSED'
  | 'FILE_UNREADABLE'
  | 'FILE_INVALID'
  | 'FILE_EXISTS'
  | 'SEEDS_INVALID'
  | 'NOT_LOADED'
  | 'CHROMIUM_MISSING'
  | 'PLAYWRIGHT_MISSING'
  | 'REFUSED';
