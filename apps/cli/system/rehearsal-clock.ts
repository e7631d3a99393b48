import type { Instant } from '#calendar';
import { systemClock } from '#persistence';
import { alarmClock } from '#scheduling';
import { CliError } from '../cli-error.js';
import { movedClock, parseMovedClock } from './moved-clock.js';
import type { SystemClock } from './system-clock.js';

const FORM = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)(?:@(\d{1,6}(?:\.\d+)?))?$/;

/**
 * The clock that LUOSHI_CLOCK asks for: `2024-04-19T09:29:55.000Z` starts there and runs as fast as the wall's,
 * `…@60` sixty times as fast, `…@0` stands still. Without it, the real clock; of a file: see `parseMovedClock`.
 *
 * @param notBefore what the record shows already: a rehearsal that is started again goes on from there
 * @param stopwatch milliseconds that go by, from whenever
 * @throws CliError CLOCK_INVALID
 */
export function clockOf(
  spec: string | undefined,
  notBefore: Instant | null = null,
  stopwatch: () => number = () => performance.now(),
): SystemClock {
  if (spec === undefined || spec === '') return { ...alarmClock(systemClock), pace: 1, rehearsal: null };
  const moved = parseMovedClock(spec);
  if (moved !== undefined) return movedClock(moved);
  const { from: asked, speed } = parseClock(spec);
  const from = notBefore !== null && notBefore > asked ? notBefore : asked;
  const start = stopwatch();
  const nowMs = (): number => Date.parse(from) + (stopwatch() - start) * speed;
  return {
    now: () => new Date(Math.floor(nowMs())).toISOString(),
    msUntil: (at) => {
      const ahead = Date.parse(at) - nowMs();
      return ahead <= 0 ? 0 : ahead / speed;
    },
    pace: Math.max(1, speed),
    rehearsal: { from, speed },
  };
}

export function parseClock(spec: string): { from: Instant; speed: number } {
  const found = FORM.exec(spec);
  const from = found?.[1];
  const at = from === undefined ? Number.NaN : Date.parse(from);
  if (from !== undefined && !Number.isNaN(at) && new Date(at).toISOString() === from) {
    return { from, speed: found?.[2] === undefined ? 1 : Number(found[2]) };
  }
  throw new CliError(
    'CLOCK_INVALID',
    'LUOSHI_CLOCK（演练时钟）应形如 2024-04-19T09:29:55.000Z 或 2024-04-19T09:29:55.000Z@60（世界时，@ 后为倍速，0 为静止）。',
  );
}
