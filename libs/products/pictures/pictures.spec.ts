import type { HeatMapChart, ProgressChart, RankingChart } from '#charts';
import type { Picture } from '#official';
import { periodFacts } from '../index.js';
import { busyMonth, busyQuarter, filing, sampleRecord, standing, task } from '../testing/sample-record.js';
import { filingMap } from './filing-map.js';
import { ladderPicture } from './ladder-picture.js';
import { progressPictures } from './progress-picture.js';
import { unitRankingPictures } from './unit-ranking.js';

const chartOf = <C>(pictures: readonly Picture[]): C => pictures[0]?.chart as C;
const due = (id: string, day: string, more = {}) =>
  filing(id, { dueAt: `2024-${day}T09:30:00.000Z`, ...more });

describe('the pictures of a period', () => {
  it('have its ten-day periods in the order of the calendar, with the share that came on time', () => {
    const filings = [
      due('f1', '05-31', { outcome: 'late' }),
      due('f2', '05-20'),
      due('f3', '05-20', { outcome: 'silent' }),
      due('f4', '05-10'),
      due('f5', '04-30'),
    ];
    const { columns, rows } = chartOf<HeatMapChart>(
      filingMap(periodFacts(sampleRecord('2024-05', { filings }))),
    );
    expect(columns).toEqual(['4月下旬', '5月上旬', '5月中旬', '5月下旬']);
    expect(rows).toEqual([{ name: '产业提升行动', cells: [100, 100, 50, 0] }]);
  });

  it('have months in a quarter', () => {
    expect(chartOf<HeatMapChart>(filingMap(periodFacts(busyQuarter()))).columns).toEqual([
      '3月',
      '4月',
      '5月',
    ]);
  });

  it('show of an action the mean of its dispatched tasks, reported and expected, a closed one as done', () => {
    const tasks = [
      task('t1', { stood: [null, standing({ progress: 40, lag: 10 })] }),
      task('t2', { stood: [null, standing({ state: 'closed', progress: 90, lag: -20 })] }),
      task('t3', { stood: [null, standing({ state: 'confirmed', progress: null, lag: null })] }),
    ];
    const { rows } = chartOf<ProgressChart>(
      progressPictures(periodFacts(sampleRecord('2024-05', { tasks }))),
    );
    expect(rows).toEqual([{ name: '产业提升行动', progress: 70, expected: 60, schedule: 'onTrack' }]);
  });

  it('round a half up as in decimals, whatever binary fractions add up to', () => {
    const tasks = [0.1, 0.4, 1.8, 1.9].map((lag, at) =>
      task(`t${at}`, { stood: [null, standing({ progress: 0, lag })] }),
    );
    const { rows } = chartOf<ProgressChart>(
      progressPictures(periodFacts(sampleRecord('2024-05', { tasks }))),
    );
    expect(rows.map(({ expected }) => expected)).toEqual([1.1]);
  });

  it('show what became of each place since the month before; who owed nothing then is new', () => {
    const facts = periodFacts(
      sampleRecord('2024-05', {
        filings: [
          due('f1', '04-20', { unitId: 'u1', outcome: 'late' }),
          due('f2', '04-20', { unitId: 'u2' }),
          due('f3', '05-20', { unitId: 'u1' }),
          due('f4', '05-20', { unitId: 'u2', outcome: 'late' }),
          due('f5', '05-20', { unitId: 'u3', outcome: 'late' }),
        ],
      }),
    );
    const { rows } = chartOf<RankingChart>(unitRankingPictures({ facts, book: facts.book, atMost: 0 }));
    expect(rows.map(({ name, place, before }) => [name, place, before])).toEqual([
      ['区发展和改革局', 1, 2],
      ['区教育局', 2, 1],
      ['区民政局', 2, null],
    ]);
  });

  it('are not there where there is nothing to draw', () => {
    const facts = periodFacts(sampleRecord('2024-05', { tasks: [], filings: [] }));
    expect([progressPictures(facts), filingMap(facts), ladderPicture(facts)]).toEqual([[], [], []]);
    expect(ladderPicture(periodFacts(busyMonth()))).toHaveLength(1);
  });
});
