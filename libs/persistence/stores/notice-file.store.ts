import type { Instant } from '#calendar';
import type { Transaction } from '../transaction.js';

export type NoticeFileFormat = 'docx' | 'pdf';

export interface NoticeFileRead {
  format: NoticeFileFormat;
  sha256: string;
  size: number;
  keptAt: Instant;
}

/** Kept once: there already, 0. */
export const insertNoticeFile = (
  tx: Transaction,
  row: NoticeFileRead & { noticeId: string; bytes: Uint8Array },
): Promise<number> =>
  tx.execute(
    `insert into notice_file (jurisdiction_id, notice_id, format, sha256, size, bytes, kept_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing`,
    [
      tx.scope.jurisdictionId,
      row.noticeId,
      row.format,
      row.sha256,
      row.size,
      Buffer.from(row.bytes),
      row.keptAt,
    ],
  );

export const noticeFiles = (tx: Transaction, noticeId: string): Promise<NoticeFileRead[]> =>
  tx.query(
    `select format, sha256, size, kept_at as "keptAt" from notice_file where jurisdiction_id = $1 and notice_id = $2 order by format`,
    [tx.scope.jurisdictionId, noticeId],
  );

export async function noticeFileBytes(
  tx: Transaction,
  noticeId: string,
  format: NoticeFileFormat,
): Promise<Buffer | null> {
  const [found] = await tx.query<{ bytes: Buffer }>(
    `select bytes from notice_file where jurisdiction_id = $1 and notice_id = $2 and format = $3`,
    [tx.scope.jurisdictionId, noticeId, format],
  );
  return found?.bytes ?? null;
}

/** Notices that went out and whose bytes are not kept yet, in the order of their issue. */
export async function unkeptNotices(tx: Transaction, atMost: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select n.id from notice n where n.jurisdiction_id = $1 and n.issued_at is not null and n.number is not null
       and not exists (select from notice_file f where f.jurisdiction_id = n.jurisdiction_id and f.notice_id = n.id)
     order by n.issued_at, n.id limit $2`,
    [tx.scope.jurisdictionId, atMost],
  );
  return rows.map(({ id }) => id);
}
