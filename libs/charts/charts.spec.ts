import fc from 'fast-check';
import {
  chartInPages,
  chartOption,
  chartSize,
  chartWords,
  isEmptyChart,
  MAX_CHART_HEIGHT,
  widthOf,
  wrapped,
  type Chart,
} from './index.js';

const names = fc.stringMatching(/^[区市县][区市县局委办（）〈〉、“”3A]{0,29}$/u);
const percent = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
const maybe = fc.option(percent);

const progress = fc
  .array(
    fc.record({
      name: names,
      progress: maybe,
      expected: maybe,
      schedule: fc.constantFrom('onTrack', 'below', 'behind', 'seriouslyBehind', 'closed' as const),
    }),
    { maxLength: 160 },
  )
  .map((rows): Chart => ({ kind: 'progress', counted: '项任务', rows }));
const count = fc.nat({ max: 40 });
const standings = fc
  .array(
    fc.record({
      name: names,
      counts: fc.record({
        closed: count,
        onTrack: count,
        behind: count,
        seriouslyBehind: count,
        unreported: count,
        undispatched: count,
      }),
    }),
    { maxLength: 50 },
  )
  .map((rows): Chart => ({ kind: 'standings', counted: '项任务', rows }));
const heatMap = fc.nat({ max: 36 }).chain((columns) =>
  fc
    .array(fc.record({ name: names, cells: fc.array(maybe, { minLength: columns, maxLength: columns }) }), {
      maxLength: 50,
    })
    .map((rows): Chart => ({
      kind: 'heatMap',
      measure: '填报按时率',
      unit: '%',
      good: 'high',
      full: 100,
      columns: Array.from({ length: columns }, (_, at) => `${(at % 12) + 1}月上旬`),
      rows,
    })),
);
const ranking = fc
  .array(fc.record({ name: names, value: percent, before: fc.option(fc.integer({ min: 1, max: 50 })) }), {
    maxLength: 60,
  })
  .map((rows): Chart => ({
    kind: 'ranking',
    measure: '填报按时率',
    unit: '%',
    counted: '个单位',
    rows: [...rows]
      .sort((a, b) => b.value - a.value)
      .map((row, _, all) => ({ ...row, place: 1 + all.filter(({ value }) => value > row.value).length })),
  }));
const indicators = fc
  .array(
    fc.record({
      name: names,
      target: percent,
      first: maybe,
      reading: maybe,
      reached: fc.boolean(),
      bound: fc.constantFrom('floor' as const, 'ceiling' as const),
    }),
    { maxLength: 60 },
  )
  .map((rows): Chart => ({
    kind: 'indicators',
    rows: rows.map((row) => ({
      ...row,
      reached: row.reading === null ? null : row.reached,
      targetText: `≥${row.target}%`,
      readingText: row.reading === null ? null : `${row.reading}%`,
    })),
  }));
const funnel = fc
  .array(fc.record({ label: names, count }), { maxLength: 8 })
  .map((rungs): Chart => ({ kind: 'funnel', counted: '份', rungs }));

const CHARTS = { progress, standings, heatMap, ranking, indicators, funnel };

/** What a text may say: every figure of the chart, counts of its rows, differences of places and sums. */
const figuresIn = (chart: Chart): Set<string> => {
  const found = new Set<string>();
  JSON.stringify(chart, (_, value: unknown) => {
    if (typeof value === 'number') found.add(String(Math.round(value * 100) / 100));
    if (typeof value === 'string')
      for (const figure of value.match(/\d+(?:\.\d+)?/gu) ?? []) found.add(figure);
    return value;
  });
  const rows = chart.kind === 'funnel' ? chart.rungs.length : chart.rows.length;
  for (let some = 0; some <= rows; some += 1) found.add(String(some));
  if (chart.kind === 'ranking')
    for (const { place, before } of chart.rows)
      if (typeof before === 'number') found.add(String(Math.abs(before - place)));
  if (chart.kind === 'standings') {
    const sums = ['closed', 'onTrack', 'behind', 'seriouslyBehind', 'unreported', 'undispatched'].map(
      (fill) => chart.rows.reduce((sum, { counts }) => sum + counts[fill as keyof typeof counts], 0),
    );
    for (const sum of [...sums, sums.reduce((all, one) => all + one, 0)]) found.add(String(sum));
  }
  return found;
};

/** The texts beside the rows of an option, with the room that they have. */
function besideRows(chart: Chart): {
  left: string[];
  right: string[];
  room: { left: number; right: number };
} {
  const { yAxis, grid } = chartOption(chart) as {
    yAxis: { data: string[] }[];
    grid: { left: number; right: number };
  };
  return { left: yAxis[0]?.data ?? [], right: yAxis[1]?.data ?? [], room: grid };
}

describe.each(Object.entries(CHARTS))('a chart: %s', (_, charts) => {
  it('says in words no figure that it does not have, and ends its sentence', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const words = chartWords(chart);
        const known = figuresIn(chart);
        expect((words.match(/\d+(?:\.\d+)?/gu) ?? []).filter((figure) => !known.has(figure))).toEqual([]);
        expect(words).toMatch(/。$/u);
        expect(words).not.toMatch(/NaN|undefined|null|Infinity/u);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same option for the same figures', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const copy = JSON.parse(JSON.stringify(chart)) as Chart;
        expect(JSON.stringify(chartOption(copy))).toBe(JSON.stringify(chartOption(chart)));
      }),
      { numRuns: 10 },
    );
  });

  it('has room for every name and figure beside its rows, in lines that do not touch', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const { left, right, room } = besideRows(chart);
        for (const line of left.flatMap((name) => name.split('\n')))
          expect(widthOf(line) * 13).toBeLessThanOrEqual(room.left);
        for (const tail of right) expect(widthOf(tail) * 13).toBeLessThanOrEqual(room.right);
        expect(room.left + room.right).toBeLessThan(624 * 0.75);
        const most = Math.max(1, ...left.map((name) => name.split('\n').length));
        const rows = Math.max(1, left.length);
        expect((chartSize(chart).height - 64) / rows).toBeGreaterThanOrEqual((most * 16 - 64 / rows) * 0.99);
      }),
      { numRuns: 30 },
    );
  });

  it('loses no row over its pages, each of which fits on paper', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const pages = chartInPages(chart);
        const rowsOf = (one: Chart): readonly unknown[] => (one.kind === 'funnel' ? one.rungs : one.rows);
        expect(pages.flatMap(rowsOf)).toEqual(rowsOf(chart));
        for (const page of pages) expect(chartSize(page).height).toBeLessThanOrEqual(MAX_CHART_HEIGHT);
        expect(isEmptyChart(chart)).toBe(rowsOf(chart).length === 0);
      }),
      { numRuns: 30 },
    );
  });
});

describe('charts in words', () => {
  it('say who keeps up, who is furthest ahead and who furthest behind', () => {
    expect(
      chartWords({
        kind: 'progress',
        counted: '个行动',
        rows: [
          { name: '产业提升行动', progress: 62, expected: 50, schedule: 'onTrack' },
          { name: '环境整治行动', progress: 38, expected: 60.5, schedule: 'seriouslyBehind' },
          { name: '民生改善行动', progress: null, expected: null, schedule: 'onTrack' },
        ],
      }),
    ).toBe(
      '3个行动中，1个达到序时进度，1个滞后，1个未报进度；进度最高的是产业提升行动（62%，序时进度50%），落后最多的是环境整治行动（38%，序时进度60.5%）。',
    );
  });

  it('say first and last place, ties and who moved furthest', () => {
    const row = (name: string, value: number, place: number, before: number | null) => ({
      name,
      value,
      place,
      before,
    });
    const chart: Chart = {
      kind: 'ranking',
      measure: '填报按时率',
      unit: '%',
      counted: '个单位',
      rows: [row('甲局', 100, 1, 4), row('乙局', 100, 1, 1), row('丙局', 50, 3, 1), row('丁局', 0, 4, null)],
    };
    expect(chartWords(chart)).toBe(
      '填报按时率排名（4个单位）：第1的是甲局、乙局（100%），末位的是丁局（0%）；上升最多的是甲局（3位），下降最多的是丙局（2位）。',
    );
  });

  it('say that there is nothing, where there is nothing', () => {
    const empty: Chart[] = [
      { kind: 'progress', counted: '项任务', rows: [] },
      { kind: 'funnel', counted: '份', rungs: [] },
      { kind: 'indicators', rows: [] },
    ];
    for (const chart of empty) expect(chartWords(chart)).toBe('没有可以画的数据。');
  });
});

describe('names beside rows', () => {
  it('stay whole in lines of about one length, none of which begins with a closing mark', () => {
    expect(wrapped('区文化旅游广电体育局（文物局、体育事业发展中心、图书馆）', 16, 3)).toEqual([
      '区文化旅游广电体育局（文物局、',
      '体育事业发展中心、图书馆）',
    ]);
    fc.assert(
      fc.property(names, fc.integer({ min: 6, max: 18 }), (name, room) => {
        const lines = wrapped(name, room, 40);
        expect(lines.join('')).toBe(name);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(room);
        expect(widthOf(wrapped(name, room, 1)[0] ?? '')).toBeLessThanOrEqual(room);
      }),
    );
  });
});
