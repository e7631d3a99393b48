import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SCHEDULES, TASK_STATES } from './labels.js';
import { packTiles, unpackTiles, wallTilesSchema } from './wall-tiles.js';

const LEVELS = [
  { id: 'blue', label: '蓝' },
  { id: 'red', label: '红' },
];
const labelOf = (level: string | null): string | null => LEVELS.find(({ id }) => id === level)?.label ?? null;

const tile = fc
  .record({
    id: fc.uuid(),
    code: fc.string(),
    title: fc.string(),
    state: fc.constantFrom(...TASK_STATES),
    progress: fc.integer({ min: 0, max: 100 }),
    expected: fc.integer({ min: 0, max: 100 }),
    schedule: fc.constantFrom(...SCHEDULES),
    recorded: fc.constantFrom(...SCHEDULES),
    reportedDaysAgo: fc.option(fc.integer({ min: 0, max: 400 })),
    level: fc.constantFrom(null, 'blue', 'red'),
    deadlineOn: fc.constantFrom('2024-05-31', '2024-12-31', '2025-12-31'),
    overdue: fc.boolean(),
    leads: fc.array(fc.constantFrom('区林业局', '区教育局', '区水利局'), { maxLength: 3 }),
  })
  // Two gates of one state have each their word.
  .map((one) => ({ ...one, stateLabel: `${one.state}${one.progress % 2}` }));

describe('the tasks of a wall in columns', () => {
  it('are put together as they were, whatever they are and in however many actions', () => {
    fc.assert(
      fc.property(fc.array(fc.array(tile, { maxLength: 12 }), { maxLength: 4 }), (lists) => {
        const { keys, columns } = packTiles(
          lists,
          LEVELS.map(({ id }) => id),
        );
        const again = columns.map((one) => unpackTiles(wallTilesSchema.parse(one), { keys, levels: LEVELS }));
        expect(again).toEqual(
          lists.map((tiles) => tiles.map((one) => ({ ...one, levelLabel: labelOf(one.level) }))),
        );
      }),
    );
  });

  it('name a unit, a day and a state once, however many tasks have them', () => {
    const one = fc.sample(tile, { numRuns: 1, seed: 7 })[0];
    if (one === undefined) throw new Error('no tile');
    const many = Array.from({ length: 1000 }, () => ({ ...one, leads: ['区林业局'] }));
    const { keys } = packTiles([many, many], []);
    expect(keys).toMatchObject({ units: ['区林业局'], days: [one.deadlineOn] });
    expect(keys.states).toHaveLength(1);
  });
});
