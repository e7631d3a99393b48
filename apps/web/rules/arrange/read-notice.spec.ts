import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, chineseWeekday } from '#calendar';
import { readNotice } from './read-notice.js';

/** A feast with its days off, first and last, and the weekend days that are worked for it. */
type Feast = readonly [name: string, first: string, last: string, ...worked: string[]];

/** The State Council's arrangements, feast by feast. */
const YEARS: Readonly<Record<number, readonly Feast[]>> = {
  2024: [
    ['元旦', '01-01', '01-01'],
    ['春节', '02-10', '02-17', '02-04', '02-18'],
    ['清明节', '04-04', '04-06', '04-07'],
    ['劳动节', '05-01', '05-05', '04-28', '05-11'],
    ['端午节', '06-10', '06-10'],
    ['中秋节', '09-15', '09-17', '09-14'],
    ['国庆节', '10-01', '10-07', '09-29', '10-12'],
  ],
  2025: [
    ['元旦', '01-01', '01-01'],
    ['春节', '01-28', '02-04', '01-26', '02-08'],
    ['清明节', '04-04', '04-06'],
    ['劳动节', '05-01', '05-05', '04-27'],
    ['端午节', '05-31', '06-02'],
    ['国庆节、中秋节', '10-01', '10-08', '09-28', '10-11'],
  ],
  2026: [
    ['元旦', '01-01', '01-03', '01-04'],
    ['春节', '02-15', '02-23', '02-14', '02-28'],
    ['清明节', '04-04', '04-06'],
    ['劳动节', '05-01', '05-05', '05-09'],
    ['端午节', '06-19', '06-21'],
    ['中秋节', '09-25', '09-27'],
    ['国庆节', '10-01', '10-07', '09-20', '10-10'],
  ],
};

const daysFrom = (first: string, last: string): string[] => {
  const days = [first];
  while (days.at(-1) !== last) days.push(addDays(days.at(-1) ?? '', 1));
  return days;
};

interface Style {
  /** Whether the days of a holiday have their days of the week beside them; those that are worked always do. */
  named: boolean;
  /** 周六, or 星期六. */
  week: '周' | '星期';
  title: boolean;
}
const STYLES: readonly Style[] = [
  { named: true, week: '周', title: true },
  { named: true, week: '星期', title: false },
  { named: false, week: '星期', title: true },
];

const truthOf = (year: number): { off: string[]; worked: string[] } => {
  const feasts = YEARS[year] ?? [];
  return {
    off: feasts.flatMap(([, first, last]) => daysFrom(`${year}-${first}`, `${year}-${last}`)),
    worked: feasts.flatMap(([, , , ...worked]) => worked.map((on) => `${year}-${on}`)).sort(),
  };
};

/** The figures in the form of such a notice; `shift` puts one of the written days elsewhere. */
function noticeOf(year: number, { named, week, title }: Style, shift = { place: -1, by: 0 }): string {
  let place = 0;
  const day = (on: string, withMonth: boolean, withWeekday: boolean): string => {
    const real = `${year}-${on}`;
    const written = place === shift.place ? addDays(real, shift.by) : real;
    place += 1;
    const [, month, dayOf] = written.split('-').map(Number);
    const beside = withWeekday ? `（${chineseWeekday(real).replace('星期', week)}）` : '';
    return `${withMonth ? `${month}月` : ''}${dayOf}日${beside}`;
  };
  const lines = (YEARS[year] ?? []).map(([feast, first, last, ...worked], index) => {
    const count = daysFrom(`${year}-${first}`, `${year}-${last}`).length;
    const off =
      count === 1
        ? `${day(first, true, named)}放假1天`
        : `${day(first, true, named)}至${day(last, first.slice(0, 2) !== last.slice(0, 2), named)}放假${worked.length > 0 ? '调休' : ''}，共${count}天`;
    const at = worked.length === 0 ? '' : `${worked.map((on) => day(on, true, true)).join('、')}上班。`;
    return `${'一二三四五六七'.charAt(index)}、${feast}：${off}。${at}`;
  });
  return [...(title ? [`关于${year}年部分节假日安排`] : []), ...lines].join('\n');
}
const ALL = Object.keys(YEARS).flatMap((year) => STYLES.map((style) => ({ year: Number(year), style })));

/** Read as it is meant, or something is said to be unclear. */
function isReadOrDoubted(text: string, year: number): boolean {
  const { doubtful, ...read } = readNotice(text, year);
  return doubtful.length > 0 || JSON.stringify(read) === JSON.stringify(truthOf(year));
}
/** What was taken over although something is wrong stands in the arrangement, or is doubted. */
const takesNothingElse = (text: string, year: number): boolean => {
  const { off, worked, doubtful } = readNotice(text, year);
  const truth = truthOf(year);
  return (
    doubtful.length > 0 ||
    (off.every((on) => truth.off.includes(on)) && worked.every((on) => truth.worked.includes(on)))
  );
};

const one = fc.constantFrom(...ALL);

describe('the arrangement of a year in the form of its notice', () => {
  it.each(ALL)('is read day by day: $year, $style', ({ year, style }) => {
    expect(readNotice(noticeOf(year, style), year)).toEqual({ ...truthOf(year), doubtful: [] });
  });

  it('is of the year that its title names, whatever year is looked at', () => {
    const text = noticeOf(2026, { named: true, week: '周', title: true });
    expect(readNotice(text, 2027)).toEqual({ ...truthOf(2026), doubtful: [] });
  });
});

describe('a notice that was damaged', () => {
  it('is read as it was meant or doubted, whichever character of a day, a word or a count is lost', () => {
    const wrong = ALL.filter((_, index) => index % 4 === 0).flatMap(({ year, style }) => {
      const text = noticeOf(year, style);
      return [...text].flatMap((lost, at) => {
        const damaged = text.slice(0, at) + text.slice(at + 1);
        return isReadOrDoubted(damaged, year) ? [] : [`${year} ${lost} of ${text.slice(at - 8, at + 8)}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('is read as it was meant or doubted where two characters changed places or one stands twice', () => {
    fc.assert(
      fc.property(one, fc.nat(), fc.boolean(), ({ year, style }, at, twice) => {
        const letters = [...noticeOf(year, style)];
        const place = at % (letters.length - 1);
        const [here = '', next = ''] = letters.slice(place, place + 2);
        letters.splice(place, 2, ...(twice ? [here, here, next] : [next, here]));
        expect([isReadOrDoubted(letters.join(''), year), letters.join('')]).toEqual([true, letters.join('')]);
      }),
      { numRuns: 400 },
    );
  });

  it('is doubted where one of its days is written as another', () => {
    const by = fc.integer({ min: -40, max: 40 }).filter((days) => days !== 0);
    fc.assert(
      fc.property(one, fc.nat({ max: 17 }), by, ({ year, style }, place, days) => {
        const text = noticeOf(year, style, { place, by: days });
        fc.pre(text !== noticeOf(year, style));
        // Another Saturday for a Saturday is what an office might have written.
        fc.pre(days % 7 !== 0);
        expect([readNotice(text, year).doubtful.length > 0, text]).toEqual([true, text]);
      }),
      { numRuns: 400 },
    );
  });

  it('takes over no other day, or doubts it, where words were put in or it breaks off', () => {
    const words = ['不', '日', '月', '至', '、', '，', '（', '调休', '十月一日', ' ', 'ab'];
    fc.assert(
      fc.property(one, fc.nat(), fc.constantFrom(null, ...words), ({ year, style }, at, put) => {
        const text = noticeOf(year, style);
        const place = at % text.length;
        const damaged = text.slice(0, place) + (put === null ? '' : put + text.slice(place));
        expect([takesNothingElse(damaged, year), damaged]).toEqual([true, damaged]);
      }),
      { numRuns: 600 },
    );
  });

  it.each([
    '10月1至7日放假。',
    '10月1放假。',
    '十月一日至七日放假。',
    '10月1、2日放假。',
    '10月1日不放假。',
    '7日放假。',
    '放假（10月1日至7日。',
  ])('is said to be unclear, and nothing taken over: %s', (text) => {
    const { off, worked, doubtful } = readNotice(text, 2026);
    expect({ off, worked, why: doubtful.map(({ why }) => why) }).toEqual({
      off: [],
      worked: [],
      why: ['unclear'],
    });
  });

  it('says where the day of the week or the feast is another one', () => {
    const why = (text: string): string[] => readNotice(text, 2026).doubtful.map((doubt) => doubt.why);
    expect(why('1月4日（周六）上班。')).toEqual(['name']);
    expect(why('端午节：6月26日至28日放假，共3天。')).toEqual(['feast']);
  });
});
