import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { readFeed } from '#engine';
import type { ApiContext } from '../api-dependencies.js';

const TOKEN = /^[\w-]{16,64}$/u;

/** `/calendar/{secret}.ics`, for calendar programmes: they have no session, the address is the key. */
export function serveFeeds(app: NestExpressApplication, context: ApiContext): void {
  const express = app.getHttpAdapter().getInstance() as {
    get(path: string, handler: (request: Request, response: Response) => Promise<void>): void;
  };
  express.get('/calendar/:token.ics', async (request, response) => {
    const token = String(request.params['token']);
    const { engine, config } = context;
    const text = TOKEN.test(token) ? await readFeed(engine.context, token, config.baseUrl) : null;
    response.set('Cache-Control', 'private, no-store').set('X-Robots-Tag', 'noindex');
    if (text === null) response.status(404).type('text/plain').send('日历地址无效或已更换。');
    else response.type('text/calendar; charset=utf-8').send(text);
  });
}
