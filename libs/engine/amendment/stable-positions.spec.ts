import { stablePositions } from './stable-positions.js';

const target = (name: string, value: number, unit = '个') => ({ name, comparator: '>=', value, unit });
const recorded = (position: number, name: string, value: number) => ({
  ...target(name, value),
  position,
  upper: null,
  per: null,
});
const placed = (...args: Parameters<typeof stablePositions>) =>
  stablePositions(...args).map(({ position, name, value }) => [position, name, value]);

describe('the positions of indicators in a revised text', () => {
  it('stay where the name is the same, whatever the figure and the order', () => {
    expect(
      placed(
        [recorded(0, '学位', 300), recorded(1, '托位', 50)],
        [target('托位', 80), target('学位', 300)],
        1,
      ),
    ).toEqual([
      [1, '托位', 80],
      [0, '学位', 300],
    ]);
  });

  it('are never those that readings were reported for under another name', () => {
    expect(placed([recorded(0, '学位', 300)], [target('校舍', 5)], 4)).toEqual([[5, '校舍', 5]]);
    expect(placed([], [target('校舍', 5), target('学位', 9)], -1)).toEqual([
      [0, '校舍', 5],
      [1, '学位', 9],
    ]);
  });

  it('tell two of one name apart by their order', () => {
    expect(
      placed([recorded(0, '学位', 1), recorded(1, '学位', 2)], [target('学位', 3), target('学位', 4)], 1),
    ).toEqual([
      [0, '学位', 3],
      [1, '学位', 4],
    ]);
  });
});
