import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  addDays,
  createCalendar,
  dueOfPeriod,
  dueRuleSchema,
  expectedProgress,
  firstReportingPeriod,
  instantOf,
} from './index.js';
import {
  nextPeriod,
  nextReportingPeriod,
  parseCalendar,
  labelOfPeriod,
  periodFromKey,
  periodOf,
  previousPeriod,
} from './index.js';
import {
  reportingPeriodOf,
  reportingPeriods,
  workingDaysInPeriod,
  type CadenceEvery,
  type DueRule,
} from './index.js';

const parsed = parseCalendar(readFileSync('seeds/calendars/cn-state-council.yaml', 'utf8'));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
const cal = createCalendar(parsed.data);
const EVERY: CadenceEvery[] = ['week', 'ten-day', 'month', 'quarter', 'half-year', 'year'];
const cadence = fc.constantFrom(...EVERY);
const policy = { minimumWorkingDays: 3 };
const date = fc.integer({ min: 0, max: 1400 }).map((days) => addDays('2024-01-01', days));

describe('natural periods', () => {
  it.each<[CadenceEvery, string, string, string, string, string]>([
    ['ten-day', '2024-05-14', '2024-05 中旬', '2024年5月中旬', '2024-05-11', '2024-05-20'],
    ['ten-day', '2024-02-29', '2024-02 下旬', '2024年2月下旬', '2024-02-21', '2024-02-29'],
    ['ten-day', '2024-12-10', '2024-12 上旬', '2024年12月上旬', '2024-12-01', '2024-12-10'],
    ['week', '2024-12-30', '2025-W01', '2025年第1周', '2024-12-30', '2025-01-05'],
    ['week', '2026-12-31', '2026-W53', '2026年第53周', '2026-12-28', '2027-01-03'],
    ['month', '2024-05-31', '2024-05', '2024年5月', '2024-05-01', '2024-05-31'],
    ['quarter', '2024-05-01', '2024-Q2', '2024年第二季度', '2024-04-01', '2024-06-30'],
    ['half-year', '2024-07-01', '2024-H2', '2024年下半年', '2024-07-01', '2024-12-31'],
    ['year', '2024-05-01', '2024', '2024年', '2024-01-01', '2024-12-31'],
  ])('%s of %s is %s', (every, on, key, label, start, end) => {
    expect(periodOf(every, on)).toEqual({ cadence: every, key, label, start, end });
    expect(periodFromKey(key)).toEqual(periodOf(every, on));
    expect(labelOfPeriod(key)).toBe(label);
  });

  it('are said in words by their keys, and what no calendar wrote as it is', () => {
    for (const key of ['2024-05 末旬', '2024-13', '〔2024〕3号', '']) expect(labelOfPeriod(key)).toBe(key);
  });

  it('follow each other without gap or overlap, forwards and backwards', () => {
    fc.assert(
      fc.property(cadence, date, (every, on) => {
        const period = periodOf(every, on);
        expect(period.start <= on && on <= period.end).toBe(true);
        const next = nextPeriod(period);
        expect(next.start).toBe(addDays(period.end, 1));
        expect(previousPeriod(next)).toEqual(period);
        expect(periodFromKey(period.key)).toEqual(period);
      }),
    );
  });

  it('are 36 ten-day periods a year', () => {
    let period = periodOf('ten-day', '2024-01-01');
    let count = 0;
    for (; period.start.startsWith('2024'); period = nextPeriod(period)) count++;
    expect(count).toBe(36);
  });

  it.each(['2024-13', '2024-05 末旬', '2024-W60', '2024-Q5', '24-05', '', '2024-05中旬'])(
    'refuse the key "%s"',
    (key) => {
      expect(() => periodFromKey(key)).toThrow(
        expect.objectContaining({ code: 'InvalidPeriodKey' }) as Error,
      );
    },
  );
});

describe('reporting periods', () => {
  it('merge the two working days of early October 2025 into the next period, and say so', () => {
    const october = reportingPeriods(cal, 'ten-day', '2025-10-01', '2025-10-31', policy);
    expect(october.map(({ key, label, start, end }) => [key, label, start, end])).toEqual([
      ['2025-10 中旬', '2025年10月中旬（含上旬）', '2025-10-01', '2025-10-20'],
      ['2025-10 下旬', '2025年10月下旬', '2025-10-21', '2025-10-31'],
    ]);
  });

  it('keep early October 2024, which has three', () => {
    expect(reportingPeriodOf(cal, 'ten-day', '2024-10-08', policy)).toEqual(
      periodOf('ten-day', '2024-10-08'),
    );
  });

  it('name the month of a part from another month', () => {
    const labels = reportingPeriods(cal, 'ten-day', '2024-01-21', '2024-03-10', {
      minimumWorkingDays: 12,
    }).map((p) => p.label);
    expect(labels).toEqual(['2024年2月上旬（含1月下旬）', '2024年3月上旬（含2月中旬、2月下旬）']);
  });

  it('give the 26 ten-day periods of a plan of 12 April 2024, mid April included', () => {
    const periods = reportingPeriods(cal, 'ten-day', '2024-04-12', '2024-12-31', policy);
    expect(periods).toHaveLength(26);
    expect([periods[0]?.key, periods.at(-1)?.key]).toEqual(['2024-04 中旬', '2024-12 下旬']);
  });

  it('skip a first period with fewer than three working days left', () => {
    // 18, 19 April are Thursday and Friday, the 20th is a Saturday.
    expect(firstReportingPeriod(cal, 'ten-day', '2024-04-18', policy).key).toBe('2024-04 下旬');
    expect(firstReportingPeriod(cal, 'ten-day', '2024-04-17', policy).key).toBe('2024-04 中旬');
  });

  it('keep a merged first period when enough of it is left', () => {
    expect(firstReportingPeriod(cal, 'ten-day', '2025-10-09', policy)).toMatchObject({
      start: '2025-10-01',
      end: '2025-10-20',
    });
  });

  it('never look into a year that is not held without need', () => {
    expect(reportingPeriods(cal, 'ten-day', '2027-12-01', '2027-12-31', policy)).toHaveLength(3);
    expect(() => reportingPeriods(cal, 'ten-day', '2027-12-01', '2028-01-01', policy)).toThrow(
      expect.objectContaining({ code: 'UnknownYear' }) as Error,
    );
  });

  it('tile any stretch: long enough, no gap, no overlap, the same from wherever one starts', () => {
    fc.assert(
      fc.property(
        cadence,
        fc.nat(1000),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 7 }),
        (every, start, length, min) => {
          const from = addDays('2024-01-15', start);
          const to = addDays(from, length);
          const least = { minimumWorkingDays: every === 'week' ? Math.min(min, 5) : min };
          const periods = reportingPeriods(cal, every, from, to, least);
          if (periods.length > 0) expect((periods.at(-1)?.end ?? '') >= to).toBe(true);
          periods.forEach((period, i) => {
            expect(workingDaysInPeriod(cal, period)).toBeGreaterThanOrEqual(least.minimumWorkingDays);
            expect(reportingPeriodOf(cal, every, period.end, least)).toEqual(period);
            expect(reportingPeriodOf(cal, every, period.start, least)).toEqual(period);
            const before = periods[i - 1];
            if (before) {
              expect(period.start).toBe(addDays(before.end, 1));
              expect(nextReportingPeriod(cal, before, least)).toEqual(period);
            }
          });
        },
      ),
    );
  });
});

describe('due times', () => {
  it.each<[string, CadenceEvery, string, DueRule, [string, string]]>([
    [
      'last working day',
      'ten-day',
      '2024-04-15',
      { anchor: 'lastWorkingDayOfPeriod', at: '17:30' },
      ['2024-04-19', '17:30'],
    ],
    [
      'last working day, a make-up Saturday',
      'month',
      '2026-02-01',
      { anchor: 'lastWorkingDayOfPeriod', at: '17:30' },
      ['2026-02-28', '17:30'],
    ],
    [
      'next working day at noon',
      'ten-day',
      '2024-09-30',
      { anchor: 'workingDayAfterPeriod', days: 1, at: '12:00' },
      ['2024-10-08', '12:00'],
    ],
    [
      'fifth working day after',
      'month',
      '2024-09-30',
      { anchor: 'workingDayAfterPeriod', days: 5, at: '17:30' },
      ['2024-10-12', '17:30'],
    ],
    [
      'tenth working day after',
      'quarter',
      '2024-06-30',
      { anchor: 'workingDayAfterPeriod', days: 10, at: '17:30' },
      ['2024-07-12', '17:30'],
    ],
    [
      '31 January, a Saturday in 2026',
      'year',
      '2025-06-01',
      { anchor: 'dayOfNextMonth', day: 31, at: '17:30' },
      ['2026-02-02', '17:30'],
    ],
    [
      '31 January, moved forward',
      'year',
      '2025-06-01',
      { anchor: 'dayOfNextMonth', day: 31, at: '17:30', onDayOff: 'previous' },
      ['2026-01-30', '17:30'],
    ],
    [
      '31 January, kept',
      'year',
      '2025-06-01',
      { anchor: 'dayOfNextMonth', day: 31, at: '17:30', onDayOff: 'keep' },
      ['2026-01-31', '17:30'],
    ],
    [
      '31 of a short month',
      'month',
      '2024-03-01',
      { anchor: 'dayOfNextMonth', day: 31, at: '17:30' },
      ['2024-04-30', '17:30'],
    ],
  ])('%s', (_, every, on, rule, expected) => {
    expect(dueRuleSchema.parse(rule)).toEqual(rule);
    expect(dueOfPeriod(cal, periodOf(every, on), rule)).toBe(instantOf(...expected));
  });
});

describe('expected progress', () => {
  const at = (on: string, time: string): number =>
    expectedProgress(cal, '2024-04-15', '2024-04-26', instantOf(on, time));

  it('is the share of working days that have elapsed, a day elapsing when its hours are over', () => {
    expect(at('2024-04-15', '17:29')).toBe(0);
    expect(at('2024-04-15', '17:30')).toBe(10);
    expect(at('2024-04-19', '17:30')).toBe(50);
    expect(at('2024-04-21', '12:00')).toBe(50);
    expect(at('2024-04-26', '17:30')).toBe(100);
  });

  it('is nothing before the start and all after the deadline, also in years not held', () => {
    expect(at('2024-04-01', '17:30')).toBe(0);
    expect(at('2031-01-01', '17:30')).toBe(100);
  });

  it('never falls', () => {
    fc.assert(
      fc.property(date, fc.nat(300), fc.nat(400), fc.nat(100), (start, length, after, more) => {
        const deadline = addDays(start, length % 60);
        const share = (days: number): number =>
          expectedProgress(cal, start, deadline, instantOf(addDays(start, days), '17:30'));
        expect(share(after + more)).toBeGreaterThanOrEqual(share(after));
        expect(share(after) >= 0 && share(after) <= 100).toBe(true);
      }),
    );
  });
});
