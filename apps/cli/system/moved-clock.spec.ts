import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockOf } from './rehearsal-clock.js';
import { parseMovedClock } from './moved-clock.js';

const AT = '2024-10-10T09:30:00.000Z';
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luoshi-clock-'));
  file = join(folder, 'now');
  writeFileSync(file, AT);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a clock that is moved through a file', () => {
  test('shows what stands there, and is no rehearsal', () => {
    const clock = clockOf(`file:${file}@3600`);
    expect(clock.now()).toBe(AT);
    writeFileSync(file, '2024-10-10T10:30:00.000Z\n');
    expect(clock.now()).toBe('2024-10-10T10:30:00.000Z');
    expect(clock.rehearsal).toBeNull();
  });

  test('keeps what it showed while the file is being written', () => {
    const clock = clockOf(`file:${file}`);
    expect(clock.now()).toBe(AT);
    writeFileSync(file, '');
    expect(clock.now()).toBe(AT);
  });

  test('may be two minutes ahead, and sets its alarms by the pace that it is moved at', () => {
    const clock = clockOf(`file:${file}+120s@3600`);
    expect(clock.now()).toBe('2024-10-10T09:32:00.000Z');
    expect(clock.msUntil('2024-10-10T10:32:00.000Z')).toBe(1_000);
    expect(clock.msUntil(AT)).toBe(0);
    expect(clock.pace).toBe(3_600);
  });

  test.each(['file:', 'file:/x@0', 'file:/x+2m'])('refuses %s, with the form that it wants', (spec) => {
    expect(() => parseMovedClock(spec)).toThrow('file:/路径');
  });
});
