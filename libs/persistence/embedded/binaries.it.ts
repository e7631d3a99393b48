import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { findBinaries, linkLibraries } from './binaries.js';
import { run } from './run.js';

let folder: string;
let native: string;

/** A package as npm unpacks it when it runs no install scripts: libraries without the links between them. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luoshi-binaries-'));
  native = join(folder, 'native');
  mkdirSync(join(native, 'lib'), { recursive: true });
  writeFileSync(join(native, 'lib', 'libpq.so.5.18'), 'the library');
  writeFileSync(
    join(native, 'pg-symlinks.json'),
    JSON.stringify([
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
    ]),
  );
});
afterEach(() => {
  chmodSync(join(native, 'lib'), 0o755);
  rmSync(folder, { recursive: true });
});

describe('the links between the shared libraries', () => {
  it('are made where npm has not made them, and made once', async () => {
    await expect(linkLibraries(native, folder)).resolves.toEqual({});
    await expect(linkLibraries(native, folder)).resolves.toEqual({});
    expect(readFileSync(join(native, 'lib', 'libpq.so.5'), 'utf8')).toBe('the library');
    expect(readFileSync(join(native, 'lib', 'libpq.so'), 'utf8')).toBe('the library');
  });

  // Nothing is closed to root.
  (userInfo().uid === 0 ? it.skip : it)(
    'are made elsewhere where node_modules cannot be written to',
    async () => {
      chmodSync(join(native, 'lib'), 0o555);
      const env = await linkLibraries(native, folder);
      expect(Object.values(env).join()).toContain(join(folder, 'lib'));
      expect(readFileSync(join(folder, 'lib', 'libpq.so.5'), 'utf8')).toBe('the library');
    },
  );
});

describe('the programs', () => {
  it('run', async () => {
    const { postgres, initdb, pgCtl, env } = await findBinaries(folder);
    for (const program of [postgres, initdb, pgCtl]) {
      const { code, output } = await run(program, ['--version'], { env: { ...process.env, ...env } });
      expect({ program, code }).toEqual({ program, code: 0 });
      expect(output).toContain('PostgreSQL) 18.');
    }
  });
});
