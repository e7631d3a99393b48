import { createHash } from 'node:crypto';
import { decodeText } from './decode-text.js';
import { extractPlan } from './extract-plan.js';
import type { Extraction } from './extraction.schema.js';
import { evidenceProblems } from './testing/evidence-problems.js';

/** Own texts in the notations of plans: they are cut and broken below. */
const TEXTS = [
  `河西县人民政府办公室关于印发《河西县2025年兴水行动实施方案》的通知
河政办发〔2025〕3号
各乡镇人民政府、县直有关单位：
一、总体要求
力争年内水质达标率98%以上，新建泵站12座。
二、重点任务
（一）整治河道
1.清理淤积。6月底前清淤5公里，新增护岸2—3公里。（县水利局牵头，县财政局、县发展和改革局〈能源、粮食〉、各乡镇按职责分工负责）
2.严查乱排。(1)每月检查至少2次;(2)一季一考核、半年一讲评。（牵头单位：县生态环境局；配合单位：县公安局、县市场监管局（知识产权局））
（二）修通水渠。东干渠全线贯通（县水利局、县交通运输局按职责分工负责）。西干渠分别增长8%以上、10%以上【责任单位：县水利局】。
三、组织保障
成立工作专班，由李某某任组长，县水利局、县财政局为成员单位。每旬调度、每月通报、年底考核。
2025年4月12日
附件1
河西县兴教行动方案
一、工作目标
到2027年，学位增加到3000个，补助标准提高到700元/月/人。
二、主要任务
① 办好学校。持续推进。由县教育局会同县财政局负责；② 2025年2月30日前完成。
第一条 本方案排序第一的责任单位为牵头单位，下同。`,
  `— 3 —\n今 年 要 抓 好 以 下 工 作\n一是 兴 水\n河道整治 ，清淤 5 公\n里 ， 全 年 完 成 投 资 3 . 5\n亿 元 。\u200b\n\n第 4 页\n二是兴教。\r\n学校建设，\ufeff每季度至少1次。`,
  '（（（〔【〈《“”》〉】〕）））、，；。：！？1.①第一条附件（一）一、2025年底前以上左右%万元牵头单位：无/12月31日',
];
const PIECES = [
  ...'（）〔〕【】〈〉、，；。：“”《》0123456789%年月日\n\r\t \u3000\u200b\ufeff\u0000\ud83d\ude00\ufffd①②一二附件',
  '（县水利局牵头）',
  '\n1.',
  '\n一、',
  '附件2\n',
  '99999999999999999999个',
  '2025年13月40日前',
  '\ud800',
  '𠀀𠀁',
  '分别',
  '每月1次/每季',
];

/** The same numbers in every run: a case that fails can be looked at again. */
function* numbers(seed: string): Generator<number, never> {
  for (let i = 0; ; i += 1) {
    const block = createHash('sha256').update(`${seed}/${i}`).digest();
    for (let at = 0; at + 4 <= block.length; at += 4) yield block.readUInt32LE(at);
  }
}

function mutated(seed: string): string {
  const random = numbers(seed);
  const below = (limit: number): number => random.next().value % limit;
  const text = TEXTS[below(TEXTS.length)] ?? '';
  const start = below(text.length);
  let excerpt = text.slice(start, start + 1 + below(2000));
  for (let changes = below(12); changes > 0; changes -= 1) {
    const from = below(excerpt.length + 1);
    const length = below(4) === 0 ? below(80) : below(4);
    const piece = PIECES[below(PIECES.length)] ?? '';
    const repeated = below(20) === 0 ? piece.repeat(below(60)) : piece;
    excerpt = excerpt.slice(0, from) + repeated + excerpt.slice(from + length * below(2));
  }
  return excerpt.slice(0, 2000);
}

function randomBytes(seed: string): Uint8Array {
  const random = numbers(seed);
  const length = random.next().value % 300;
  return Uint8Array.from({ length }, () => random.next().value & 0xff);
}

type Span = Extraction['tasks'][number]['span'];
function spansOf(plan: Extraction): Span[] {
  const placed = [
    ...plan.tasks,
    ...plan.tasks.flatMap((task) => [
      ...task.responsibilities,
      ...task.indicators,
      ...task.cadences,
      ...task.deadlines,
      ...task.warnings,
    ]),
    ...plan.actions.flatMap(({ goals }) => goals),
    ...plan.planCadences,
    ...plan.headlineTargets,
    ...plan.warnings,
  ];
  return placed.flatMap(({ span }) => (span ? [span] : []));
}

/** Why a case is wrong; nothing where it is right. */
function problemOf(text: string): string | undefined {
  const codePoints = Array.from(text).length;
  let plan: Extraction;
  try {
    plan = extractPlan(text);
  } catch (error) {
    return `threw ${String(error)}`;
  }
  const outside = spansOf(plan).find(
    (span) => !('start' in span) || span.start < 0 || span.end < span.start || span.end > codePoints,
  );
  if (outside) return `a span outside of the text: ${JSON.stringify(outside)} of ${codePoints}`;
  // Each field has its place, and what is said to be printed stands there.
  return codePoints > 2000 ? undefined : evidenceProblems(plan, text)[0];
}

/** Where there is time for what takes long. */
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;
/** 10,000 together where there is time for them; the first of the same ones otherwise. */
const [EXCERPTS, BYTES] = process.env['LUOSHI_VERIFY'] === undefined ? [1_400, 600] : [7_000, 3_000];

describe('a text that nobody has vouched for', () => {
  it(`is read without a throw, every place inside it: ${String(EXCERPTS)} mutated excerpts`, () => {
    const wrong = Array.from({ length: EXCERPTS }, (_, i) => `excerpt ${i}`).flatMap((seed) => {
      const text = mutated(seed);
      const problem = problemOf(text);
      return problem === undefined ? [] : [{ seed, problem, text }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it(`is read without a throw, every place inside it: ${String(BYTES)} strings of random bytes`, () => {
    const wrong = Array.from({ length: BYTES }, (_, i) => `bytes ${i}`).flatMap((seed) => {
      const problem = problemOf(decodeText(randomBytes(seed)));
      return problem === undefined ? [] : [{ seed, problem }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('may nest or open 100,000 brackets', () => {
    for (const bracket of ['（', '〔', '【', '〈', '《', '“']) {
      expect(problemOf(`1.${bracket.repeat(100_000)}县水利局牵头`)).toBeUndefined();
      expect(problemOf('）'.repeat(100_000))).toBeUndefined();
    }
    expect(problemOf(`1.${'（'.repeat(100_000)}县水利局牵头${'）'.repeat(100_000)}`)).toBeUndefined();
  });

  it('is read in linear time where all names differ', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `县第${i}局`);
    const clauses = names.map((name) => `整治河道（${name}牵头）。`).join('');
    expect(problemOf(`1.${clauses}`)).toBeUndefined();
    const deputies = `成立工作专班，由县长任召集人，${names.join('、')}主要负责人任副召集人，${names.join('、')}为成员单位。`;
    expect(problemOf(`一、组织领导\n${deputies}`)).toBeUndefined();
  });

  // Each of these would take hours if anything in the reader were quadratic.
  inCi.each([
    ['one paragraph of clauses', '整治河道（县水利局牵头，县财政局配合）。'],
    ['one paragraph of cadences', '每月1次检查，一季一考核，至少2次/月'],
    ['one paragraph of quantities', '新增3个、4个以上，分别增长8%、10%'],
    ['one paragraph of dates', '2025年6月底前，年内，6月底前'],
    ['one row of names', '县水利局、'],
    ['sub-items', '（1）甲；（2）乙；'],
    ['headings', '一、甲\n（一）乙\n'],
    ['task forces', '成立工作专班，由李某某任组长，县水利局为成员单位。'],
    ['annexes', '附件1\n一、甲\n1.乙。丙（县水利局负责）\n'],
    ['blanks', '一 二 \u3000'],
    ['empty lines', '\n \r\n'],
    ['quotation marks', '“甲《乙'],
    ['lists of annexes', '附件1：甲乙丙丁\n'],
    ['lines of labels', '1.甲\n责任单位：县水利局\n完成时限：6月底前\n'],
    ['headings glued to a sentence', '1.甲。2.乙。'],
    ['lists in lists', '一是（1）①甲；二是（2）②乙；'],
    ['wrapped lines', '整治河道（县水利局牵头，县财政局\n'],
    ['closing lines', '2025年1月8日\n抄送：甲\n'],
    ['contents', '目录\n一、甲……3\n'],
    ['letter-spaced lines', '整 治 河 道 ， 清 淤\n'],
  ])('is read in linear time: %s', (_, piece) => {
    expect(problemOf(piece.repeat(Math.ceil(400_000 / piece.length)))).toBeUndefined();
  });
});
