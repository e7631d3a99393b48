import { escaped } from '../http/escaped.js';

/** Goes on by itself: a navigation that our own page begins, so that the session's cookie is sent along. */
export const bouncePage = (next: string): string =>
  page(
    `<meta http-equiv="refresh" content="0;url=${escaped(next)}">`,
    `<h1>登录成功</h1><p>正在进入系统……如果没有自动跳转，请<a href="${escaped(next)}">点击这里</a>。</p>`,
  );

/** Why somebody was not let in, and what to do; the code is for whoever helps them. */
export const refusalPage = (message: string, code: string): string =>
  page(
    '',
    `<h1>没有登录成功</h1><p>${escaped(message)}</p>
<p class="code">代码：${escaped(code)}</p><p><a class="button" href="/sign-in">返回登录页</a></p>`,
  );

const page = (
  head: string,
  body: string,
): string => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">${head}<title>落实 · 登录</title>
<style>body{font:16px/1.7 system-ui,sans-serif;max-width:30rem;margin:18vh auto 0;padding:0 1.25rem;color:#1f2329}
h1{font-size:1.25rem;margin:0 0 .75rem}p{margin:.25rem 0}.code{color:#646a73;font-size:.875rem}
a{color:#1554ad}.button{display:inline-block;margin-top:1.25rem;padding:.5rem 1.5rem;border-radius:6px;background:#1554ad;
color:#fff;text-decoration:none}</style></head><body><main>${body}</main></body></html>`;
