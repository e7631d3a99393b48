import { describe, expect, it } from '@jest/globals';
import {
  arrangedYears,
  changedYears,
  differences,
  heldYear,
  kindOn,
  newYear,
  NOTHING_WANTED,
  turned,
  withNotice,
} from './arranged.js';
import { readNotice } from './read-notice.js';

const days = (from: string, to: string): string[] => {
  const all: string[] = [];
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += 86_400_000)
    all.push(new Date(at).toISOString().slice(0, 10));
  return all;
};

/** The arrangement of 2026 as an office words it. */
const WORDED = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日至5日放假调休，共5天。5月9日上班。
五、端午节：6月19日至21日放假，共3天。
六、中秋节：9月25日至27日放假，共3天。
七、国庆节：10月1日至7日放假调休，共7天。9月20日、10月10日上班。`;
const OFF = [
  ...days('2026-01-01', '2026-01-03'),
  ...days('2026-02-15', '2026-02-23'),
  ...days('2026-04-04', '2026-04-06'),
  ...days('2026-05-01', '2026-05-05'),
  ...days('2026-06-19', '2026-06-21'),
  ...days('2026-09-25', '2026-09-27'),
  ...days('2026-10-01', '2026-10-07'),
];
const WORKED = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

describe('a notice that is pasted', () => {
  it('is read as its sentences have it, and comes to the working days of the year', () => {
    expect(readNotice(WORDED, 2026)).toEqual({ off: OFF, worked: WORKED, doubtful: [] });
    const year = newYear(2026);
    const wanted = withNotice(year, NOTHING_WANTED, { off: OFF, worked: WORKED }, true);
    const working = Object.keys(year.kinds).filter((on) => /^work/u.test(kindOn(year, wanted, on)));
    expect(working).toHaveLength(248);
  });

  it('is read from the lines of a calendar file as well', () => {
    const file = `off:
      - '2026-01-01/2026-01-03'
      - "2026-06-19/2026-06-21"
    worked: ['2026-01-04']`;
    expect(readNotice(file, 2030)).toEqual({
      off: [...days('2026-01-01', '2026-01-03'), ...days('2026-06-19', '2026-06-21')],
      worked: ['2026-01-04'],
      doubtful: [],
    });
  });

  it('goes over the turn of the year where the notice does', () => {
    const { off } = readNotice('元旦：2022年12月31日至2023年1月2日放假调休，共3天。', 2023);
    expect(off).toEqual(['2022-12-31', '2023-01-01', '2023-01-02']);
  });

  it.each([
    ['鼓励安排职工在除夕（2月9日）休息，2月9日照常值班。', 'unclear'],
    ['五一：5月1日至5日放假，共4天。', 'count'],
    ['5月8日上班。', 'weekday'],
    ['2月30日放假。', 'impossible'],
    ['5月5日至1日放假。', 'impossible'],
  ])('says what it cannot make out: %s', (text, why) => {
    expect(readNotice(text, 2026).doubtful).toMatchObject([{ why }]);
  });

  it('says which days are both', () => {
    expect(readNotice('5月2日放假。5月2日上班。', 2026).doubtful).toEqual([
      { text: '2026-05-02', why: 'both' },
    ]);
  });
});

describe('days that are marked', () => {
  const held = { ...newYear(2026), isNew: false, status: 'published' as const, source: '国办发' };

  it('go from one thing to the next, and back to what is held without leaving a wish', () => {
    const once = turned(held, NOTHING_WANTED, '2026-03-04');
    expect(differences([held], once)).toEqual([{ on: '2026-03-04', before: 'working', after: 'off' }]);
    expect(turned(held, once, '2026-03-04')).toEqual(NOTHING_WANTED);
    const worked = turned(held, NOTHING_WANTED, '2026-03-07');
    expect(worked.days).toEqual({ '2026-03-07': 'worked' });
    expect(turned(held, worked, '2026-03-07').days).toEqual({ '2026-03-07': 'off' });
    expect(turned(held, turned(held, worked, '2026-03-07'), '2026-03-07')).toEqual(NOTHING_WANTED);
  });

  it('are asked for as whole years; one that is published from now on names what in', () => {
    const wanted = turned(held, NOTHING_WANTED, '2026-03-04');
    const asked = arrangedYears([held, newYear(2027)], wanted, '区政府通知');
    expect(asked).toEqual([
      { year: 2026, status: 'published', source: '国办发', off: ['2026-03-04'], worked: [] },
    ]);
    const announced = { ...NOTHING_WANTED, statuses: { 2027: 'published' as const } };
    expect(changedYears([held, newYear(2027)], announced).map(({ year }) => year)).toEqual([2027]);
    expect(arrangedYears([newYear(2027)], announced, ' 国办发明电〔2026〕9号 ')).toEqual([
      { year: 2027, status: 'published', source: '国办发明电〔2026〕9号', off: [], worked: [] },
    ]);
  });

  it('are those of a year as it is shown', () => {
    const months = [{ month: 1, workingDays: 1, days: [{ on: '2026-01-01', kind: 'off' as const }] }];
    const shown = heldYear({ year: 2026, status: 'published', source: null, months });
    expect(shown).toMatchObject({ kinds: { '2026-01-01': 'off' }, isNew: false });
  });
});
