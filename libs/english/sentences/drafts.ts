import { counted, type Pattern } from './pattern.js';

/** What the page of a draft says of a person's own words (`apps/api/product/checks-of.ts`). */
export const DRAFTS: readonly Pattern[] = [
  [/^标点重复或放错了位置$/u, () => 'Punctuation is doubled or in the wrong place'],
  [/^删去多余的标点。$/u, () => 'Take away what is too much.'],
  [/^括号或引号里没有内容$/u, () => 'Nothing stands between the brackets or quotation marks'],
  [/^补上内容，或把括号去掉。$/u, () => 'Write what belongs there, or take the brackets away.'],
  [/^这一段没有结尾的标点$/u, () => 'The paragraph has no mark at its end'],
  [/^在段末加上句号。$/u, () => 'Put a full stop at the end.'],
  [
    /^正文 (\d+) 字，超过了 (\d+) 字的上限$/u,
    (n = '', most = '') => `The text has ${counted(n, 'character')}; ${most} are the most`,
  ],
  [
    /^删减名单或次要段落；附件里的表格不计字数。$/u,
    () => 'Shorten lists or minor paragraphs; tables of annexes do not count.',
  ],
  [
    /^手写的数字 (.+) 不随数据更新，点开也查不到出处$/u,
    (numbers = '') =>
      `Typed figures (${numbers.replaceAll('、', ', ')}) do not follow the data, and nothing stands behind them`,
  ],
  [
    /^能用原有数字的，插入原有数字；确需手写的，请核对后保留。$/u,
    () => "Put in the record's own figures where there are some; else check what was typed and keep it.",
  ],
  [
    /^(“.+”)没有具体内容$/u,
    (found = '') => `${found.replaceAll('”“', '", "').replace(/[“”]/gu, '"')} says nothing definite`,
  ],
  [
    /^换成具体的事、数字或要求，或者删去。$/u,
    () => 'Put a matter, a figure or a demand in its place, or delete it.',
  ],
];
