import { type Comparator, comparatorOf } from './indicator-comparator.js';
import { nameBefore, nameAfter } from './indicator-name.js';
import {
  endOfClause,
  maskNames,
  type Quantity,
  quantityMatches,
  readQuantity,
  startOfClause,
} from './indicator-quantity.js';
import { namesShared } from './indicator-shares.js';
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

/** Counts of such things are only targets when they are done or set up, wherever the number stands. */
const WEAK_MEASURE = /^(?:条|张|篇|部|门|对|组|班|期|批|片|项|位|款|列)$/;
/** Time is a target only where it is to be kept short: 压缩至3个工作日. */
const TIME = /^(?:个?工作日|个?小时|分钟)$/;
const PRODUCING =
  '(?:新增(?:上线)?|新建(?:成)?|新改扩建|新改建|改扩建|新培育|新认定|新认证|认证|筛查|体检|利用|发行|创作|演出|征集|开通|办实事|新引进|新登记|新签约|新开工|新签|建成|建设|建立|建好|完成|实施|实现|开展|举办|组织|引进|培育|打造|开放|发展|改造|提升|提质|升级|创建|争创|配备|配建|购置|招引|回引|争取|推出|形成|开工|竣工|投产|办理|发放|救助|培训|安置|解决|选派|选树|遴选(?:首批)?|评选|认定|评定|引育|招聘|落地|签约|签订|布局|推广|应用|突破|力争|至少|不少于|不低于|超过|达到?|到|储备|储备土地|创成|获批|申报|联合|支持|栽植|种植|治理|整治|修复|修缮|整修|维修|加固|提标|绿化|亮化|拓宽|贯通|启用|疏浚|清淤|硬化|新开|增加|增设|设立|接待|吸引|吸纳|转移|带动|帮扶|清收|清理|消化|盘活|处置|化解|收储|收购|供应|更新|淘汰|拆除|拆改|腾退|铺设|敷设|架设|安装|修建|扩建|改建|续建|营造|管护|出栏|孵化|入库|纳统|升规|转化|研发|走访|慰问|资助|编制|制定|出台|打通|投放|补植|销售|流转|回收|检查|排查|惠及|服务|覆盖|分别)';
const VERB_BEFORE = new RegExp(`${PRODUCING}(?:全[省市县区国])?$`, 'u');
const PRODUCED = new RegExp(PRODUCING, 'u');
const CLOSED = /^(?:[，。；（）、\n]|$)/;
const ENDS = /^(?:[，。；、（）\n]|$)/;

/** Finds the quantities that a text sets as targets. Numbers in names (“122”, 《…》, 5G, 第3届), dates and durations are none. */
export function findIndicators(text: string): IndicatorMention[] {
  if (!/\d/.test(text)) return [];
  const masked = maskNames(text);
  const found: IndicatorMention[] = [];
  let shares: readonly string[] = [];
  let taken = 0;
  for (const match of quantityMatches(masked)) {
    const before = found.at(-1);
    const quantity = readQuantity(masked, match, before?.span.end);
    if (!quantity) continue;
    const read = readIndicator(text, masked, quantity, before);
    if (!read) continue;
    const continues = quantity.isListed && quantity.before === '' && before !== undefined;
    // 分别增长6.5%、7%左右: what stands after the last figure of a row goes for all of it.
    if (continues && read.unit === before.unit && /^(?:以|左|上下)/.test(quantity.after))
      found[found.length - 1] = { ...before, comparator: read.comparator };
    if (read.name.includes('分别')) {
      shares = ONLY_VERB.test(read.name)
        ? namesBefore(found, masked, quantity).map((name) => `${name}${read.name.replace('分别', '')}`)
        : namesShared(read.name);
      taken = 1;
      const only = !/^(?:以[上下内]|左右)?[、和]\d/u.test(quantity.after);
      if (only && shares.length > 1) found.push(...shares.map((name) => ({ ...read, name })));
      else found.push({ ...read, name: (only ? undefined : shares[0]) ?? read.name.replace('分别', '') });
    } else {
      const shared = continues ? shares[taken] : undefined;
      taken += 1;
      found.push(shared === undefined ? read : { ...read, name: shared });
      if (!continues) shares = [];
    }
  }
  return found;
}

/** 分别增长15%、18% of the things named just before: 接待游客1500万人次、旅游收入120亿元，分别增长…. */
const ONLY_VERB = /^分别(?:同比)?(?:增长|下降|提高|提升|增加|减少|降低)$/u;
const ROW_OF_FIGURES = /^\d[\d.]*[^、，。；\d]{0,6}(?:[、和]\d[\d.]*[^、，。；\d]{0,6})*/u;

function namesBefore(found: readonly IndicatorMention[], masked: string, { start }: Quantity): string[] {
  const row = ROW_OF_FIGURES.exec(masked.slice(start, start + 120))?.[0] ?? '';
  const count = row.split(/[、和]/u).length;
  const near = found.slice(-count);
  const isNear =
    near.length === count && !/[。；]/.test(masked.slice(near[0]?.span.start ?? 0, start).slice(0, 200));
  return isNear && count > 1 ? near.map(({ name }) => name) : [];
}

/** The indicator that a quantity makes, its name with 分别 where several share it; nothing where it is no target. */
function readIndicator(
  text: string,
  masked: string,
  quantity: Quantity,
  previous: IndicatorMention | undefined,
): IndicatorMention | undefined {
  const { before, after, unit, upper } = quantity;
  if (isQualifier(quantity)) return undefined;
  const comparison = comparatorOf(before, after, unit);
  if (TIME.test(unit) && !(comparison?.comparator === '<=' && before !== '')) return undefined;
  const isRow = quantity.isListed
    ? previous?.unit === unit || ENDS.test(after)
    : goesOnWith(quantity, previous);
  if (!comparison && !isRow && !isBareTarget(before, after, unit)) return undefined;
  const bareListed = before === '' && isRow ? previous?.comparator : undefined;
  const comparator =
    comparison?.comparator ??
    bareListed ??
    (ADDED.test(before) ||
    (isRow && previous?.comparator === '+' && !/%|百分点/.test(previous.unit) && !PRODUCED.test(before))
      ? '+'
      : '=');
  const quantityEnd = quantity.end + (comparison?.wordsAfter ?? 0);
  const stop = endOfClause(masked, quantity.end);
  const named = nameBefore(text.slice(quantity.from, quantity.start).replace(/^[、和及与]+/u, ''));
  const following = nameAfter(text.slice(quantity.end, stop));
  const isNamedAfter =
    following !== '' &&
    !CLOSED.test(after) &&
    (before === '' || /等$/.test(before) || VERB_BEFORE.test(before.slice(-8)));
  const per = periodIn(masked.slice(startOfClause(masked, quantity.start), quantity.start));
  const name = isNamedAfter ? following : named || following || previous?.name || '';
  return {
    name,
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
}

/** 新建渠道5公里，泵站3座: a clause of nothing but a thing and its count goes on with the targets before it. */
function goesOnWith(
  { clause, before, after, unit }: Quantity,
  previous: IndicatorMention | undefined,
): boolean {
  return (
    previous !== undefined &&
    clause - previous.span.end === 1 &&
    COUNTED.test(unit) &&
    COUNTED.test(previous.unit) &&
    before.length >= 2 &&
    before.length <= 14 &&
    ENDS.test(after) &&
    !NO_THING.test(before)
  );
}
const COUNTED = /(?:[个家户座处所公里亩顷台套辆件场]|平方米|万吨|万元|亿元)$/;
/** Words of sentences about how it was, or what it costs. */
const NO_THING = /[其占累已共达为是在有按每各]|投资|奖|补|面积|距/u;

/** 对500万元以下项目 and 10亿元以上项目 say what kind of thing it is; 最高给予20万元 what may be paid. */
function isQualifier({ before, after, unit }: Quantity): boolean {
  if (
    /(?:最高|最多|上限|上限为|给予|奖励|奖补|补贴|补助|一次性|资助|罚款|处以)(?:不超过|不低于|每[人户家亩个])?$/u.test(
      before,
    )
  )
    return true;
  const kind = /^(?:及|或)?(?:以上|以下|以内|（含）以上)(的|[\u3400-\u9fff])/u.exec(after)?.[1];
  if (kind === undefined || /^.{0,4}(?:左右|[，。；、])/u.test(after.slice(2, 3))) return false;
  if (/^(?:及|或)?以[上下内](?:投资|贷款|产值|收入|资金|营收|税收|补贴|销售|的?目标)/u.test(after))
    return false;
  if (/元$/.test(unit)) return true;
  return !VERB_BEFORE.test(before.slice(-8)) && /(?:人|亩|平方米|岁|公里|千瓦|吨|公顷|米)$/.test(unit);
}

/** A level between two figures is a range; of things to do the lower figure is what must be reached. */
function rangeOr(comparator: Comparator, upper: number | undefined, unit: string): Comparator {
  if (upper === undefined) return comparator;
  return /%|‰|百分点/.test(unit) ? 'range' : '>=';
}

/** 新增托位100个: so many more; but 城镇新增就业800人 is a count of its own. */
const ADDED = /^(?:力争|确保|努力|全年|计划|预计)?(?:新增|净增)/u;

/** A count without a comparator is a target when it is produced: 新建1个… · 改造老旧小区13个 · 服务人数3100人. */
function isBareTarget(before: string, after: string, unit: string): boolean {
  if (unit === '' || (/[年月日天周]$/.test(unit) && !unit.includes('/'))) return false;
  if (/%|‰/.test(unit)) return /[率度比重盖]$/.test(before) && /^(?:[，。；、（）\n]|$)/.test(after);
  if (VERB_BEFORE.test(before.slice(-8))) return !WEAK_MEASURE.test(unit) || CLOSED.test(after);
  // 开工东干渠等15个项目
  if (/等$/.test(before))
    return (
      PRODUCED.test(before) && !WEAK_MEASURE.test(unit) && /^[^，。；、）\d]{2,12}[，。；）]/u.test(after)
    );
  return (
    CLOSED.test(after) &&
    before.length >= 3 &&
    (PRODUCED.test(before) || before.startsWith('其中') || /(?:人数|数|量|额|面积|里程|规模)$/.test(before))
  );
}

function periodIn(before: string): IndicatorMention['per'] {
  const period = /(?:每|平均每)(?:个)?(半年|年|季度?|月|周|天|日)|(年)均/.exec(before);
  const word = period?.[1] ?? period?.[2];
  if (word === undefined) return undefined;
  if (word === '半年') return 'half-year';
  if (word.startsWith('季')) return 'quarter';
  return ({ 年: 'year', 月: 'month', 周: 'week' } as const)[word] ?? 'day';
}
