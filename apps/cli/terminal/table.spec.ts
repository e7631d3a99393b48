import { describe, expect, test } from '@jest/globals';
import { cellsOf, table } from './table.js';

describe('a table in the terminal', () => {
  test('counts two cells for a Chinese character', () => {
    expect(cellsOf('账号 hq（一）')).toBe(4 + 1 + 2 + 6);
  });

  test('keeps its columns where both scripts stand together', () => {
    expect(
      table(
        ['账号', '角色'],
        [
          ['hq', '指挥部'],
          ['liaison', '联络员'],
        ],
      ),
    ).toBe('  账号     角色\n  hq       指挥部\n  liaison  联络员');
  });
});
