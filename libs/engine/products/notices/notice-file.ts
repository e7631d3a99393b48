import { noticeFileBytes, noticeFiles, type NoticeFileFormat, type NoticeFileRead } from '#persistence';
import type { EngineContext } from '../../engine-context.js';
import { keepNoticeFiles } from './keep-notice-files.js';

/**
 * The kept bytes of an issued notice, with their hash; where the sweep has not come to them yet, they are kept now. Null for a
 * notice that is not there or was not issued. Whether somebody may see it, the caller has asked.
 */
export const noticeFileOf = (
  context: EngineContext,
  jurisdictionId: string,
  noticeId: string,
  format: NoticeFileFormat,
): Promise<(NoticeFileRead & { bytes: Buffer }) | null> =>
  context.database.transaction({ jurisdictionId }, async (tx) => {
    const kept = await noticeFileBytes(tx, noticeId, format);
    if (kept === null) await keepNoticeFiles(context, tx, noticeId);
    const bytes = kept ?? (await noticeFileBytes(tx, noticeId, format));
    const file = (await noticeFiles(tx, noticeId)).find((one) => one.format === format);
    return bytes === null || file === undefined ? null : { ...file, bytes };
  });
