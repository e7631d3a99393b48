import type { OfficialDocument } from '#official';
import type { OpenData } from '../data/open-data.schema.js';
import { openDataBytes } from '../data/open-data.schema.js';
import { markup } from './html.js';
import { layOut } from './layout.js';
import { periodPage } from './period-page.js';
import { publicationFolder, type PublishedPeriod } from './periods.js';
import type { Release } from './public-site.types.js';
import { STYLE } from './style.js';

/** The looks of the preview, for whoever sends it: a page that brings its style along must be allowed to. */
export const PREVIEW_STYLE = STYLE;

/** The page of a period as the public would see it, in one piece; the files that it offers are not there yet. */
export function previewPage(data: OpenData, document: OfficialDocument): string {
  const release: Release = {
    productId: '',
    planCode: data.plan.code,
    planTitle: data.plan.title,
    scopeCode: data.action?.code ?? null,
    scopeName: data.action?.name ?? data.plan.title,
    period: data.period.key,
    edition: data.edition,
    title: document.title,
    sha256: '',
    size: 0,
    releasedAt: data.releasedAt,
    withdrawnAt: null,
    withdrawnReason: null,
  };
  const period: PublishedPeriod = {
    folder: publicationFolder(release),
    planCode: release.planCode,
    scopeCode: release.scopeCode,
    period: release.period,
    editions: [release],
    last: release,
  };
  const page = periodPage(period, { bytes: openDataBytes(data), data, document, files: [] });
  const main = markup`<div class="note" role="note"><p><strong>预览：尚未公开。</strong>印发后公众看到的就是这一页；链接和下载要到公开之后才有。</p></div>
${page.main}`;
  return layOut({ ...page, main }, { division: data.division, feeds: false, foot: markup`<p>预览</p>` })
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n/u, '')
    .replace(/<link rel="stylesheet"[^>]*>/u, `<style>${STYLE}</style>`)
    .replace(/ href="(?!#)[^"]*"/gu, '');
}
