export type PersistenceErrorCode =
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_LOGIN_REFUSED'
  | 'DATABASE_MISSING'
  | 'DATABASE_TOO_OLD'
  | 'DATABASE_URL_INVALID'
  | 'DATABASE_SCHEMA_MISSING'
  | 'DATABASE_SCHEMA_OUTDATED'
  | 'DATABASE_SCHEMA_NEWER'
  | 'SNAPSHOT_NEWER'
  | 'APP_ROLE_MISSING'
  | 'APP_ROLE_TOO_POWERFUL'
  | 'MIGRATION_LOCKED'
  | 'MIGRATION_FAILED'
  | 'SCOPE_INVALID'
  | 'TRANSACTION_ABORTED'
  | 'NUMBER_TOO_LARGE'
  | 'EMBEDDED_UNSUPPORTED'
  | 'EMBEDDED_FOLDER_UNUSABLE'
  | 'EMBEDDED_INIT_FAILED'
  | 'EMBEDDED_INIT_INCOMPLETE'
  | 'EMBEDDED_IN_USE'
  | 'EMBEDDED_PORT_TAKEN'
  | 'EMBEDDED_VERSION_MISMATCH'
  | 'EMBEDDED_SECRET_MISSING'
  | 'EMBEDDED_START_FAILED'
  | 'BACKUP_DAMAGED'
  | 'BACKUP_NEWER'
  | 'RESTORE_NOT_EMPTY'
  | 'RESTORE_REFUSED';

/** A refusal to work with the database. `code` is stable; the message says what, where and how to mend it. */
export class PersistenceError extends Error {
  override readonly name = 'PersistenceError';

  constructor(
    readonly code: PersistenceErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
