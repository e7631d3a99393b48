import { type Comparator, comparatorOf } from './indicator-comparator.js';
import { nameBefore, nameAfter } from './indicator-name.js';
import type { Span } from './text/mapped-text.js';

/** A quantity to be reached or kept. `upper` where the text gives a range; `per` where the quantity is for a stretch of time. */
export interface IndicatorMention {
  readonly name: string;
  readonly comparator: Comparator;
  readonly value: number;
  readonly upper?: number;
  readonly unit: string;
  readonly per?: 'year' | 'half-year' | 'quarter' | 'month' | 'week' | 'day';
  readonly span: Span;
}

const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const SCALE = '(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?';
const MEASURE =
  '个百分点|百分点|公里|千米|米|平方公里|平方米|公顷|亩|吨|千克|公斤|克|立方米|标准立方米|千瓦时|千瓦|兆瓦|立方|升|人次|人|元|美元|户次|户|家次|家|个|类|件|项|场次|场|次|名|位|台套|台|辆|架|艘|套|座|处|所|间|栋|幢|条|片|只|头|羽|株|床|张|宗|起|例|篇|部|期|批|对|支|组|班|款|枚|门|公顷|PFlops|EFlops|EB|PB|TB|GB|MW|kW';
const QUANTITY = new RegExp(
  `(${NUMBER})(?:(%|‰)?(?:—|–|-|~|～|至|到)(${NUMBER}))?\\s?(%|‰|${SCALE}(?:${MEASURE})|[万亿](?=[，。；]|以上))?((?:（(?:个|家|处|项|户)）)?(?:/(?:千克|公斤|吨|平方米|立方米|[年月日天周季人亩户次]|半年)){0,3})`,
  'gu',
);
/** Counts of such things are only targets when they are done or set up, wherever the number stands. */
const WEAK_MEASURE = /^(?:条|张|篇|部|门|对|组|班|期|批|片|项|位|款)$/;
const PRODUCING =
  '(?:新增(?:上线)?|新建(?:成)?|新改扩建|新培育|新认定|新引进|新登记|建成|建设|建立|建好|完成|实施|实现|开展|举办|组织|引进|培育|打造|开放|发展|改造|提升|创建|争创|配备|招引|争取|推出|形成|开工|竣工|投产|办理|发放|救助|培训|安置|解决|选派|选树|遴选(?:首批)?|评选|认定|引育|招聘|落地|签约|布局|推广|应用|突破|力争|至少|不少于|不低于|超过|达到?|到|储备|储备土地|创成|获批|申报|联合|支持|栽植|治理|整治|修复|新开|增加|增设|分别)';
const VERB_BEFORE = new RegExp(`${PRODUCING}(?:全[省市县区国])?$`, 'u');
const QUOTED = /《[^《》]{0,300}》|“[^“”]{0,80}”|「[^「」]{0,80}」/gu;

/** Finds the quantities that a text sets as targets. Numbers in names (“122”, 《…》, 5G, 第3届), dates and durations are none. */
export function findIndicators(text: string): IndicatorMention[] {
  const masked = text.replace(QUOTED, (quoted) => quoted.replace(/\d/g, '#'));
  const found: IndicatorMention[] = [];
  for (const match of masked.matchAll(QUANTITY)) {
    const quantity = readQuantity(masked, match, found.at(-1));
    if (!quantity) continue;
    const read = readIndicator(text, masked, quantity, found.at(-1));
    const before = found.at(-1);
    // 分别增长6.5%、7%左右: what stands after the last figure of a row goes for all of it.
    if (
      before &&
      read[0] &&
      quantity.isListed &&
      quantity.before === '' &&
      read[0].unit === before.unit &&
      /^(?:以|左|上下)/.test(quantity.after)
    ) {
      found[found.length - 1] = { ...before, comparator: read[0].comparator };
    }
    found.push(...read);
  }
  return found;
}

/** A number with its unit, and the words of its clause around it. */
interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly unit: string;
  readonly value: number;
  readonly upper: number | undefined;
  /** Where its words begin: its clause, or after the quantity before it in the same clause. */
  readonly from: number;
  readonly before: string;
  readonly after: string;
  /** Entry of a row: 4名…、62名… or 8%、10%. */
  readonly isListed: boolean;
}

function readQuantity(
  masked: string,
  match: RegExpExecArray,
  previous: IndicatorMention | undefined,
): Quantity | undefined {
  const [raw, low = '', lowUnit = '', high, measure = '', suffix = ''] = match;
  const start = match.index;
  const end = start + raw.length;
  const unit = `${measure}${suffix}` || lowUnit;
  if (
    unit === '' ||
    /[A-Za-z#+×.第\d]/.test(masked.charAt(start - 1)) ||
    /[#A-Za-z+×]/.test(masked.charAt(end))
  )
    return undefined;
  if (unit === '个' && /^(?:月|季度|工作日|小时|五年)/.test(masked.slice(end, end + 4))) return undefined;
  const clause = startOfClause(masked, start);
  const isListed = previous !== undefined && previous.span.end > clause && previous.span.end <= start;
  const from = isListed ? previous.span.end : clause;
  const number = (text: string): number => Number(text.replaceAll(',', ''));
  return {
    start,
    end,
    unit,
    value: number(low),
    upper: high === undefined ? undefined : number(high),
    from,
    before: masked.slice(from, start).replace(/^[、和及与]+/u, ''),
    after: masked.slice(end, end + 24),
    isListed: isListed && /^[、和及与]/u.test(masked.slice(from, from + 1)),
  };
}

/** The indicators that one quantity makes: one, or with 分别 before a single figure one for each name. */
function readIndicator(
  text: string,
  masked: string,
  quantity: Quantity,
  previous: IndicatorMention | undefined,
): IndicatorMention[] {
  const { before, after, unit, upper } = quantity;
  const comparison = comparatorOf(before, after, unit);
  const continues = quantity.isListed && previous?.unit === unit;
  if (!comparison && !continues && !isBareTarget(before, after, unit)) return [];
  const bareListed = before === '' && continues ? previous.comparator : undefined;
  const comparator = comparison?.comparator ?? bareListed ?? (ADDED.test(before) ? '+' : '=');
  const quantityEnd = quantity.end + (comparison?.wordsAfter ?? 0);
  const stop = endOfClause(masked, quantity.end);
  const named = nameBefore(text.slice(quantity.from, quantity.start).replace(/^[、和及与]+/u, ''));
  const following = nameAfter(text.slice(quantity.end, stop));
  const isNamedAfter = following !== '' && (before === '' || VERB_BEFORE.test(before.slice(-8)));
  const per = periodIn(masked.slice(startOfClause(masked, quantity.start), quantity.start));
  const name = isNamedAfter ? following : named || following || previous?.name || '';
  const base = {
    comparator: rangeOr(comparator, upper, unit),
    value: quantity.value,
    ...(upper === undefined ? {} : { upper }),
    unit,
    ...(per === undefined ? {} : { per }),
    span: {
      start: quantity.from + (quantity.isListed ? 1 : 0),
      end: isNamedAfter || named === '' ? Math.max(stop, quantityEnd) : quantityEnd,
    },
  };
  const plainName = name.replace('分别', '');
  const shared =
    /分别/u.test(before) && !/^(?:以[上下内]|左右)?[、和]\d/u.test(after) ? distributed(name) : [];
  return shared.length > 1 ? shared.map((one) => ({ name: one, ...base })) : [{ name: plainName, ...base }];
}

/** 甲、乙分别增长: 甲增长 and 乙增长. */
function distributed(name: string): string[] {
  const [names = '', verb = ''] = name.split('分别');
  return names
    .split(/、|以及|和/u)
    .filter(Boolean)
    .map((one) => `${one}${verb}`);
}

/** A level between two figures is a range; of things to do the lower figure is what must be reached. */
function rangeOr(comparator: Comparator, upper: number | undefined, unit: string): Comparator {
  if (upper === undefined) return comparator;
  return /%|‰|百分点/.test(unit) ? 'range' : '>=';
}

/** 新增托位100个: so many more; but 城镇新增就业800人 is a count of its own. */
const ADDED = /^(?:力争|确保|努力|全年|计划|预计)?(?:新增|净增)/u;
const PRODUCED = new RegExp(PRODUCING, 'u');
const CLOSED = /^(?:[，。；（）\n]|$)/;

/** A count without a comparator is a target when it is produced: 新建1个… · 改造老旧小区13个 · 服务人数3100人. */
function isBareTarget(before: string, after: string, unit: string): boolean {
  if (/[年月日天周]$/.test(unit) && !unit.includes('/')) return false;
  if (/%|‰/.test(unit)) return /[率度比重盖]$/.test(before) && /^(?:[，。；、（）\n]|$)/.test(after);
  if (VERB_BEFORE.test(before.slice(-8))) return !WEAK_MEASURE.test(unit) || CLOSED.test(after);
  return (
    CLOSED.test(after) &&
    before.length >= 3 &&
    (PRODUCED.test(before) || /(?:人数|数|量|额|面积|里程|规模)$/.test(before))
  );
}

function startOfClause(text: string, at: number): number {
  let i = at;
  while (i > 0 && at - i < 80 && !/[，。；：！？（\n]/.test(text.charAt(i - 1))) i -= 1;
  return i;
}

function endOfClause(text: string, at: number): number {
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

function periodIn(before: string): IndicatorMention['per'] {
  const period = /(?:每|平均每)(?:个)?(半年|年|季度?|月|周|天|日)|(年)均/.exec(before);
  const word = period?.[1] ?? period?.[2];
  if (word === undefined) return undefined;
  if (word === '半年') return 'half-year';
  if (word.startsWith('季')) return 'quarter';
  return ({ 年: 'year', 月: 'month', 周: 'week' } as const)[word] ?? 'day';
}
