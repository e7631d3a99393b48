import type { Request } from 'express';
import { DocumentRefused } from '#documents';
import { problem } from './problem.js';

/** What a file may have, as whoever reads it has it too. */
const MOST = 20 * 1024 * 1024;

/**
 * Reads the request's body as it is into `request.body`, a Buffer. A file that is too large is refused by what the
 * request says of its length, or as soon as more has come; what follows is dropped unread. Rejects with
 * DOCUMENT_TOO_LARGE, RequestUnreadable.
 */
export async function readFileBody(request: Request): Promise<void> {
  if (request.readableEnded || request.body !== undefined)
    throw problem('RequestUnreadable', '请求正文应为文件本身（application/octet-stream），不是 JSON。');
  if (Number(request.headers['content-length'] ?? 0) > MOST) throw new DocumentRefused('DOCUMENT_TOO_LARGE');
  request.body = await new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    const done = (settle: () => void): void => {
      request.off('data', take).off('end', end).off('error', fail).off('close', gone);
      settle();
    };
    const take = (part: Buffer): void => {
      size += part.length;
      if (size <= MOST) parts.push(part);
      else
        done(() => {
          parts.length = 0;
          request.resume();
          reject(new DocumentRefused('DOCUMENT_TOO_LARGE'));
        });
    };
    const end = (): void => done(() => resolve(Buffer.concat(parts)));
    const fail = (error: Error): void => done(() => reject(error));
    const gone = (): void =>
      done(() => reject(problem('RequestUnreadable', '文件没有传完就断开了，请重新上传。')));
    request.on('data', take).on('end', end).on('error', fail).on('close', gone);
  });
}
