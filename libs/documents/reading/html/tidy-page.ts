import type { DocumentBlock } from '../document-blocks.js';
import { isPageLine } from './boilerplate.js';

const CATALOGUE = /索\s*引\s*号/;
const CATALOGUE_FIELDS =
  /(?:发文机关|发布机构|发文机构|主题分类|信息分类|发布日期|成文日期|生成日期|公开日期|有效性|主题词|公开方式|内容概述)/g;
const DOCUMENT_NUMBER = /[\u4e00-\u9fff]{1,12}[〔[［(（]\d{4}[〕\]］)）]\s*\d+\s*号/;
/** The card of a catalogue stands before the text. */
const HEAD = 12;

/**
 * The blocks of a page without what only the page says: print links, the next article, the card of the catalogue of
 * public documents. Of the card, the document's number is kept where the text does not have it; the title that stands
 * outside of the document's part is put before it.
 */
export function tidyPage(blocks: readonly DocumentBlock[], title: string | undefined): DocumentBlock[] {
  const kept: DocumentBlock[] = [];
  let card = '';
  blocks.forEach((block, i) => {
    const text = blockText(block);
    if (i < HEAD && isCatalogueCard(text)) card = text;
    else if (block.type === 'table') kept.push(block);
    else {
      const lines = text.split('\n').filter((line) => !isPageLine(line));
      const tidy = lines.join('\n').trim();
      if (tidy !== '') kept.push(tidy === text ? block : { type: 'paragraph', text: tidy });
    }
  });
  const head = plain(kept.slice(0, 6).map(blockText).join(''));
  const before: string[] = [];
  if (title !== undefined && kept.length > 0 && !head.includes(plain(title))) before.push(title);
  const number = DOCUMENT_NUMBER.exec(card)?.[0];
  if (number !== undefined && !head.includes(plain(number))) before.push(number);
  return [...before.map((text): DocumentBlock => ({ type: 'paragraph', text })), ...kept];
}

function isCatalogueCard(text: string): boolean {
  return text.length < 1000 && CATALOGUE.test(text) && new Set(text.match(CATALOGUE_FIELDS)).size >= 2;
}

function blockText(block: DocumentBlock): string {
  if (block.type === 'paragraph') return block.text;
  return block.rows.map(({ cells }) => cells.join('\n')).join('\n');
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
}
