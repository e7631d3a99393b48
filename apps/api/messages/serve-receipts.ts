import type { NestExpressApplication } from '@nestjs/platform-express';
import { raw, urlencoded, type Request, type RequestHandler, type Response } from 'express';
import { recordReceipts } from '#courier';
import type { ApiContext } from '../api-dependencies.js';

const TOKEN = /^[\w-]{16,64}$/u;

/**
 * `/receipts/{secret}`, for text message gateways, and for mail servers that hand on what came back (`message/rfc822`): they
 * have no session, the address is the key. It is answered as they expect it: 200 means that they need not say it again. What is not understood says so, and nothing else.
 */
export function serveReceipts(app: NestExpressApplication, context: ApiContext): void {
  const express = app.getHttpAdapter().getInstance() as {
    post(path: string, ...handlers: RequestHandler[]): void;
  };
  const form = urlencoded({ extended: false, limit: '1mb', parameterLimit: 1_000 });
  // Of a mail that came back, headers and status stand in front; the rest is the mail itself.
  const mail = raw({ type: 'message/rfc822', limit: '5mb' });
  const receive = async (request: Request, response: Response): Promise<void> => {
    const token = String(request.params['token']);
    const received = TOKEN.test(token)
      ? await recordReceipts(context, token, request.body as unknown)
      : ({ ok: false, why: 'unknown' } as const);
    response.set('Cache-Control', 'no-store');
    if (received.ok) response.status(200).json({ code: 0, settled: received.settled });
    else if (received.why === 'unknown') response.status(404).json({ code: 404 });
    else response.status(422).json({ code: 422, message: '回执格式与渠道设置（receipts）不符，或不是退信' });
  };
  express.post('/receipts/:token', form, mail, (request, response, next) => {
    receive(request, response).catch(next);
  });
}
