import { chartInPages, chartSize, chartWords, isEmptyChart, type Chart } from '#charts';
import type { Annex, Picture } from '#official';

const PARTS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** A chart as the pictures of a document: none where there is nothing to draw, several where one does not fit on a page. */
export function picturesOf(caption: string, chart: Chart): Picture[] {
  if (isEmptyChart(chart)) return [];
  const pages = chartInPages(chart);
  return pages.map((page, at) => ({
    kind: 'picture',
    caption: pages.length === 1 ? caption : `${caption}（${PARTS[at] ?? String(at + 1)}）`,
    alternative: chartWords(page),
    svg: '',
    size: chartSize(page),
    chart: page,
  }));
}

/** One picture stands in the text; several would take it apart. */
export const inText = (pictures: readonly Picture[]): Picture[] =>
  pictures.length === 1 ? [...pictures] : [];

export const inAnnex = (pictures: readonly Picture[]): Picture[] =>
  pictures.length === 1 ? [] : [...pictures];

export const pictureAnnex = (title: string, ...pictures: readonly (readonly Picture[])[]): Annex => ({
  title,
  body: pictures.flat(),
});
