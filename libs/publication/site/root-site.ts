import { dayOf, markup } from './html.js';
import { PUBLIC_CSP, PUBLIC_ICON } from './layout.js';
import type { PublicFile } from './public-site.types.js';
import { STYLE } from './style.js';

export interface DivisionOfRoot {
  readonly id: string;
  readonly name: string;
  readonly changedAt: string;
}

/** What stands above the divisions: which there are, and where their catalogues are. Each has a folder of its code beside it. */
export function rootSite(
  divisions: readonly DivisionOfRoot[],
  url: string | null,
): ReadonlyMap<string, PublicFile> {
  const changedAt = divisions.map((one) => one.changedAt).reduce(later, '1970-01-01T00:00:00.000Z');
  const file = (type: string, text: string): PublicFile => ({
    ...{ type, changedAt, saveAs: null },
    bytes: new TextEncoder().encode(text),
  });
  return new Map([
    ['index.html', file('text/html; charset=utf-8', page(divisions))],
    ['style.css', file('text/css; charset=utf-8', STYLE)],
    ...(url === null
      ? []
      : [
          ['sitemap.xml', file('application/xml; charset=utf-8', sitemaps(divisions, url))] as [
            string,
            PublicFile,
          ],
        ]),
    [
      'catalog.json',
      file('application/ld+json; charset=utf-8', `${JSON.stringify(catalogs(divisions, url), null, 2)}\n`),
    ],
  ]);
}

const later = (one: string, other: string): string => (one > other ? one : other);

const page = (divisions: readonly DivisionOfRoot[]): string =>
  markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${PUBLIC_CSP}">
<title>重点任务落实情况公开</title>
<link rel="stylesheet" href="style.css">${PUBLIC_ICON}
</head>
<body>
<header class="top"><div class="wide"><p class="site">重点任务落实情况公开</p></div></header>
<main class="wide">
<h1>重点任务落实情况公开</h1>
<div class="panel"><ul class="files">${divisions.map(
    ({ id, name, changedAt }) => markup`
<li><a href="${id}/index.html">${name}</a>（最近更新：${dayOf(changedAt)}）</li>`,
  )}</ul></div>
</main>
</body>
</html>
`.text;

/** Where the maps of the divisions are. */
const sitemaps = (divisions: readonly DivisionOfRoot[], url: string): string =>
  markup`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${divisions.map(
  ({ id, changedAt }) =>
    markup`<sitemap><loc>${url}/${id}/sitemap.xml</loc><lastmod>${changedAt}</lastmod></sitemap>
`,
)}</sitemapindex>
`.text;

const catalogs = (divisions: readonly DivisionOfRoot[], url: string | null): object => ({
  '@context': { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' },
  '@type': 'dcat:Catalog',
  'dct:title': '重点任务落实情况开放数据',
  'dcat:catalog': divisions.map(({ id, name }) => ({
    '@type': 'dcat:Catalog',
    '@id': url === null ? `${id}/catalog.json` : `${url}/${id}/catalog.json`,
    'dct:title': name,
  })),
});
