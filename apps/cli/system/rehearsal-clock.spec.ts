import { describe, expect, test } from '@jest/globals';
import { CliError } from '../cli-error.js';
import { clockOf } from './rehearsal-clock.js';

const START = '2024-04-19T09:29:55.000Z';

/** A stopwatch that stands still until it is moved. */
function stopwatch() {
  let ms = 12_345;
  return { read: () => ms, pass: (by: number) => void (ms += by) };
}

describe('the clock of a process', () => {
  test('is the wall’s, where nothing else is said', () => {
    const clock = clockOf(undefined);
    expect(clock.rehearsal).toBeNull();
    const [before, now, after] = [new Date().toISOString(), clock.now(), new Date().toISOString()];
    expect([before, now, after].sort()).toEqual([before, now, after]);
  });

  test('@0 stands still, and no alarm of it ever rings', () => {
    const { read, pass } = stopwatch();
    const clock = clockOf(`${START}@0`, null, read);
    pass(86_400_000);
    expect(clock.now()).toBe(START);
    expect(clock.msUntil('2024-04-19T09:30:00.000Z')).toBe(Infinity);
    expect(clock.msUntil(START)).toBe(0);
  });

  test('@600 runs six hundred times as fast, and so do its alarms', () => {
    const { read, pass } = stopwatch();
    const clock = clockOf(`${START}@600`, null, read);
    expect(clock.msUntil('2024-04-19T09:39:55.000Z')).toBe(1_000);
    pass(50);
    expect(clock.now()).toBe('2024-04-19T09:30:25.000Z');
    expect(clock.msUntil('2024-04-19T09:39:55.000Z')).toBe(950);
  });

  test('goes by itself where nobody moves it', async () => {
    const clock = clockOf(`${START}@600`);
    // Twelve seconds of its own, whatever else the machine does.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(clock.now() > START).toBe(true);
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
