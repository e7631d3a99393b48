import fc from 'fast-check';

/** What a made-up plan says; the reader has to find it again in whatever way it is printed. */
export interface PlanModel {
  readonly place: string;
  readonly year: number;
  readonly actions: readonly ModelAction[];
}
export interface ModelAction {
  readonly name: string;
  readonly tasks: readonly ModelTask[];
}
export interface ModelTask {
  readonly title: string;
  readonly sentence: string;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly deadline: ModelDeadline | undefined;
  readonly indicator: ModelIndicator | undefined;
  readonly subItems: readonly string[];
}
export interface ModelDeadline {
  readonly words: string;
  readonly date: string;
}
export interface ModelIndicator {
  readonly words: string;
  readonly value: number;
  readonly unit: string;
}

/** The ways in which a plan numbers what it says. `annexes`: an annex an action; `bare`: heading sentences without numbers. */
export const OUTLINES = [
  'items',
  'sectionsOfItems',
  'sections',
  'chapters',
  'annexes',
  'bare',
  'partsAsTasks',
  'articles',
] as const;
/** The ways in which it says who does what. */
export const NOTATIONS = [
  'round',
  'half',
  'labels',
  'shell',
  'black',
  'lines',
  'inline',
  'duty',
  'together',
] as const;
export interface PlanStyle {
  readonly outline: (typeof OUTLINES)[number];
  readonly notation: (typeof NOTATIONS)[number];
  /** How 1. and (1) are printed. */
  readonly item: '1.' | '1、' | '1．' | '１.' | '1 . ';
  readonly section: '（一）' | '(一)' | '( 一 )' | '（一)' | '(一）、';
  readonly part: '一、' | '一 、' | '一．';
  /** Does the counting of tasks begin anew in each action? */
  readonly restarts: boolean;
  readonly subItems: '（1）' | '(1)' | '①' | '1）' | '一是';
  readonly contents: boolean;
  readonly closing: boolean;
  readonly general: boolean;
}

/** What happened to the text on its way: none of it may change what is understood. */
export interface Noise {
  /** Characters a line; 0: paragraphs are not wrapped. */
  readonly width: number;
  /** Lines a page; 0: no page numbers. */
  readonly page: number;
  readonly pageNumber: '— # —' | '- # -' | '-#-' | '第#页 共99页' | '·#·' | '#';
  readonly invisible: '' | '\u200b' | '\ufeff' | '\u0007' | '\u00ad';
  readonly lineEnd: '\n' | '\r\n' | '\n\n';
  readonly indent: '' | '　　' | '  ' | '\t' | '\u00a0\u00a0';
  readonly fullWidth: boolean;
  readonly trailing: '' | ' ' | '　';
  /** A blank between any two Chinese characters, as newspapers set a line. */
  readonly spaced: boolean;
}

const PLACES = ['河西县', '云山县', '临江县', '青田县', '白石县'];
const BODIES =
  '水利局、教育局、林业局、财政局、农业农村局、住房和城乡建设局、卫生健康局、文化旅游局、民政局、交通运输局、自然资源局、市场监管局、公安局、统计局、审计局、人社局'.split(
    '、',
  );
const FACETS = ['〈防汛〉', '〈科技、工信〉', '（国有林场）'];
const GROUPS = ['各乡镇', '各乡镇（街道）', '县直有关单位'];
const VERBS = ['整治', '培育', '推进', '扩大', '完善', '强化', '优化', '规范', '提升', '加快'];
const THINGS =
  '农村河道、特色产业、教育均衡、绿色出行、公共服务、养老服务、乡村旅游、城市管网、数字政务、安全监管、林下经济、文物保护、就业创业、环境卫生、市场秩序、人才队伍、金融支撑、品牌建设、水库移民、冷链物流'.split(
    '、',
  );
const ACTION_NAMES = '兴水润田、强教育人、富民兴产、护绿增绿、畅通路网、提质文旅、安居惠民、数字赋能'.split(
  '、',
);
const SENTENCES =
  '按照统一部署，分类施策、稳步实施，切实提高群众满意度。、坚持问题导向，健全长效管理，防止反弹。、统筹各类资源，压实各方责任，形成工作合力。、落实上级要求，细化工作举措，确保取得实效'.split(
    '。、',
  );
const SUBS = '完善制度、摸清底数、开展培训、建立台账、公开结果、加固堤防、清理淤泥、更换设备'.split('、');

const pick = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

function unit(): fc.Arbitrary<string> {
  return fc
    .tuple(pick(BODIES), fc.option(pick(FACETS), { nil: '', freq: 6 }))
    .map(([body, facet]) => `县${body}${facet}`);
}

/** Who leads and who takes part; sometimes nobody is said to lead. */
function units(): fc.Arbitrary<Pick<ModelTask, 'lead' | 'support'>> {
  return fc
    .record({
      names: fc.uniqueArray(unit(), { minLength: 2, maxLength: 6, selector: (name) => name.slice(0, 4) }),
      leads: fc.integer({ min: 0, max: 2 }),
      group: fc.option(pick(GROUPS), { nil: undefined, freq: 3 }),
    })
    .map(({ names, leads, group }) => {
      const lead = names.slice(0, Math.min(leads, names.length - 1));
      const support = names.slice(lead.length);
      return { lead, support: group === undefined ? support : [...support, group] };
    });
}

function deadline(year: number): fc.Arbitrary<ModelDeadline> {
  const month = fc.integer({ min: 1, max: 12 });
  const lastDay = (of: number): string => {
    const day = new Date(Date.UTC(year, of, 0)).getUTCDate();
    return `${year}-${String(of).padStart(2, '0')}-${String(day)}`;
  };
  return fc.oneof(
    month.map((m) => ({ words: `${m}月底前完成`, date: lastDay(m) })),
    month.map((m) => ({ words: `${year}年${m}月底前全部完成`, date: lastDay(m) })),
    fc.constant({ words: '年底前见效', date: `${year}-12-31` }),
    fc.constant({ words: `到${year + 1}年基本建成`, date: `${year + 1}-12-31` }),
    fc.tuple(month, fc.integer({ min: 1, max: 28 })).map(([m, d]) => ({
      words: `${year}年${m}月${d}日前办结`,
      date: `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
    })),
  );
}

function indicator(): fc.Arbitrary<ModelIndicator> {
  const count = fc.integer({ min: 2, max: 9000 });
  return fc.oneof(
    count.map((n) => ({ words: `新建示范点${n}个`, value: n, unit: '个' })),
    count.map((n) => ({ words: `改造老旧管网${n}公里以上`, value: n, unit: '公里' })),
    fc.integer({ min: 1, max: 99 }).map((n) => ({ words: `办结率达到${n}%`, value: n, unit: '%' })),
    fc.integer({ min: 1, max: 30 }).map((n) => ({ words: `产值增长${n}.5%左右`, value: n + 0.5, unit: '%' })),
  );
}

function task(year: number): fc.Arbitrary<Omit<ModelTask, 'title'>> {
  return fc
    .record({
      sentence: pick(SENTENCES),
      units: units(),
      deadline: fc.option(deadline(year), { nil: undefined }),
      indicator: fc.option(indicator(), { nil: undefined }),
      subItems: fc.oneof(
        { weight: 3, arbitrary: fc.constant<string[]>([]) },
        { weight: 1, arbitrary: fc.uniqueArray(pick(SUBS), { minLength: 2, maxLength: 4 }) },
      ),
    })
    .map(({ units: said, ...rest }) => ({ ...rest, ...said }));
}

/** A plan: two to four actions of one to four tasks, each with a title of its own. */
export function planModels(): fc.Arbitrary<PlanModel> {
  return fc
    .record({ place: pick(PLACES), year: fc.integer({ min: 2019, max: 2031 }) })
    .chain(({ place, year }) =>
      fc
        .record({
          names: fc.uniqueArray(pick(ACTION_NAMES), { minLength: 2, maxLength: 4 }),
          counts: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 }),
          titles: fc.uniqueArray(
            fc.tuple(pick(VERBS), pick(THINGS)).map((words) => words.join('')),
            { minLength: 16, maxLength: 16 },
          ),
          tasks: fc.array(task(year), { minLength: 16, maxLength: 16 }),
        })
        .map(({ names, counts, titles, tasks }) => {
          const all = tasks.map((one, i) => ({ ...one, title: titles[i] ?? '' }));
          const actions = names.map((name, i) => ({
            name,
            tasks: all.slice(i * 4, i * 4 + (counts[i] ?? 1)),
          }));
          return { place, year, actions };
        }),
    );
}

export function planStyles(): fc.Arbitrary<PlanStyle> {
  return fc.record({
    outline: pick(OUTLINES),
    notation: pick(NOTATIONS),
    item: pick(['1.', '1、', '1．', '１.', '1 . '] as const),
    section: pick(['（一）', '(一)', '( 一 )', '（一)', '(一）、'] as const),
    part: pick(['一、', '一 、', '一．'] as const),
    restarts: fc.boolean(),
    subItems: pick(['（1）', '(1)', '①', '1）', '一是'] as const),
    contents: fc.boolean(),
    closing: fc.boolean(),
    general: fc.boolean(),
  });
}

/**
 * Can anybody tell the paragraphs? Of wrapped lines it takes a few to see the width, and where nothing is numbered an
 * indent to see where a paragraph begins.
 */
export function isReadable(style: PlanStyle, noise: Noise, brokenLines: number): boolean {
  if (noise.width === 0) return true;
  return brokenLines >= 6 && (style.outline !== 'bare' || noise.indent !== '');
}

export function noises(): fc.Arbitrary<Noise> {
  return fc.record({
    width: fc.oneof(fc.constant(0), fc.integer({ min: 18, max: 44 })),
    page: fc.oneof(fc.constant(0), fc.integer({ min: 5, max: 30 })),
    pageNumber: pick(['— # —', '- # -', '-#-', '第#页 共99页', '·#·', '#'] as const),
    invisible: pick(['', '', '\u200b', '\ufeff', '\u0007', '\u00ad'] as const),
    lineEnd: pick(['\n', '\r\n', '\n\n'] as const),
    indent: pick(['', '　　', '  ', '\t', '\u00a0\u00a0'] as const),
    fullWidth: fc.boolean(),
    trailing: pick(['', ' ', '　'] as const),
    spaced: fc.oneof(
      { weight: 5, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
  });
}
