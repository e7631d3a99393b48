import { readFileSync } from 'node:fs';
import { durability } from './durability.js';
import { duties } from './duties.js';
import type { Fault } from './fault.js';
import { guards } from './guards.js';
import { offsets } from './offsets.js';
import { policies } from './policies.js';
import { roles } from './roles.js';
import { stops } from './stops.js';

const FAULTS: readonly Fault[] = [
  ...guards,
  ...stops,
  ...offsets,
  ...roles,
  ...policies,
  ...duties,
  ...durability,
];
const source = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

describe('the seeded faults', () => {
  it.each(FAULTS)('$name finds its text exactly once in the present sources', ({ file, text }) => {
    expect(source(file).split(text).length - 1).toBe(1);
  });

  it.each(FAULTS)('$name changes something', ({ text, replacement }) => {
    expect(replacement).not.toBe(text);
  });

  it('are at least twenty-five, and no two go by the same name', () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(25);
    expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
  });
});
