import { describe, expect, it } from '@jest/globals';
import { codeFitsUnder, levelOfCode } from './division-code.js';

describe('the code of an administrative division', () => {
  it.each([
    ['430000', 'province'],
    ['430800', 'prefecture'],
    ['430811', 'county'],
    ['430811001', 'township'],
    ['430811001000', 'township'],
    ['430811001001', null],
    ['demo', null],
  ])('%s names the level %s', (code, level) => {
    expect(levelOfCode(code)).toBe(level);
  });

  it.each([
    ['430811', '430800', true],
    ['430811', '430000', true],
    ['430811001', '430811', true],
    ['430811', '430700', false],
    ['430811', '440000', false],
    ['430800', '430811', false],
    ['zone-1', '430800', true],
  ])('%s under %s: %s', (code, parent, fits) => {
    expect(codeFitsUnder(code, parent)).toBe(fits);
  });
});
