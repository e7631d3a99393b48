import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describedForClients, generate, markOf } from './testing/generate.js';

const FILE = fileURLToPath(new URL('api.generated.ts', import.meta.url));
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? test.skip : test;

describe('the generated client', () => {
  test('is of the contract as it is now', async () => {
    if (process.env['UPDATE_CLIENT'] !== undefined) writeFileSync(FILE, await generate());
    // Stale: UPDATE_CLIENT=1 npm test -- libs/client/generate
    expect(readFileSync(FILE, 'utf8').split('\n')[1]).toBe(`/* ${markOf(describedForClients())} */`);
  });

  inCi('was written by the generator and by nobody else', async () => {
    expect(readFileSync(FILE, 'utf8')).toBe(await generate());
  });
});
