import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { chineseDateTime } from '#calendar';
import { letterLinks } from '#courier';
import { acknowledgeLetter, openLetter, type LinkClaim, type OpenedLetter, type Outcome } from '#engine';
import type { ApiContext } from '../api-dependencies.js';
import { escaped } from '../http/escaped.js';

/**
 * The page behind a letter's link, `/l/{token}`: plain HTML without a script, for any browser and telephone. It shows
 * what the letter says; only the button acknowledges, since mail programmes open links before people do. A link is
 * signed, opens until its button was pressed, and runs out; what to do then stands on the page.
 */
export function serveLetters(app: NestExpressApplication, context: ApiContext): void {
  const answer =
    (act: (claim: LinkClaim) => Promise<Outcome<OpenedLetter>>) =>
    async (request: Request, response: Response): Promise<void> => {
      const claim = letterLinks(context.box).read(String(request.params['token']));
      const outcome: Outcome<OpenedLetter> =
        claim === null
          ? { ok: false, rejection: { code: 'LinkUnknown', message: '这个链接无效。' } }
          : await act(claim);
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
    answer((claim) => openLetter(context.engine.context, claim)),
  );
  express.post(
    '/l/:token',
    answer((claim) => acknowledgeLetter(context.engine.context, claim)),
  );
}

/** What somebody does whose link opens nothing (any more). */
const INSTEAD = `<p>邮件、短信中的链接限本人使用，自发出之日起7日内有效，签收一次后失效；转发、改动或不完整的链接打不开。</p>
<h2>请这样办理</h2><ul><li><a href="/">登录系统</a>，在“消息”中查看原文并签收；</li>
<li>登录不了的，请本单位联络员代为查看，或请系统管理员重置密码；</li>
<li>紧急事项请直接致电督查室，由值守人员登记为已通知。</li></ul>`;

function page(outcome: Outcome<OpenedLetter>): string {
  const body = outcome.ok
    ? letterHtml(outcome.value)
    : `<h1>${escaped(outcome.rejection.message)}</h1>${INSTEAD}`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>落实 · 消息</title>
<style>body{font:16px/1.7 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1f2329}
h1{font-size:1.25rem}h2{font-size:1.05rem;margin:1.5rem 0 .25rem}p{white-space:pre-wrap;margin:.25rem 0}
button{font:inherit;padding:.6rem 1.6rem;border:0;border-radius:6px;background:#1554ad;color:#fff;margin-top:1rem}
.done{color:#1a6b3c;font-weight:600}</style></head><body>${body}</body></html>`;
}

function letterHtml({ person, messages, acknowledgedAt }: OpenedLetter): string {
  if (messages.length === 0 && acknowledgedAt !== null)
    return `<h1>${escaped(person)}，您已于${escaped(chineseDateTime(acknowledgedAt))}签收</h1>
<p>这个链接已经使用过，不再显示内容。</p><p><a href="/">登录系统查看、办理</a></p>`;
  const said = messages
    .map(({ title, body }) => `<h2>${escaped(title)}</h2><p>${escaped(body.trim())}</p>`)
    .join('');
  const end =
    acknowledgedAt === null
      ? '<form method="post"><button type="submit">我已知悉并签收</button></form>'
      : `<p class="done">已于${escaped(chineseDateTime(acknowledgedAt))}签收。</p>`;
  return `<h1>${escaped(person)}，您有${messages.length}件事项</h1>${said}${end}<p><a href="/">登录系统办理</a></p>`;
}
