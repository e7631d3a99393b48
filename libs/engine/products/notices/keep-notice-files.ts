import { createHash } from 'node:crypto';
import { writeDocx, writePdf } from '#official';
import { insertNoticeFile, unkeptNotices, type Transaction } from '#persistence';
import { noticeDocument } from '#products';
import type { EngineContext } from '../../engine-context.js';
import { readNoticeFacts } from '../facts/read-notice-facts.js';

/**
 * Keeps the exact bytes of a notice that was issued, as .docx and PDF with their hashes: what it says and its number are those
 * of its record, and the same record gives the same bytes. What is kept already stays. Returns the hashes.
 */
export async function keepNoticeFiles(
  context: EngineContext,
  tx: Transaction,
  noticeId: string,
): Promise<string[]> {
  const facts = await readNoticeFacts(context, tx, { noticeId });
  if (facts?.record.number == null) return [];
  const document = noticeDocument(facts);
  const files = [
    { format: 'docx', bytes: await writeDocx(document) },
    { format: 'pdf', bytes: await writePdf(document) },
  ] as const;
  const keptAt = context.clock.now();
  const hashes: string[] = [];
  for (const { format, bytes } of files) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await insertNoticeFile(tx, { noticeId, format, sha256, size: bytes.byteLength, bytes, keptAt });
    hashes.push(sha256);
  }
  return hashes;
}

/** So many are written at a sweep: nothing else waits long for them. */
const AT_A_SWEEP = 50;

/**
 * Keeps what the ladder issued by itself, each notice in a transaction of its own: a process that dies among them leaves whole
 * ones, and the next sweep goes on. Returns how many were kept. One that cannot be written holds none of the others up, and is
 * told of after them: rejects with why the first of them could not.
 */
export async function keepIssuedNotices(
  context: EngineContext,
  jurisdictionId: string,
  atMost = AT_A_SWEEP,
): Promise<number> {
  const ids = await context.database.transaction({ jurisdictionId }, (tx) => unkeptNotices(tx, atMost));
  const failures: unknown[] = [];
  for (const id of ids) {
    try {
      await context.database.transaction({ jurisdictionId }, (tx) => keepNoticeFiles(context, tx, id));
    } catch (error) {
      failures.push(error);
      continue;
    }
    context.fault('notices.kept');
  }
  if (failures.length > 0)
    throw new Error(`the papers of ${failures.length} notices could not be kept`, { cause: failures[0] });
  return ids.length;
}
