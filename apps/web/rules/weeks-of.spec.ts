import { describe, expect, it } from '@jest/globals';
import { weeksOf } from './weeks-of.js';

const month = (prefix: string, length: number) =>
  Array.from({ length }, (_, day) => ({ on: `${prefix}-${String(day + 1).padStart(2, '0')}` }));
const shown = (prefix: string, length: number): string[] =>
  weeksOf(month(prefix, length)).map((week) => week.map((day) => day?.on.slice(8) ?? '--').join(' '));

describe('the weeks of a month', () => {
  it('begin on Monday and are filled up at both ends', () => {
    const weeks = shown('2024-06', 30); // the 1st is a Saturday
    expect(weeks[0]).toBe('-- -- -- -- -- 01 02');
    expect(weeks.at(-1)).toBe('24 25 26 27 28 29 30');
    expect(weeks).toHaveLength(5);
  });

  it('need not be filled up where the month begins on Monday and ends on Sunday', () => {
    expect(shown('2027-02', 28)).toHaveLength(4); // Monday to Sunday
    expect(shown('2026-03', 31)).toHaveLength(6); // the 1st is a Sunday
  });
});
