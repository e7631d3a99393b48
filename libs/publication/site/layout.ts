import { markup, Html, relative } from './html.js';

export interface Page {
  /** Of the file itself, from the root of the division's site. */
  readonly path: string;
  readonly title: string;
  readonly main: Html;
}

export interface Around {
  readonly division: { readonly code: string; readonly name: string };
  /** Whether there are feeds: only where it is known under which address. */
  readonly feeds: boolean;
  /** What stands at the foot besides: whence, under which terms. */
  readonly foot: Html;
}

/** The same as the header that the live server sends: also a plain web server's copy runs nothing and loads nothing from elsewhere. */
export const PUBLIC_CSP =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** The tick on red, in the page itself: a site that anybody hosts has no file at the address that browsers would ask. */
const TICK = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#a11d21"/>' +
    '<path d="M8 17l5.5 5.5L24 10" fill="none" stroke="#fff" stroke-width="3.6" stroke-linecap="square"/></svg>',
).toString('base64');
export const PUBLIC_ICON = markup`
<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${TICK}">`;

const NAVIGATION = [
  { path: 'index.html', words: '首页' },
  { path: 'releases.html', words: '历次发布' },
  { path: 'data.html', words: '开放数据' },
] as const;

/** A whole page: no script, one style sheet, links that are relative. */
export function layOut({ path, title, main }: Page, { division, feeds, foot }: Around): string {
  const to = (target: string): string => relative(path, target);
  const here = (target: string): Html | null => (target === path ? markup` aria-current="page"` : null);
  const name = `${division.name}重点任务落实情况公开`;
  return markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${PUBLIC_CSP}">
<title>${title === name ? name : `${title} · ${name}`}</title>
<link rel="stylesheet" href="${to('style.css')}">${PUBLIC_ICON}${
    feeds
      ? markup`
<link rel="alternate" type="application/rss+xml" title="${name}" href="${to('feed.xml')}">
<link rel="alternate" type="application/atom+xml" title="${name}" href="${to('atom.xml')}">`
      : null
  }
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="top"><div class="wide">
<p class="site">${name}</p>
<nav aria-label="主导航"><ul>${NAVIGATION.map(
    (one) => markup`<li><a href="${to(one.path)}"${here(one.path)}>${one.words}</a></li>`,
  )}</ul></nav>
</div></header>
<main id="main" class="wide" tabindex="-1">
${main}
</main>
<footer class="bottom"><div class="wide">
${foot}
</div></footer>
</body>
</html>
`.text;
}

/** A table that stays readable on a telephone, where each row is a card with the names of its columns. */
export function dataTable(
  caption: string,
  columns: readonly { title: string; number?: boolean }[],
  rows: readonly (readonly (Html | string | number | null)[])[],
): Html {
  const cell = (value: Html | string | number | null, at: number): Html => {
    const { title = '', number = false } = columns[at] ?? {};
    const words = value === null || value === '' ? '—' : value;
    return at === 0
      ? markup`<th scope="row" role="rowheader" data-column="${title}">${words}</th>`
      : markup`<td role="cell" data-column="${title}"${number ? markup` class="number"` : null}>${words}</td>`;
  };
  return markup`<table class="data" role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(
    ({ title, number = false }) =>
      markup`<th scope="col" role="columnheader"${number ? markup` class="number"` : null}>${title}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows.map(
    (row) => markup`
<tr role="row">${row.map(cell)}</tr>`,
  )}
</tbody>
</table>`;
}
