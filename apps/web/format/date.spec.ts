import { afterEach, describe, expect, it } from '@jest/globals';
import {
  civilDay,
  formatDay,
  formatFullDay,
  formatInstant,
  formatShortDay,
  formatTime,
  instantOfLocal,
  rememberYear,
} from './date.js';

describe('dates on the screen', () => {
  afterEach(() => rememberYear(null));

  it('are the civil days of Shanghai, with the weekday', () => {
    expect(formatDay('2024-05-10')).toBe('5月10日 周五');
    expect(formatInstant('2024-05-10T09:30:00.000Z')).toBe('5月10日 周五 17:30');
  });

  it('belong to the next day in Shanghai while it is still evening in UTC', () => {
    expect(formatDay('2024-12-31T16:00:00.000Z')).toBe('1月1日 周三');
    expect(formatFullDay('2024-12-31T16:00:00.000Z')).toBe('2025年1月1日');
  });

  it('show midnight as 00:00, never as 24:00', () => {
    expect(formatTime('2024-05-09T16:00:00.000Z')).toBe('00:00');
  });

  it("name the year only where it is not that of the system's clock", () => {
    rememberYear('2024-07-10T08:00:00.000Z');
    expect(formatShortDay('2024-12-31')).toBe('12月31日');
    expect(formatDay('2025-03-31')).toBe('2025年3月31日 周一');
  });
});

describe('a form’s day and time', () => {
  it('are civil ones, whatever the browser thinks where it is', () => {
    expect(civilDay('2024-05-08T16:30:00.000Z')).toBe('2024-05-09');
    expect(instantOfLocal('2024-05-09T17:30')).toBe('2024-05-09T09:30:00.000Z');
  });
});
