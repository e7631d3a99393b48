const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const SCALE = '(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?';
const MEASURE =
  '个百分点|百分点|个工作日|工作日|个小时|小时|分钟|平方公里|平方千米|平方米|公里|千米|米|公顷|亩|吨标准煤|吨标煤|吨|千克|公斤|斤|毫克|微克|克|立方米|标准立方米|千瓦时|千瓦|兆瓦|立方|升|分贝|人次|人天|人|元|美元|户次|户|家次|家|个|类|件|项|场次|场|次|名|位|台套|台|辆|架|艘|套|座|处|所|间|栋|幢|条|片|块|根|盏|口|眼|份|册|尾|只|头|羽|株|床|张|宗|起|例|篇|部|期|批|对|支|组|班|款|枚|门|倍|标箱|航班|班次|列|PFlops|EFlops|EB|PB|TB|GB|MW|kW';
const PER = '(?:/(?:千克|公斤|吨|平方米|立方米|万元|元|个|[年月日天周季人亩户次升]|半年)){0,3}';
/** A number, perhaps of a range, with its unit: 1,200 · 2—3家 · 1.5万亩 · 28微克/立方米 · 700元/月/人. */
const QUANTITY = new RegExp(
  `(${NUMBER})(?:(%|‰)?(?:—|–|-|~|～|至|到)(${NUMBER}))?\\s?(%|‰|${SCALE}(?:${MEASURE})|[万亿](?=[，。；]|以上|左右))?((?:（(?:个|家|处|项|户)）)?${PER})`,
  'gu',
);
/** What is a plain figure: 指数控制在103.5以内. */
const PLAIN =
  /(?:指数|系数|得分|评分|分值|生育率|生育水平)(?:达到?|控制在|保持在|稳定在|提高到|提升到|提升至|不低于|不高于|不超过)?$/u;
const QUOTED = /《[^《》]{0,300}》|“[^“”]{0,80}”|「[^「」]{0,80}」/gu;

/** A number with its unit, and the words of its clause around it. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly unit: string;
  readonly value: number;
  readonly upper: number | undefined;
  /** Where its words begin: its clause, or after the quantity before it in the same clause. */
  readonly from: number;
  /** Where its clause begins. */
  readonly clause: number;
  readonly before: string;
  readonly after: string;
  /** Entry of a row: 4名…、62名… or 8%、10%. */
  readonly isListed: boolean;
}

/** The text with the figures in names and quotations made unreadable; of the same length. */
export function maskNames(text: string): string {
  return text.replace(QUOTED, (quoted) => quoted.replace(/\d/g, '#'));
}

export function quantityMatches(masked: string): IterableIterator<RegExpExecArray> {
  return masked.matchAll(QUANTITY) as IterableIterator<RegExpExecArray>;
}

/** What a match of a number is; nothing where it is part of a name (5G, PM2.5, 第3届) or has no unit. `previousEnd`: where the last indicator ended. */
export function readQuantity(
  masked: string,
  match: RegExpExecArray,
  previousEnd: number | undefined,
): Quantity | undefined {
  const [raw, low = '', lowUnit = '', high, measure = '', suffix = ''] = match;
  const start = match.index;
  const end = start + raw.length;
  const unit = `${measure}${suffix}` || lowUnit;
  if (unit === '' && !/[数分值率平在到至于过]/.test(masked.charAt(start - 1))) return undefined;
  const clause = startOfClause(masked, start);
  if (unit === '' && !PLAIN.test(masked.slice(Math.max(clause, start - 16), start))) return undefined;
  if (/[A-Za-z#+×.第\d]/.test(masked.charAt(start - 1)) || /[#A-Za-z+×]/.test(masked.charAt(end)))
    return undefined;
  if (unit === '' && /[\d年月日号届期]/.test(masked.charAt(end))) return undefined;
  if (unit === '个' && /^(?:月|季度|五年|年|星期|周)/.test(masked.slice(end, end + 4))) return undefined;
  const isListed = previousEnd !== undefined && previousEnd > clause && previousEnd <= start;
  const from = isListed ? previousEnd : clause;
  const number = (text: string): number => Number(text.replaceAll(',', ''));
  return {
    start,
    end,
    unit,
    value: number(low),
    upper: high === undefined ? undefined : number(high),
    from,
    clause,
    before: masked.slice(from, start).replace(/^[、和及与]+/u, ''),
    after: masked.slice(end, end + 24),
    isListed: isListed && /^[、和及与]/u.test(masked.slice(from, from + 1)),
  };
}

const LONGEST_CLAUSE = 80;

export function startOfClause(text: string, at: number): number {
  let i = at;
  while (i > 0 && at - i < LONGEST_CLAUSE && !/[，。；：！？（\n]/.test(text.charAt(i - 1))) i -= 1;
  return i;
}

export function endOfClause(text: string, at: number): number {
  let i = at;
  while (
    i < text.length &&
    i - at < 60 &&
    !/[，。；：！？\n]/.test(text.charAt(i)) &&
    !/^、\d/.test(text.slice(i, i + 2))
  )
    i += 1;
  return i;
}
