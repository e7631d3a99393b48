import type { NextFunction, Request, Response } from 'express';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { ROUTES, type RouteName } from '#contract';
import { encodingWanted, type Encoding } from './encoding-wanted.js';

const press = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below that, a packet is a packet. */
const WORTH_BYTES = 1_400;
/** What is text. Pictures, workbooks and archives are squeezed already. */
const TEXT = /^(text\/(html|plain|css|csv)|application\/([\w.]+\+)?(json|xml)|image\/svg\+xml)\b/;
/** The API's answers, its documentation, and what is public anyhow. Feeds and letters have a secret in their address. */
const SQUEEZED = /^\/(api|public)(\/|$)/;

/**
 * What carries a secret is sent as it is: who can have text of their own put beside it, and sees how long the squeezed
 * answer is, could guess it letter by letter (BREACH). Of what is only read, that is the session's token.
 */
export const WITH_SECRETS: readonly RouteName[] = ['session', 'shell'];
const SECRET_PATHS: ReadonlySet<string> = new Set(WITH_SECRETS.map((name) => ROUTES[name].path));

/** As hard as answers can be squeezed on the way; what is built once is squeezed harder. */
const squeeze = (body: Buffer, encoding: Encoding): Promise<Buffer> =>
  encoding === 'br'
    ? press(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
      })
    : zip(body, { level: 6 });

type End = (chunk?: unknown, encoding?: unknown, then?: unknown) => Response;

/**
 * Squeezes answers to reads that are sent in one piece. What is written bit by bit (events, files, exports) has begun
 * before its end and stays as it is: nothing is held back, and nothing is squeezed twice. What changes something
 * answers with little, and sometimes with a secret that is shown once: that is left alone as well.
 */
export function squeezeAnswers(request: Request, response: Response, next: NextFunction): void {
  const { path } = request;
  if (request.method !== 'GET' || !SQUEEZED.test(path) || SECRET_PATHS.has(path.replace(/\/$/u, ''))) {
    next();
    return;
  }
  const end = response.end.bind(response) as End;
  response.end = ((chunk?: unknown, charset?: unknown, then?: unknown): Response => {
    response.end = end as Response['end'];
    const body = bodyOf(chunk, charset);
    if (body === null || response.headersSent || !isText(response)) return end(chunk, charset, then);
    response.vary('Accept-Encoding');
    const encoding = encodingWanted(request);
    if (encoding === null || body.length < WORTH_BYTES) return end(chunk, charset, then);
    void squeeze(body, encoding).then(
      (squeezed) => {
        // Whoever hung up meanwhile is sent nothing.
        if (response.destroyed) return;
        response.set({ 'Content-Encoding': encoding, 'Content-Length': String(squeezed.length) });
        end(squeezed);
      },
      // What cannot be squeezed, for want of memory, is sent as it is.
      () => end(body),
    );
    return response;
  }) as Response['end'];
  next();
}

/** Text is squeezed unless it is already, or must not be touched. */
const isText = (response: Response): boolean =>
  TEXT.test(String(response.get('Content-Type'))) &&
  response.get('Content-Encoding') === undefined &&
  !/no-transform/.test(String(response.get('Cache-Control')));

function bodyOf(chunk: unknown, charset: unknown): Buffer | null {
  if (Buffer.isBuffer(chunk)) return chunk;
  return typeof chunk === 'string'
    ? Buffer.from(chunk, typeof charset === 'string' ? (charset as BufferEncoding) : 'utf8')
    : null;
}
