import { writeHtml, type OfficialDocument } from '#official';
import { OPEN_TABLES } from '../data/open-tables.js';
import type { Page } from './layout.js';
import { dayOf, markup, Html, relative } from './html.js';
import {
  actionsTable,
  editionWords,
  headlines,
  indicatorsTable,
  notices,
  periodName,
  tasksTable,
  tenDaysTable,
} from './parts.js';
import { planFolder, type PublishedPeriod } from './periods.js';
import type { ReleaseContent } from './public-site.types.js';

export const FILE_WORDS: Readonly<Record<string, string>> = {
  docx: '公示原文（Word）',
  pdf: '公示原文（PDF）',
};

/** One period: the document as it was issued, its data, and every file of both; of what was withdrawn the note alone. */
export function periodPage(period: PublishedPeriod, content: ReleaseContent | null): Page {
  const path = `${period.folder}/index.html`;
  const { last } = period;
  return {
    path,
    title: `${periodName(period.period)}：${last.scopeName}`,
    main: markup`<p class="path"><a href="${relative(path, 'index.html')}">首页</a> › <a href="${relative(path, `${planFolder(period.planCode)}/index.html`)}">${last.planTitle}</a> › ${periodName(period.period)}</p>
${notices(period)}
${content === null ? markup`<h1>${last.title}</h1>` : body(path, period, content)}`,
  };
}

function body(path: string, period: PublishedPeriod, content: ReleaseContent): Html {
  const { data, document } = content;
  return markup`${official(document)}
<h2>本期数据</h2>
${headlines(data)}
${actionsTable(data)}
${hasMore(content) ? tasksTable(data) : null}
${indicatorsTable(data)}
${tenDaysTable(data)}
<h2>下载</h2>
<div class="panel">
<ul class="files">${downloads(path, period, content)}</ul>
<p class="quiet">${editionWords(period.last.edition)}，${dayOf(period.last.releasedAt)}发布。数据可以自行核对：文件的 SHA-256 与上列一致，即为发布时的原件。</p>
</div>
<h2>来源和使用条件</h2>
<div class="panel">
<p>发布：${data.source.publisher}。依据：${data.source.document}。数据截至${dayOf(data.asOf)}。</p>
<p>使用条件：${data.licence.url === null ? data.licence.text : markup`<a href="${data.licence.url}">${data.licence.text}</a>`}。</p>
${data.contact === null ? null : markup`<p>意见反映方式：${data.contact}</p>`}
</div>`;
}

/** What the document's own table does not have. */
const hasMore = ({ data }: ReleaseContent): boolean =>
  data.tasks.some(({ progress, schedule }) => progress !== null || schedule !== null);

/** The issued document; names of facts, which are ids of the record, are left out. */
const official = (document: OfficialDocument): Html =>
  new Html(writeHtml(document, { draft: false }).replace(/ data-source="[^"]*"/gu, ''));

function downloads(path: string, { folder }: PublishedPeriod, { bytes, data, files }: ReleaseContent): Html {
  const item = (file: string, words: string, more: string): Html =>
    markup`
<li><a href="${relative(path, `${folder}/${file}`)}">${words}</a> ${more}</li>`;
  return markup`${files.map(
    ({ format, bytes: content, sha256 }) =>
      markup`
<li><a href="${relative(path, `${folder}/document.${format}`)}">${FILE_WORDS[format] ?? format}</a> ${sizeOf(content.byteLength)}<br><span class="hash">SHA-256 ${sha256}</span></li>`,
  )}
<li><a href="${relative(path, `${folder}/data.json`)}">全部数据（JSON）</a> ${sizeOf(bytes.byteLength)}</li>${OPEN_TABLES.map(
    (table) => item(`${table.name}.csv`, `${table.title}（CSV）`, `${table.rows(data).length} 行`),
  )}`;
}

export const sizeOf = (bytes: number): string =>
  bytes < 1024 ? `${bytes} 字节` : `${Math.ceil(bytes / 1024)} KB`;
