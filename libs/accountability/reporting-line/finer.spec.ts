import { obligationIdOf, sittingIdOf, type Effect } from '#accountability';
import type { CadenceEvery } from '#calendar';
import { LoneLine, moment, policyFrom, seedText, shippedCalendar, shippedRules } from '#testing';

/** A line of quarters whose one task is reported on every ten days, too. Q2 of 2024 is due on 3 July. */
const byQuarter = (): LoneLine =>
  new LoneLine(shippedRules(), 'quarter').join('2024-04-12 10:00', 't1', { finer: true });

const finerFiled = (line: LoneLine, on: string, finerPeriod: string, taskId = 't1'): Effect[] =>
  line.send({ type: 'FINER_REPORT_FILED', at: moment(on), taskId, finerPeriod, progress: 40 });
const isTaken = (line: LoneLine, on: string, finerPeriod: string): boolean =>
  line.ask({ type: 'FINER_REPORT_FILED', at: moment(on), taskId: 't1', finerPeriod, progress: 40 }).ok;

const covered = (period: string, taskId: string, finerPeriod: string): Effect => ({
  type: 'forward',
  to: { kind: 'obligation', id: obligationIdOf(sittingIdOf('line', period), taskId) },
  event: { type: 'COVERED', finerPeriod, progress: 40 },
});

describe('a line whose tasks are reported on in a finer rhythm too', () => {
  it('takes the finer report for the period that ends its own as its own, and the sitting as filed', () => {
    const line = byQuarter();
    line.until(moment('2024-06-28 10:00'));
    expect(finerFiled(line, '2024-06-28 10:00', '2024-06 下旬')).toEqual([
      { type: 'fileSitting', period: '2024-Q2', filedAt: moment('2024-06-28 10:00') },
      { type: 'disarmDeadline', name: 'sitting:reminder' },
      covered('2024-Q2', 't1', '2024-06 下旬'),
    ]);
    expect(line.context.current).toMatchObject({ filedAt: moment('2024-06-28 10:00'), fulfilled: ['t1'] });
  });

  it('takes no other: one in the midst of its period says nothing of the end', () => {
    const line = byQuarter();
    line.until(moment('2024-06-20 10:00'));
    expect(isTaken(line, '2024-06-20 10:00', '2024-06 中旬')).toBe(false);
    expect(isTaken(line, '2024-06-20 10:00', '2024-03 下旬')).toBe(false);
  });

  it('takes it before its own window has opened', () => {
    const line = new LoneLine(shippedRules(), 'year').join('2024-04-12 10:00', 't1', { finer: true });
    line.until(moment('2024-12-26 10:00'));
    expect(line.context.current).toMatchObject({ period: '2024', open: false });
    finerFiled(line, '2024-12-26 10:00', '2024-12 下旬');
    expect(line.context.current?.filedAt).toBe(moment('2024-12-26 10:00'));
    expect(line.until(moment('2025-02-28 18:00'))).toEqual([]);
    expect(line.context).toMatchObject({ overdue: null, climbs: 0, current: { period: '2025' } });
  });

  it('takes the last week that is due by then, where the week in which its period ends comes too late', () => {
    const line = byQuarter();
    finerFiled(line, '2024-06-28 10:00', '2024-06 下旬');
    line.until(moment('2024-09-29 10:00'));
    // 30 September stands in week 40, which is reported on with week 41 by 12 October; the quarter is due on the 10th.
    expect(line.context.current?.period).toBe('2024-Q3');
    expect(isTaken(line, '2024-09-29 10:00', '2024-W41')).toBe(false);
    expect(isTaken(line, '2024-09-29 10:00', '2024-W38')).toBe(false);
    expect(isTaken(line, '2024-09-29 10:00', '2024-W39')).toBe(true);
  });

  it.each([
    // The 20th is a Monday: what is due on it cannot wait for the Friday.
    ['2024-05 中旬', '2024-05-17 10:00', '2024-W20'],
    // The 31st is a Friday, and the week's last working day as well.
    ['2024-05 下旬', '2024-05-31 10:00', '2024-W22'],
  ])(
    'of ten days takes, for %s, the week that is due by then, so that nobody is late for its week',
    (period, on, week) => {
      const line = new LoneLine(shippedRules(), 'ten-day').join('2024-05-06 10:00', 't1', { finer: true });
      line.until(moment(on));
      expect(line.context.current?.period).toBe(period);
      finerFiled(line, on, week);
      expect(line.context.current?.filedAt).toBe(moment(on));
    },
  );

  it('reminds of nothing and presses for nothing: that is done on the finer line, once', () => {
    const line = byQuarter();
    expect(line.until(moment('2024-08-30 18:00'))).toEqual([]);
    expect(line.context).toMatchObject({ climbs: 0, overdue: { period: '2024-Q2', taskIds: ['t1'] } });
    expect(line.ladder).toBe('calm');
  });

  it('takes a finer report that came late, as late', () => {
    const line = byQuarter();
    line.until(moment('2024-07-04 10:00'));
    expect(finerFiled(line, '2024-07-04 10:00', '2024-06 下旬')).toContainEqual(
      covered('2024-Q2', 't1', '2024-06 下旬'),
    );
    expect(line.context).toMatchObject({ overdue: null, filed: { period: '2024-Q2' } });
  });

  it('still asks for the tasks that have no finer rhythm, and presses for these alone', () => {
    const line = byQuarter().join('2024-04-12 11:00', 't2');
    finerFiled(line, '2024-06-28 10:00', '2024-06 下旬');
    expect(line.context.current).toMatchObject({ filedAt: null, fulfilled: ['t1'] });
    line.until(moment('2024-07-03 17:30'));
    expect(line.context.climb?.owed).toEqual([
      { period: '2024-Q2', dueAt: moment('2024-07-03 17:30'), taskIds: ['t2'] },
    ]);
    line.file('2024-07-04 10:00', '2024-Q2');
    expect([line.ladder, line.context.overdue]).toEqual(['calm', null]);
  });

  it('presses no more for a task that comes to have a finer rhythm, and again from its next sitting when that goes', () => {
    const line = new LoneLine(shippedRules(), 'quarter').join('2024-04-12 10:00', 't1');
    line.until(moment('2024-07-03 17:30'));
    expect(line.ladder).toBe('climbing');
    line.send({ type: 'RHYTHMS_CHANGED', at: moment('2024-07-04 10:00'), taskId: 't1', finer: true });
    expect([line.ladder, [...line.clocks.keys()].some((name) => name.startsWith('rung'))]).toEqual([
      'calm',
      false,
    ]);
    line.send({ type: 'RHYTHMS_CHANGED', at: moment('2024-07-05 10:00'), taskId: 't1', finer: false });
    expect(line.ladder).toBe('calm');
    line.until(moment('2024-10-10 17:30'));
    expect(line.context.climb?.owed.map(({ period }) => period)).toEqual(['2024-Q3']);
  });

  it('forgets of a task that leaves that it had a finer rhythm', () => {
    const line = byQuarter().leave('2024-05-06 10:00', 't1');
    expect(line.context.finer).toEqual([]);
  });

  it('counts for itself where the policy says that every rhythm is filed by itself', () => {
    const policy = policyFrom(
      seedText('policies/default.yaml').replace(
        'coarserCountsWhenFinerFiled: true',
        'coarserCountsWhenFinerFiled: false',
      ),
    );
    const line = new LoneLine({ policy, calendar: shippedCalendar() }, 'quarter').join(
      '2024-04-12 10:00',
      't1',
      { finer: true },
    );
    line.until(moment('2024-06-28 10:00'));
    expect(isTaken(line, '2024-06-28 10:00', '2024-06 下旬')).toBe(false);
    expect(line.until(moment('2024-07-03 17:30'))).toContain('2024-07-03 14:00 reminder');
    expect(line.ladder).toBe('climbing');
  });
});

describe('a line of every rhythm', () => {
  it.each<[CadenceEvery, joined: string, sittings: [period: string, dueAt: string][]]>([
    // 29 September and 12 October 2024 are Sundays and Saturdays that are worked; week 40 has one working day.
    [
      'week',
      '2024-09-18 09:00',
      [
        ['2024-W38', '2024-09-20 17:30'],
        ['2024-W39', '2024-09-29 17:30'],
        ['2024-W41', '2024-10-12 17:30'],
        ['2024-W42', '2024-10-18 17:30'],
      ],
    ],
    [
      'month',
      '2024-09-02 09:00',
      [
        ['2024-09', '2024-10-08 17:30'],
        ['2024-10', '2024-11-01 17:30'],
      ],
    ],
    [
      'quarter',
      '2024-07-08 09:00',
      [
        ['2024-Q3', '2024-10-10 17:30'],
        ['2024-Q4', '2025-01-06 17:30'],
      ],
    ],
    [
      'half-year',
      '2024-03-01 09:00',
      [
        ['2024-H1', '2024-07-05 17:30'],
        ['2024-H2', '2025-01-08 17:30'],
      ],
    ],
    ['year', '2024-03-01 09:00', [['2024', '2025-01-08 17:30']]],
  ])('of %ss, joined on %s, is due when its rule says', (every, joined, sittings) => {
    const line = new LoneLine(shippedRules(), every).join(joined, 't1');
    const seen: [string, string][] = [];
    for (const [, dueAt] of sittings) {
      seen.push([line.context.current?.period ?? '', line.armed['sitting:due'] ?? '']);
      line.until(moment(dueAt));
    }
    expect(seen).toEqual(sittings);
  });

  it.each<[CadenceEvery, joined: string, first: string]>([
    ['week', '2024-09-19 09:00', '2024-W38'],
    ['week', '2024-09-20 09:00', '2024-W39'],
    ['month', '2024-09-25 09:00', '2024-09'],
    ['month', '2024-09-26 09:00', '2024-10'],
    ['quarter', '2024-09-19 09:00', '2024-Q4'],
    ['half-year', '2024-06-03 09:00', '2024-H2'],
    ['year', '2024-12-05 09:00', '2025'],
  ])(
    'of %ss, joined on %s, begins with the first period of which enough is left: %s',
    (every, joined, first) => {
      const line = new LoneLine(shippedRules(), every).join(joined, 't1');
      expect(line.context.current?.period).toBe(first);
    },
  );
});
