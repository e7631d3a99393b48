import { readFileSync } from 'node:fs';
import { addMinutes, type Instant } from '#calendar';
import { CliError } from '../cli-error.js';
import type { SystemClock } from './system-clock.js';

const FORM = /^file:([^+@]+)(?:\+(\d{1,6})s)?(?:@(\d{1,6}))?$/;

export interface MovedClockSpec {
  file: string;
  /** So many seconds ahead of what the file says. */
  ahead: number;
  /** How many times as fast as the wall's it is expected to be moved: for alarms and sweeps. */
  pace: number;
}

/**
 * For tests of whole processes: LUOSHI_CLOCK=`file:/path@3600` takes the time from a file that holds an instant, so
 * that all processes of a test stand at the same moment and go on together when the test writes the next one.
 * `file:/path+120s` is a process whose clock is two minutes ahead. Letters are sent on such a clock.
 *
 * @returns undefined where the text asks for another kind of clock
 * @throws CliError CLOCK_INVALID
 */
export function parseMovedClock(spec: string): MovedClockSpec | undefined {
  if (!spec.startsWith('file:')) return undefined;
  const [, file, ahead = '0', pace = '1'] = FORM.exec(spec) ?? [];
  if (file === undefined || Number(pace) === 0)
    throw new CliError(
      'CLOCK_INVALID',
      'LUOSHI_CLOCK 以文件为钟时应形如 file:/路径、file:/路径+120s 或 file:/路径@3600（只供测试）。',
    );
  return { file, ahead: Number(ahead), pace: Number(pace) };
}

export function movedClock({ file, ahead, pace }: MovedClockSpec): SystemClock {
  let last: Instant | undefined;
  const now = (): Instant => {
    const text = readFileSync(file, 'utf8').trim();
    // It is written anew now and then: nothing in it is the moment between two.
    if (text.length === 24) last = addMinutes(text, ahead / 60);
    if (last === undefined) throw new CliError('CLOCK_INVALID', `${file} 中没有时刻（LUOSHI_CLOCK）。`);
    return last;
  };
  return {
    now,
    msUntil: (at) => Math.max(0, Date.parse(at) - Date.parse(now())) / pace,
    pace,
    rehearsal: null,
  };
}
