import { escaped } from '../http/escaped.js';

/** The colours and letters of the product's own pages, and its head. */
export const STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:15px/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1f2329;background:#fff}
.top{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;padding:.9rem 1.25rem;border-bottom:1px solid #e3e6ea;background:#f7f8fa}
.top strong{font-size:1.1rem}.top a{color:#1554ad;text-decoration:none}.top a:hover{text-decoration:underline}
.top .end{margin-left:auto}
code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.92em}
`;

/** The head of every page of the documentation. */
export function top(links: readonly (readonly [text: string, href: string])[]): string {
  const items = links.map(([text, href]) => `<a href="${href}">${escaped(text)}</a>`).join('');
  return `<header class="top"><strong>落实 Luoshi</strong>${items}</header>`;
}
