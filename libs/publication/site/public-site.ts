import { openDataJsonSchema } from '../data/open-data.schema.js';
import { csvOf, OPEN_TABLES } from '../data/open-tables.js';
import { catalog } from './catalog.js';
import { atom, rss, sitemap } from './feeds.js';
import { markup, timeOf, type Html } from './html.js';
import { layOut, type Page } from './layout.js';
import { dataPage, historyPage, homePage, planPage, type PlanOfSite } from './pages.js';
import { FILE_WORDS, periodPage } from './period-page.js';
import { isPublished, publishedPeriods, siteEvents, type PublishedPeriod } from './periods.js';
import type { PublicFile, PublicSite, ReleaseContent, SiteSource } from './public-site.types.js';
import { STYLE } from './style.js';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};
const FEED_TYPES: Readonly<Record<string, string>> = {
  'feed.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'catalog.json': 'application/ld+json; charset=utf-8',
  'schema.json': 'application/schema+json; charset=utf-8',
};

/**
 * The public site of a division, file by file: pages, open data, catalogue, feeds. Made of its releases and nothing else; the
 * live server and the static export serve the same bytes.
 */
export function publicSite(source: SiteSource): PublicSite {
  const periods = publishedPeriods(source.releases);
  const events = siteEvents(periods);
  // Where nothing was ever released there is no site, and nobody asks when it changed.
  const changedAt = events[0]?.at ?? '1970-01-01T00:00:00.000Z';
  const { url, division } = source;
  const feed = { url: url ?? '', division, changedAt, events };
  const fixed: Readonly<Record<string, () => Promise<Uint8Array | string>>> = {
    'style.css': () => Promise.resolve(STYLE),
    'index.html': () => page(async () => homePage(division, await plansOf(source, periods))),
    'releases.html': () => page(() => Promise.resolve(historyPage(periods))),
    'data.html': () => page(() => Promise.resolve(dataPage(periods, url !== null))),
    'schema.json': () => Promise.resolve(`${JSON.stringify(openDataJsonSchema(), null, 2)}\n`),
    'catalog.json': async () => {
      const contents = await contentsOf(source, periods);
      return `${JSON.stringify(catalog({ division, periods, contents, changedAt, url }), null, 2)}\n`;
    },
    ...(url === null
      ? {}
      : {
          'feed.xml': () => Promise.resolve(rss(feed)),
          'atom.xml': () => Promise.resolve(atom(feed)),
          'sitemap.xml': () => Promise.resolve(sitemap(url, changedAt, pagesOf(periods))),
        }),
  };
  const page = async (write: () => Promise<Page>): Promise<string> =>
    layOut(await write(), { division, feeds: url !== null, foot: footOf(division, changedAt) });

  const own = async (path: string): Promise<Made | null> => {
    const write = fixed[path];
    if (write !== undefined) return write();
    const plan = /^(plans\/[^/]+)\/index\.html$/u.exec(path)?.[1];
    if (plan !== undefined) {
      const of = periods.filter(({ folder }) => folder.startsWith(`${plan}/`));
      if (of.length === 0) return null;
      const [one] = await plansOf(source, of);
      return one ? page(() => Promise.resolve(planPage(one))) : null;
    }
    const period = periods.find(({ folder }) => path.startsWith(`${folder}/`));
    return period === undefined ? null : fileOfPeriod(period, path.slice(period.folder.length + 1));
  };

  async function fileOfPeriod(period: PublishedPeriod, name: string): Promise<Made | null> {
    if (name !== 'index.html' && !NAMES.has(name)) return null;
    const content = isPublished(period) ? await source.content(period.last.productId) : null;
    if (name === 'index.html') return page(() => Promise.resolve(periodPage(period, content)));
    if (content === null) return GONE;
    if (name === 'data.json') return content.bytes;
    const table = OPEN_TABLES.find((one) => name === `${one.name}.csv`);
    if (table !== undefined) return csvOf(table, content.data);
    return content.files.find(({ format }) => name === `document.${format}`)?.bytes ?? null;
  }

  return {
    changedAt,
    paths: async () => {
      const files: string[] = [];
      for (const period of periods.filter(isPublished)) {
        const content = await source.content(period.last.productId);
        if (content === null) continue;
        files.push(
          `${period.folder}/data.json`,
          ...OPEN_TABLES.map(({ name }) => `${period.folder}/${name}.csv`),
        );
        files.push(...content.files.map(({ format }) => `${period.folder}/document.${format}`));
      }
      return [...new Set([...Object.keys(fixed), ...pagesOf(periods), ...files])].sort();
    },
    file: async (path) => {
      const found = await own(path);
      if (found === null) return null;
      if (found === GONE) return 'gone';
      const bytes = typeof found === 'string' ? new TextEncoder().encode(found) : found;
      const ending = path.slice(path.lastIndexOf('.') + 1);
      const type = FEED_TYPES[path] ?? TYPES[ending] ?? 'application/octet-stream';
      return { type, bytes, changedAt, saveAs: savedAs(periods, path) } satisfies PublicFile;
    },
  };
}

/** Was there, and was withdrawn. */
const GONE = Symbol('gone');
/** What a file is made of before it is bytes. */
type Made = Uint8Array | string | typeof GONE;

const NAMES = new Set([
  'data.json',
  ...OPEN_TABLES.map(({ name }) => `${name}.csv`),
  ...Object.keys(FILE_WORDS).map((format) => `document.${format}`),
]);

/** Every page there is: home, history, data, plans, periods. */
const pagesOf = (periods: readonly PublishedPeriod[]): string[] => [
  ...new Set([
    ...['index.html', 'releases.html', 'data.html'],
    ...periods.map(({ folder }) => `${folder.split('/').slice(0, 2).join('/')}/index.html`),
    ...periods.map(({ folder }) => `${folder}/index.html`),
  ]),
];

async function plansOf(source: SiteSource, periods: readonly PublishedPeriod[]): Promise<PlanOfSite[]> {
  const plans: PlanOfSite[] = [];
  for (const code of new Set(periods.map(({ planCode }) => planCode))) {
    const own = periods.filter(({ planCode }) => planCode === code);
    const title = own[0]?.last.planTitle ?? code;
    plans.push({ code, title, periods: own, newest: await newestOf(source, own) });
  }
  return plans;
}

/** The newest period of the whole plan that holds. */
async function newestOf(
  source: SiteSource,
  periods: readonly PublishedPeriod[],
): Promise<PlanOfSite['newest']> {
  for (const period of periods.filter((one) => one.scopeCode === null && isPublished(one))) {
    const content = await source.content(period.last.productId);
    if (content !== null) return { period, content };
  }
  return null;
}

async function contentsOf(
  source: SiteSource,
  periods: readonly PublishedPeriod[],
): Promise<Map<string, ReleaseContent>> {
  const contents = new Map<string, ReleaseContent>();
  for (const { last } of periods.filter(isPublished)) {
    const content = await source.content(last.productId);
    if (content !== null) contents.set(last.productId, content);
  }
  return contents;
}

const footOf = (division: { name: string }, changedAt: string): Html =>
  markup`<p>来源：${division.name}，依据已印发的公示。使用条件和联系方式见各期数据。</p>
<p>最近更新：${timeOf(changedAt)}</p>`;

/** Documents are saved under the title that they bear; everything else is looked at. */
function savedAs(periods: readonly PublishedPeriod[], path: string): string | null {
  const [, folder, ending] = /^(.+)\/document\.(\w+)$/u.exec(path) ?? [];
  const period = periods.find((one) => one.folder === folder);
  return period === undefined || ending === undefined ? null : `${period.last.title}.${ending}`;
}
