import { describe, expect, it } from '@jest/globals';
import { formatDay, formatFullDay, formatInstant, formatShortDay, formatTime } from './date.js';

describe('dates on the screen', () => {
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

  it('come without the year where space is short', () => {
    expect(formatShortDay('2024-12-31')).toBe('12月31日');
  });
});
