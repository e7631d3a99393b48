import { Claimed } from './text/claimed.js';
import type { Span } from './text/mapped-text.js';

export const CADENCE_KINDS = [
  'dispatch',
  'bulletin',
  'review',
  'assessment',
  'report',
  'check',
  'drill',
  'other',
] as const;
export const CADENCE_PERIODS = [
  'day',
  'week',
  'ten-day',
  'half-month',
  'month',
  'two-month',
  'quarter',
  'half-year',
  'year',
] as const;
export type CadenceKind = (typeof CADENCE_KINDS)[number];
export type CadencePeriod = (typeof CADENCE_PERIODS)[number];

/** How often a thing must be done, as one mention says it; `span` is in the text that was read. */
export interface CadenceMention {
  readonly kind: CadenceKind;
  readonly every: CadencePeriod;
  readonly span: Span;
}

const KIND_WORDS: readonly (readonly [CadenceKind, string])[] = [
  ['assessment', '考核|考评|评估|测评|评比|绩效'],
  ['review', '讲评|评议|点评|总结|小结|复盘|会商|研判'],
  ['bulletin', '通报|公示|晾晒|亮晒|排名|公布'],
  ['dispatch', '调度|会办|例会|推进会|碰头|联席会|专题会|协调会|工作会'],
  [
    'report',
    '报送|报告|上报|汇报|报备|收集|更新台账|报表|填报|反馈|报(?=[省市县区州镇乡局委办厅至到]|领导小组|专班|指挥部)',
  ],
  ['check', '检查|督查|督导|排查|巡查|核查|抽查|暗访|督办|巡河|巡林|巡护|自查'],
  ['drill', '演练|演习|拉练'],
];
const ALL_KINDS = KIND_WORDS.map(([, words]) => words).join('|');
const ONE = '(?:每|一|逐|1)?(?:个)?';
const PERIODS: readonly (readonly [CadencePeriod, RegExp])[] = [
  ['day', new RegExp(`^${ONE}[日天]`)],
  ['week', new RegExp(`^${ONE}(?:周|星期)`)],
  ['ten-day', new RegExp(`^${ONE}旬`)],
  ['half-month', new RegExp(`^${ONE}半个?月`)],
  ['two-month', /^(?:每|逐)?(?:个)?(?:双月|两个?月|2个月|隔月)/],
  ['half-year', new RegExp(`^${ONE}半年`)],
  ['quarter', new RegExp(`^${ONE}季`)],
  ['month', new RegExp(`^${ONE}月`)],
  ['year', /^(?:每|一|1|全)?(?:个)?年/],
];
const PERIOD = '半年|半个?月|双月|两个?月|2个月|周|星期|旬|月|季度?|年|日|天';
const NOT_END = '[^，。；、：（）“”]';

/** 旬调度 · 季考核 · 全年总考核 · 一季一考核 · 半年一讲评 · 半年通报; not 三年行动, not 2024年考核, not 上半年通报 */
const COMPACT = new RegExp(
  `(?<![\\d一二两三四五六七八九十几近每上下去今前本当次明往历半])(?:(?:每|一|1|全)?(?:个)?(?:半年|半个?月|双月|周|旬|月|季度?|年)(?:度|底)?(?:[一1](?:次)?|总)?(?:${ALL_KINDS})|(?:一日一|(?<=^|[，。、；“行实立持])日)(?:调度|报告|通报|会商|研判|巡查|报送))`,
  'gu',
);
/** 每旬调度更新 · 每季度要带队…至少开展1次检查 · 每半年至少1次 · 每月5日前报送 */
const EACH = new RegExp(`(?:每(?:个)?(?:${PERIOD})|逐[周旬月季])${NOT_END}{0,40}`, 'gu');
/** 每月5日前，各单位向专班报送: what is owed stands after the comma. */
const EACH_BEFORE = new RegExp(
  `每(?:个)?(?:${PERIOD})[^，。；、：（）“”]{0,14}前，${NOT_END}{0,30}?(?:${ALL_KINDS})`,
  'gu',
);
/** 频次不少于1次/月 · 每月1次 */
const TIMES_PER = new RegExp(`${NOT_END}{0,24}(?:不少于|至少|不低于)?\\d{1,2}次[/每](?:${PERIOD})`, 'gu');
/** 月底收集更新 · 年终进行全面考核 · 纳入2024年度绩效评估考核 */
const PERIOD_END = new RegExp(
  `(?:月[底末]|季[末度]末|年[终末底](?!前))${NOT_END}{0,8}(?:${ALL_KINDS})${NOT_END}{0,2}(?![^，。；]{0,6}办法)`,
  'gu',
);
const OF_YEAR = new RegExp(`纳入(?:\\d{4})?年度${NOT_END}{0,6}考核`, 'gu');
/** 周周有活动、月月有赛事 */
const DOUBLED = new RegExp(`(周周|旬旬|月月|季季|年年)${NOT_END}{1,8}`, 'gu');
const COUNT = /\d{1,3}(?:—\d{1,3})?(?:场次|次|场|轮|期)/;

/** Finds every mention of a cadence in a normalised stretch of text, each once, in order. */
export function findCadences(text: string): CadenceMention[] {
  if (!/[周旬月季年日天]|星期|次/.test(text)) return [];
  const found: CadenceMention[] = [];
  const claimed = new Claimed(text.length);
  const take = (
    form: RegExp,
    read: (raw: string, at: number) => Omit<CadenceMention, 'span'> | undefined,
  ): void => {
    for (const match of text.matchAll(form)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (!claimed.isFree(span)) continue;
      const mention = read(match[0], match.index);
      if (!mention) continue;
      claimed.claim(span);
      found.push({ ...mention, span });
    }
  };
  // The form begins with any words: it is only tried where its last ones stand.
  const hasTimesPer = /次[/每]/.test(text);
  if (hasTimesPer)
    take(TIMES_PER, (raw) => ({
      kind: kindOf(raw, raw),
      every: periodOf(raw.slice(raw.search(/次[/每]/) + 2)),
    }));
  if (text.includes('前，'))
    take(EACH_BEFORE, (raw) => ({ kind: wordedKind(raw) ?? 'report', every: periodOf(raw) }));
  take(EACH, (raw, at) => {
    const kind = wordedKind(raw);
    if (kind === undefined && (!COUNT.test(raw) || /^每.{1,2}(?:度|底|末)?前/u.test(raw))) return undefined;
    return { kind: kind ?? kindBefore(text, at), every: periodOf(raw) };
  });
  take(OF_YEAR, () => ({ kind: 'assessment', every: 'year' }));
  take(PERIOD_END, (raw) => ({ kind: wordedKind(raw) ?? 'other', every: periodOf(raw) }));
  take(COMPACT, (raw) => ({ kind: wordedKind(raw) ?? 'other', every: periodOf(raw) }));
  take(DOUBLED, (raw) => ({ kind: wordedKind(raw) ?? 'other', every: periodOf(raw) }));
  return found.sort((a, b) => a.span.start - b.span.start);
}

function periodOf(raw: string): CadencePeriod {
  return PERIODS.find(([, form]) => form.test(raw))?.[0] ?? 'year';
}

/** The kind of the last kind word: of "带队对排查整治情况开展检查" the check, of "绩效评估考核" the assessment. What is handed in is a report, also 报送总结. */
function wordedKind(raw: string): CadenceKind | undefined {
  if (/报送|上报|提交|填报/u.test(raw)) return 'report';
  let best: { kind: CadenceKind; at: number } | undefined;
  for (const [kind, words] of KIND_WORDS) {
    for (const match of raw.matchAll(new RegExp(words, 'gu'))) {
      if (!best || match.index > best.at) best = { kind, at: match.index };
    }
  }
  return best?.kind;
}

function kindOf(raw: string, fallback: string): CadenceKind {
  return wordedKind(raw) ?? wordedKind(fallback) ?? 'other';
}

/** "…开展1次检查（高危行业每月至少1次）": a bare number of times repeats what the sentence was about. */
function kindBefore(text: string, at: number): CadenceKind {
  const near = text.slice(Math.max(0, at - 120), at);
  const sentence = near.slice(near.lastIndexOf('。') + 1);
  return wordedKind(sentence) ?? 'other';
}
