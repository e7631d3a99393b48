import fc from 'fast-check';
import { findIndicators } from './indicator.js';

/** A target, and words that say it. */
interface Said {
  readonly words: string;
  readonly targets: readonly string[];
}
const one = (words: string, comparator: string, value: string, unit: string): Said => ({
  words,
  targets: [`${comparator}${value}${unit}`],
});

const whole = fc.integer({ min: 1, max: 9999 }).map(String);
const decimal = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9 }))
  .map(([a, b]) => `${a}.${b}`);
const LEVELS = ['森林覆盖率', '群众满意度', '自来水普及率', '地表水优良比例', '常住人口城镇化率'] as const;
const GROWING = ['粮食产量', '地区生产总值', '固定资产投资', '规模以上工业增加值', '外贸进出口总额'] as const;
const THINGS = [
  ['家', '规模以上企业'],
  ['个', '老旧小区'],
  ['公里', '农村公路'],
  ['座', '泵站'],
  ['万亩', '高标准农田'],
  ['所', '幼儿园'],
] as const;

const said: fc.Arbitrary<Said> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...LEVELS),
      decimal,
      fc.constantFrom(
        ['达到', '', '>='],
        ['达到', '以上', '>='],
        ['提高到', '', '>='],
        ['提升至', '', '>='],
        ['不低于', '', '>='],
        ['稳定在', '以上', '>='],
        ['保持', '', '='],
        ['控制在', '以内', '<='],
        ['降至', '以下', '<='],
        ['不超过', '', '<='],
      ),
    )
    .map(([name, value, [before, after, comparator]]) =>
      one(`${name}${before ?? ''}${value}%${after ?? ''}`, comparator ?? '', value, '%'),
    ),
  fc
    .tuple(fc.constantFrom(...GROWING), decimal, fc.constantFrom(['', '+'], ['以上', '>='], ['左右', '~']))
    .map(([name, value, [after, comparator]]) =>
      one(`${name}增长${value}%${after ?? ''}`, comparator ?? '', value, '%'),
    ),
  fc
    .tuple(
      fc.constantFrom('新建', '完成', '培育', '改造', '建成', '整治'),
      whole,
      fc.constantFrom(...THINGS),
      fc.constantFrom(['', '='], ['以上', '>='], ['左右', '~']),
      fc.boolean(),
    )
    .map(([verb, value, [unit, thing], [after, comparator], numberFirst]) =>
      one(
        numberFirst
          ? `${verb}${value}${unit}${after ?? ''}${thing}`
          : `${verb}${thing}${value}${unit}${after ?? ''}`,
        comparator ?? '',
        value,
        unit,
      ),
    ),
  fc
    .tuple(fc.constantFrom('不少于', '至少', '超过', '突破'), whole, fc.constantFrom(...THINGS))
    .map(([word, value, [unit, thing]]) =>
      one(`新增${thing}${word}${value}${unit}`, word === '超过' ? '>' : '>=', value, unit),
    ),
  fc
    .tuple(whole, whole, fc.constantFrom(...THINGS))
    .map(([low, high, [unit, thing]]) => one(`引进${low}—${high}${unit}${thing}`, '>=', low, unit)),
  fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...GROWING), { minLength: 2, maxLength: 4 }),
      fc.array(decimal, { minLength: 4, maxLength: 4 }),
      fc.constantFrom(['', '+'], ['以上', '>=']),
    )
    .map(([names, values, [after, comparator]]) => ({
      words: `${names.join('、')}分别增长${names.map((_, i) => `${values[i] ?? ''}%${after ?? ''}`).join('、')}`,
      targets: names.map((_, i) => `${comparator ?? ''}${values[i] ?? ''}%`),
    })),
  fc.tuple(whole, whole).map(([a, b]) => ({
    words: `建成公园${a}个、公厕${b}座`,
    targets: [`=${a}个`, `=${b}座`],
  })),
);

/** Figures that are no targets. */
const noise = fc.constantFrom(
  '构建“1236”工作体系',
  '推进5G网络覆盖',
  '办好第3届运动会',
  '落实《条例》第12条',
  '简化500万元以下项目的审批',
  '推进2号线二期工程',
  '实施“百千万工程”',
  '持续开展三年行动',
  '提升12345热线办理水平',
  '给予20万元奖励',
  '服务60岁以上老年人',
  '每月5日前报送进展',
  '存量隐患清零',
);

describe('targets of any model in any words', () => {
  it('come back in their order, and no others (3,000 sentences)', () => {
    const sentence = fc.array(
      fc.oneof(
        said,
        noise.map((words): Said => ({ words, targets: [] })),
      ),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(sentence, fc.constantFrom('，', '；', '。'), (parts, separator) => {
        const text = `${parts.map(({ words }) => words).join(separator)}。`;
        const read = findIndicators(text).map(
          ({ comparator, value, unit }) => `${comparator}${value}${unit}`,
        );
        const wanted = parts
          .flatMap(({ targets }) => targets)
          .map((target) => target.replace(/(\d)\.0(?!\d)/, '$1'));
        expect({ text, read }).toEqual({ text, read: wanted });
      }),
      { numRuns: 3000, seed: 20250604 },
    );
  });

  it('go to the names of a row in their order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...GROWING), { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 1, max: 90 }),
        (names, first) => {
          const text = `${names.join('、')}分别增长${names.map((_, i) => `${first + i}%`).join('、')}。`;
          expect(findIndicators(text).map(({ name, value }) => [name, value])).toEqual(
            names.map((name, i) => [`${name}增长`, first + i]),
          );
        },
      ),
      { numRuns: 300, seed: 20250605 },
    );
  });
});
