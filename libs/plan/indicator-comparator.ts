export const COMPARATORS = ['>=', '<=', '=', '~', '+', '>', '<', 'range'] as const;
export type Comparator = (typeof COMPARATORS)[number];

const AFTER: readonly (readonly [Comparator, RegExp])[] = [
  ['>=', /^(?:及|或)?(?:以上|左右以上|起)/],
  ['<=', /^(?:及|或)?(?:以下|以内|之内)/],
  ['~', /^(?:左右|上下)/],
];
const BEFORE: readonly (readonly [Comparator, RegExp])[] = [
  [
    '<=',
    /(?:降至|降到|降低到|降低至|压减到|压减至|压缩到|压缩至|压缩为|缩短为|控制到|控制在|不超过|不高于|不多于|不大于|(?<!不)低于|(?<!不)少于|压降至|下降到|缩短至|缩短到|减少到)$/,
  ],
  [
    '>=',
    /(?:不低于|不少于|至少|达到?|提高到|提升到|提高至|提升至|增至|增加到|增长到|扩大到|实现|不小于|力争达到?|突破)(?:约|近)?$/,
  ],
  ['>', /(?:超过|超|高于|多于|大于)$/],
  ['~', /(?:约|大约|近)$/],
  ['=', /(?:保持(?:在|为|稳定在)?|稳定在|维持在|均?为|达标率|全覆盖|下降|降低|减少|压减|缩减)$/],
  ['+', /(?:增长|增加|提高|提升|新增|增|上升|扩大|净增|增幅|涨幅)$/],
];

/**
 * The comparator that the words around a quantity give it; nothing where they give none.
 * 以上/至少/达到/提高到 `>=`, 左右 `~`, a bare growth `+`, 以下/降至 `<=`, a level to keep `=`.
 */
export function comparatorOf(
  before: string,
  after: string,
  unit: string,
): { comparator: Comparator; wordsAfter: number } | undefined {
  const head = /(?:均|都|全部|已|要|力争|确保|分别)?$/u;
  const words = before
    .replace(/(?:每[人户亩村家个])?每?[年月日天]?$/u, (each) => (each.startsWith('每') ? '' : each))
    .replace(/(?:均|都|全部)$/u, '')
    .replace(head, '');
  for (const [comparator, form] of AFTER) {
    const match = form.exec(after);
    if (!match) continue;
    const falls = comparator === '>=' && /(?:下降|降低|减少|压减)$/.test(words);
    return { comparator: falls ? '>=' : comparator, wordsAfter: match[0].length };
  }
  for (const [comparator, form] of BEFORE) {
    if (!form.test(words)) continue;
    if (comparator === '+' && isCountAfterVerb(words, unit)) return { comparator, wordsAfter: 0 };
    if (words.endsWith('实现') && !/元|%/.test(unit)) return undefined;
    return { comparator, wordsAfter: 0 };
  }
  return undefined;
}

function isCountAfterVerb(words: string, unit: string): boolean {
  return words.endsWith('新增') && !/%/.test(unit);
}
