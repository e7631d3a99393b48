import { readdirSync } from 'node:fs';
import { seedText } from '#testing';
import { parsePolicy } from './parse-policy.js';

const PRESETS = readdirSync(new URL('../../../seeds/policies/', import.meta.url)).filter((name) =>
  name.endsWith('.yaml'),
);

describe('a policy that is shipped', () => {
  it.each(PRESETS)('%s is read without a problem and named after its rule', (name) => {
    const read = parsePolicy(seedText(`policies/${name}`));
    expect(read.ok ? [] : read.problems).toEqual([]);
    if (!read.ok) return;
    expect(name).toBe(`${read.value.id}.yaml`);
    for (const { basis } of [read.value.reportingLadder, ...read.value.taskLadders])
      expect(basis.startsWith(read.value.label)).toBe(true);
  });
});
