import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { chineseDateTime } from '#calendar';
import { acknowledgeLetter, openLetter, type OpenedLetter, type Outcome } from '#engine';
import type { ApiContext } from '../api-dependencies.js';
import { escaped } from '../http/escaped.js';

const TOKEN = /^[\w-]{16,64}$/u;

/**
 * The page behind a letter's link, `/l/{token}`: plain HTML without a script, for any browser and telephone. It shows
 * what the letter says; only the button acknowledges, since mail programmes open links before people do.
 */
export function serveLetters(app: NestExpressApplication, context: ApiContext): void {
  const answer =
    (act: (token: string) => Promise<Outcome<OpenedLetter>>) =>
    async (request: Request, response: Response): Promise<void> => {
      const token = String(request.params['token']);
      const outcome: Outcome<OpenedLetter> = TOKEN.test(token)
        ? await act(token)
        : { ok: false, rejection: { code: 'LinkUnknown', message: '这个链接无效；请登录系统办理。' } };
      response
        .status(outcome.ok ? 200 : outcome.rejection.code === 'LinkExpired' ? 410 : 404)
        .set('Cache-Control', 'no-store')
        .set('X-Robots-Tag', 'noindex')
        .type('html')
        .send(page(outcome));
    };
  const express = app.getHttpAdapter().getInstance() as {
    get(path: string, handler: (request: Request, response: Response) => Promise<void>): void;
    post(path: string, handler: (request: Request, response: Response) => Promise<void>): void;
  };
  express.get(
    '/l/:token',
    answer((token) => openLetter(context.engine.context, token)),
  );
  express.post(
    '/l/:token',
    answer((token) => acknowledgeLetter(context.engine.context, token)),
  );
}

function page(outcome: Outcome<OpenedLetter>): string {
  const body = outcome.ok
    ? letterHtml(outcome.value)
    : `<h1>${escaped(outcome.rejection.message)}</h1><p><a href="/">登录系统</a></p>`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>落实 · 消息</title>
<style>body{font:16px/1.7 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1f2329}
h1{font-size:1.25rem}h2{font-size:1.05rem;margin:1.5rem 0 .25rem}p{white-space:pre-wrap;margin:.25rem 0}
button{font:inherit;padding:.6rem 1.6rem;border:0;border-radius:6px;background:#1554ad;color:#fff;margin-top:1rem}
.done{color:#1a6b3c;font-weight:600}</style></head><body>${body}</body></html>`;
}

function letterHtml({ person, messages, acknowledgedAt }: OpenedLetter): string {
  const said = messages
    .map(({ title, body }) => `<h2>${escaped(title)}</h2><p>${escaped(body.trim())}</p>`)
    .join('');
  const end =
    acknowledgedAt === null
      ? '<form method="post"><button type="submit">我已知悉并签收</button></form>'
      : `<p class="done">已于${escaped(chineseDateTime(acknowledgedAt))}签收。</p>`;
  return `<h1>${escaped(person)}，您有${messages.length}件事项</h1>${said}${end}<p><a href="/">登录系统办理</a></p>`;
}
