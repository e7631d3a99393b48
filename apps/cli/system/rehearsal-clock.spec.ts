import { describe, expect, test } from '@jest/globals';
import { CliError } from '../cli-error.js';
import { clockOf } from './rehearsal-clock.js';

const START = '2024-04-19T09:29:55.000Z';
const passed = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the clock of a process', () => {
  test('is the wall’s, where nothing else is said', () => {
    const clock = clockOf(undefined);
    expect(clock.rehearsal).toBeNull();
    expect(Math.abs(Date.parse(clock.now()) - Date.now())).toBeLessThan(1_000);
  });

  test('@0 stands still, and no alarm of it ever rings', async () => {
    const clock = clockOf(`${START}@0`);
    await passed(20);
    expect(clock.now()).toBe(START);
    expect(clock.msUntil('2024-04-19T09:30:00.000Z')).toBe(Infinity);
    expect(clock.msUntil(START)).toBe(0);
  });

  test('@600 runs six hundred times as fast, and so do its alarms', async () => {
    const clock = clockOf(`${START}@600`);
    const wait = clock.msUntil('2024-04-19T09:39:55.000Z');
    expect(wait).toBeGreaterThan(900);
    expect(wait).toBeLessThanOrEqual(1_000);
    await passed(50);
    expect(Date.parse(clock.now()) - Date.parse(START)).toBeGreaterThanOrEqual(49 * 600);
  });

  test('goes on from what the record shows already, never back', () => {
    expect(clockOf(`${START}@0`, '2024-05-01T00:00:00.000Z').now()).toBe('2024-05-01T00:00:00.000Z');
    expect(clockOf(`${START}@0`, '2024-04-01T00:00:00.000Z').now()).toBe(START);
  });

  test.each(['now', '2024-04-19', '2024-02-30T00:00:00.000Z', `${START}@fast`, `${START}@-1`])(
    'refuses %s, with the form that it wants',
    (spec) => {
      expect(() => clockOf(spec)).toThrow(CliError);
      expect(() => clockOf(spec)).toThrow(/LUOSHI_CLOCK（演练时钟）应形如/);
    },
  );
});
