import { epochMsOf } from '#calendar';
import { markup } from './html.js';
import { EVENT_WORDS, type SiteEvent } from './periods.js';

interface Feed {
  /** Where the division's site stands, without a slash at its end. */
  readonly url: string;
  readonly division: { readonly code: string; readonly name: string };
  readonly changedAt: string;
  /** The latest first. */
  readonly events: readonly SiteEvent[];
}

/** So many of the latest events stand in a feed; all of them on the page. */
const AT_MOST = 50;

const titleOf = ({ kind, release }: SiteEvent): string => `【${EVENT_WORDS[kind]}】${release.title}`;

const aboutOf = ({ kind, release }: SiteEvent): string =>
  kind === 'withdrawn'
    ? `已撤回，不再提供。原因：${release.withdrawnReason ?? ''}`
    : kind === 'corrected'
      ? `第${release.edition}版，替代前一版。`
      : '已发布，附开放数据。';

/** The same thing has the same name for ever, whatever address it stands at. */
const nameOf = (division: string, { kind, release }: SiteEvent): string =>
  `urn:luoshi:release:${division}:${release.productId}:${kind}`;

const addressOf = (url: string, { period }: SiteEvent): string => `${url}/${encodeURI(period.folder)}/`;

/** `Fri, 07 Jun 2024 01:00:00 +0000`: the only form of a time in RSS. */
const rfc822 = (at: string): string => new Date(epochMsOf(at)).toUTCString().replace('GMT', '+0000');

/** RSS 2.0. */
export const rss = ({ url, division, changedAt, events }: Feed): string =>
  markup`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${division.name}重点任务落实情况公开</title>
<link>${url}/</link>
<atom:link href="${url}/feed.xml" rel="self" type="application/rss+xml"/>
<description>公示的发布、更正和撤回</description>
<language>zh-CN</language>
<lastBuildDate>${rfc822(changedAt)}</lastBuildDate>
${events.slice(0, AT_MOST).map(
  (event) => markup`<item>
<title>${titleOf(event)}</title>
<link>${addressOf(url, event)}</link>
<guid isPermaLink="false">${nameOf(division.code, event)}</guid>
<pubDate>${rfc822(event.at)}</pubDate>
<description>${aboutOf(event)}</description>
</item>
`,
)}</channel>
</rss>
`.text;

/** Atom 1.0 (RFC 4287). */
export const atom = ({ url, division, changedAt, events }: Feed): string =>
  markup`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>urn:luoshi:releases:${division.code}</id>
<title>${division.name}重点任务落实情况公开</title>
<updated>${changedAt}</updated>
<author><name>${division.name}</name></author>
<link rel="alternate" type="text/html" href="${url}/"/>
<link rel="self" type="application/atom+xml" href="${url}/atom.xml"/>
${events.slice(0, AT_MOST).map(
  (event) => markup`<entry>
<id>${nameOf(division.code, event)}</id>
<title>${titleOf(event)}</title>
<link rel="alternate" type="text/html" href="${addressOf(url, event)}"/>
<published>${event.at}</published>
<updated>${event.at}</updated>
<summary>${aboutOf(event)}</summary>
</entry>
`,
)}</feed>
`.text;

/** The addresses of the pages, for those who index them. */
export const sitemap = (url: string, changedAt: string, paths: readonly string[]): string =>
  markup`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map(
  (
    path,
  ) => markup`<url><loc>${url}/${encodeURI(path.replace(/(^|\/)index\.html$/u, '$1'))}</loc><lastmod>${changedAt}</lastmod></url>
`,
)}</urlset>
`.text;
