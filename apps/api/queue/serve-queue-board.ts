import type { ExecutionContext } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { problemEntry } from '#contract';
import type { QueueBoard } from '#scheduling';
import type { ApiContext } from '../api-dependencies.js';
import { ProblemError } from '../http/problem.js';
import { SessionGuard } from '../who/session.guard.js';
import { whoSends } from '../who/who.js';
import { queueFor, refuseAmongSeveral } from './administers.js';

export const QUEUE_BOARD = '/queue-board';

/**
 * bull-board, for system administrators alone and to look at only. Each request of it, files of its page included, goes by
 * the same guard as the API: session, second factor, role of today.
 */
export function serveQueueBoard(app: NestExpressApplication, context: ApiContext): void {
  const { queue } = context;
  if (queue === undefined) return;
  const guard = new SessionGuard(context);
  let board: Promise<QueueBoard> | undefined;
  const answer = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    await guard.canActivate(executionOf(request));
    queueFor(context, whoSends(request));
    await refuseAmongSeveral(context);
    // The board finds its files by <base>, which our own page has no need of.
    const policy = response.getHeader('Content-Security-Policy');
    if (typeof policy === 'string')
      response.set('Content-Security-Policy', policy.replace("base-uri 'none'", "base-uri 'self'"));
    response.set('Cache-Control', 'no-store').set('X-Robots-Tag', 'noindex');
    board ??= queue.board(QUEUE_BOARD);
    (await board)(request, response, next);
  };
  app.use(QUEUE_BOARD, (request: Request, response: Response, next: NextFunction) => {
    answer(request, response, next).catch((error: unknown) => {
      if (response.headersSent) return void response.destroy();
      if (!(error instanceof ProblemError)) context.log.error(`队列看板出错：${String(error)}`);
      refuse(response, error);
    });
  });
}

/** For people: they came by a link. */
function refuse(response: Response, error: unknown): void {
  const entry = problemEntry(error instanceof ProblemError ? error.code : 'Unexpected');
  const detail = (error instanceof ProblemError ? error.detail : undefined) ?? entry.help['zh-CN'];
  response
    .status(error instanceof ProblemError ? entry.status : 500)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>落实 · 唤醒队列</title></head>` +
        `<body><h1>${entry.title['zh-CN']}</h1><p>${detail}</p><p><a href="/">登录系统</a></p></body></html>`,
    );
}

/** What the guard asks of Nest about a request that no controller of ours answers. */
const executionOf = (request: Request): ExecutionContext =>
  ({
    switchToHttp: () => ({ getRequest: () => request }),
    getHandler: () => serveQueueBoard,
  }) as unknown as ExecutionContext;
