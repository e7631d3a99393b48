import type { Paragraph } from './paragraphs.js';

const DATE =
  /^(?:20\d{2}|二[〇○零OＯ][〇○零OＯ一二三四五六七八九]{2})年 ?[\d一二三四五六七八九十]{1,3} ?月 ?[\d一二三四五六七八九十]{1,3} ?日(?:印发)?$/;
const PRINTED = /^[^，。；]{2,40} ?20\d{2}年 ?\d{1,2} ?月 ?\d{1,2} ?日 ?印发。?$/;
const DISCLOSURE = /^（(?:此件|本文|本件|此文)?[^（）。；]{0,12}(?:公开|印发|发布|传达)[^（）。；]{0,8}）$/;
const LABELLED =
  /^(?:抄 ?送|抄 ?报|主 ?送|分 ?送|主题词|联系人(?:及电话)?|联系电话|信息公开(?:选项|属性|形式|类别)|公开(?:方式|属性|形式|类型)|稿件?来源|信息来源|来源|责编|责任编辑|校对|核稿|附件下载|相关(?:链接|解读|阅读|文件|稿件|附件)|政策(?:解读|原文)|文件下载|扫一扫[^：]{0,12})：/;
const SIGNATURE =
  /^[^，。；：、（）\d]{2,32}(?:政府|办公室|办公厅|委员会|指挥部|领导小组|局|厅|委|党组|专班)$/;
const LONGEST = 120;

/** Is this line by itself one that closes a document: a date, 抄送：…, 此件公开发布? */
export function isClosingLine(line: string): boolean {
  return (
    LABELLED.test(line) ||
    (line.length < LONGEST && [DATE, PRINTED, DISCLOSURE].some((form) => form.test(line)))
  );
}

/** What closes a document, and is no part of what it says: signature, date, 此件公开发布, copies to, printed by. */
export function closingLines(text: string, paragraphs: readonly Paragraph[]): ReadonlySet<Paragraph> {
  const found = new Set<Paragraph>();
  const wordsOf = ({ start, end }: Paragraph): string => text.slice(start, Math.min(end, start + LONGEST));
  for (let i = paragraphs.length - 1; i >= 0; i -= 1) {
    const paragraph = paragraphs[i];
    if (!paragraph || paragraph.marker.kind !== 'none') continue;
    const words = wordsOf(paragraph);
    const next = paragraphs[i + 1];
    const isSignature =
      next !== undefined && found.has(next) && SIGNATURE.test(words) && !LABELLED.test(wordsOf(next));
    if (isClosingLine(words) || isSignature) found.add(paragraph);
  }
  return found;
}
