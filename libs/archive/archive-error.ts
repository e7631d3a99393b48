export type ArchiveErrorCode =
  | 'ARCHIVE_DAMAGED'
  | 'ARCHIVE_UNREADABLE'
  | 'ARCHIVE_TOO_LARGE'
  | 'ARCHIVE_OTHER_VERSION'
  | 'ARCHIVE_FILE_MISSING'
  | 'ARCHIVE_ALREADY_THERE'
  | 'ARCHIVE_PARENT_MISSING'
  | 'ARCHIVE_USERNAME_TAKEN'
  | 'ARCHIVE_TRAIL_BROKEN'
  | 'ARCHIVE_REFUSED'
  | 'ARCHIVE_NOT_WRITTEN';

/** An archive that cannot be written, read or taken in. `code` is stable; the message says what, where and how to mend it. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';

  constructor(
    readonly code: ArchiveErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** What is wrong with an archive as it lies there: nothing of it is used. */
export const damaged = (what: string, cause?: unknown): ArchiveError =>
  new ArchiveError('ARCHIVE_DAMAGED', `档案不能用：${what}。什么也没有写入。请重新传送，或换用另一份。`, {
    cause,
  });
