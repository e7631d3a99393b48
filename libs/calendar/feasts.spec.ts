import { readFileSync } from 'node:fs';
import { feastOn, holidaysOf } from './feasts.js';
import { parseCalendar } from './parse-calendar.js';

const text = readFileSync(new URL('../../seeds/calendars/cn-state-council.yaml', import.meta.url), 'utf8');
const shipped = parseCalendar(text);
const years = shipped.ok ? shipped.data.years : {};

describe('what days off are called', () => {
  /** The names that the shipped file has in its comments, by the first day of each run. */
  const written = new Map(
    [...text.matchAll(/- (\d{4}-\d{2}-\d{2})\S*\s+# (\S+)/gu)].map(([, from = '', name = '']) => [
      from,
      name,
    ]),
  );

  it('is what the State Council’s notices call them, for every run of every announced year', () => {
    const told = Object.values(years).flatMap(({ status, off }) =>
      status === 'published' ? holidaysOf(off) : [],
    );
    const expected = told.map(({ from }) => (written.get(from) ?? '').split('、').sort());
    expect(told.map(({ label }) => (label ?? '').split('、').sort())).toEqual(expected);
    expect(told.length).toBeGreaterThan(18);
  });

  it('knows feasts by the moon and by the sun', () => {
    expect(['2024-02-10', '2025-10-06', '2026-04-05', '2027-06-09', '2028-05-28'].map(feastOn)).toEqual([
      '春节',
      '中秋节',
      '清明节',
      '端午节',
      '端午节',
    ]);
    expect(feastOn('2024-03-08')).toBeNull();
  });

  it('keeps days together that lie together, and names none where no feast lies', () => {
    expect(holidaysOf(['2024-10-02', '2024-07-03', '2024-10-01', '2024-09-30'])).toEqual([
      { from: '2024-07-03', to: '2024-07-03', days: 1, label: null },
      { from: '2024-09-30', to: '2024-10-02', days: 3, label: '国庆节' },
    ]);
  });
});
