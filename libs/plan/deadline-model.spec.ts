import fc from 'fast-check';
import { dateOf, daysInMonth } from './dates.js';
import { findDeadlines } from './deadline.js';

const YEAR = 2025;
const inChinese = (n: number): string => {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(n / 10);
  return `${tens > 0 ? `${tens > 1 ? (digits[tens] ?? '') : ''}十` : ''}${digits[n % 10] ?? ''}`;
};
const end = (year: number, month: number): string => dateOf(year, month, daysInMonth(year, month)) ?? '';

/** A date that is to be met, and words that say it. */
interface Said {
  readonly words: string;
  readonly date: string;
}
const year = fc.integer({ min: 2025, max: 2035 });
const month = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 1, max: 28 });
const by = fc.constantFrom('', '力争', '确保', '在', '于', '到', '至');

const said: fc.Arbitrary<Said> = fc.oneof(
  fc.tuple(by, year, month, fc.constantFrom('底前', '底', '底之前', '末前', '前')).map(([b, y, m, e]) => ({
    words: `${b}${y}年${m}月${e}`,
    date: end(y, m),
  })),
  fc.tuple(by, month, fc.constantFrom('底前', '底之前', '末', '底')).map(([b, m, e]) => ({
    words: `${b}${m}月${e}`,
    date: end(YEAR, m),
  })),
  fc.tuple(month, fc.constantFrom('底前', '底')).map(([m, e]) => ({
    words: `${inChinese(m)}月${e}`,
    date: end(YEAR, m),
  })),
  fc.tuple(by, year, month, day, fc.constantFrom('前', '之前', '以前', '')).map(([b, y, m, d, e]) => ({
    words: `${b}${y}年${m}月${d}日${e}`,
    date: dateOf(y, m, d) ?? '',
  })),
  fc.tuple(month, day, fc.constantFrom('前', '之前', '止')).map(([m, d, e]) => ({
    words: `${m}月${d}日${e}`,
    date: dateOf(YEAR, m, d) ?? '',
  })),
  fc.tuple(by, year, fc.constantFrom('年底前', '年底', '年年底前', '年内', '年末前')).map(([b, y, e]) => ({
    words: `${b}${y}${e}`,
    date: end(y, 12),
  })),
  fc
    .tuple(fc.constantFrom('到', '力争', '确保'), year)
    .map(([b, y]) => ({ words: `${b}${y}年`, date: end(y, 12) })),
  fc
    .constantFrom('年底前', '年内', '今年底前', '今年年底前')
    .map((words) => ({ words, date: end(YEAR, 12) })),
  fc.constantFrom(1, 2, 3, 4).chain((quarter) =>
    fc.tuple(fc.constantFrom('', '2025年', '2026年'), fc.constantFrom('末前', '末', '前')).map(([y, e]) => ({
      words: `${y}第${inChinese(quarter)}季度${e}`,
      date: end(y === '' ? YEAR : Number(y.slice(0, 4)), quarter * 3),
    })),
  ),
  fc.tuple(year, month, month).map(([y, m, n]) => ({
    words: `${y}年${Math.min(m, n)}月至${Math.max(m, n)}月`,
    date: end(y, Math.max(m, n)),
  })),
);

/** Words with figures and times that are no dates to be met. */
const noise = fc.constantFrom(
  '整治河道',
  '清淤5公里',
  '落实《三年行动方案（2024—2026年）》',
  '每月5日前报送进展',
  '每年6月15日前报送清单',
  '较2020年底下降5%',
  '编制2024年度清单',
  '自2025年7月1日起施行',
  '三年内见成效',
  '每季度末前通报',
  '开展“2030年远景”研究',
);

describe('dates of any model in any words', () => {
  it('come back in their order, and no others (3,000 sentences)', () => {
    const sentence = fc.array(
      fc.oneof(
        said.map(({ words, date }) => ({ words: `${words}完成一批工程`, date })),
        noise.map((words) => ({ words, date: '' })),
      ),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(sentence, (parts) => {
        const text = `${parts.map(({ words }) => words).join('，')}。`;
        const wanted = parts.map(({ date }) => date).filter(Boolean);
        expect({ text, dates: findDeadlines(text, YEAR).map(({ date }) => date) }).toEqual({
          text,
          dates: wanted,
        });
      }),
      { numRuns: 3000, seed: 20250603 },
    );
  });
});
