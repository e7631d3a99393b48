import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig } from './index.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'luoshi-secrets.'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function kept(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
  }
  return [];
}

describe('secrets of the environment', () => {
  it('are read from files, and put into their URLs whatever characters they have', () => {
    const config = readConfig({
      DATABASE_URL: 'postgresql://web@db:5432/luoshi',
      DATABASE_PASSWORD_FILE: kept('app', 'p@ss/w:rd%?#\n'),
      DATABASE_OWNER_URL: 'postgresql://owner@db/luoshi',
      DATABASE_OWNER_PASSWORD: 'tiger',
      REDIS_URL: 'redis://redis:6379/1',
      REDIS_PASSWORD_FILE: kept('redis', 'abc'),
      LUOSHI_SECRET_KEY_FILE: kept('key', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n'),
    });
    const { appUrl = '', ownerUrl = '' } = config.database ?? {};
    expect(decodeURIComponent(new URL(appUrl).password)).toBe('p@ss/w:rd%?#');
    expect(new URL(appUrl).host).toBe('db:5432');
    expect(ownerUrl).toBe('postgresql://owner:tiger@db/luoshi');
    expect(config.redis).toMatchObject({
      shape: { at: { host: 'redis', port: 6379 }, database: 1 },
      login: { user: null, password: 'abc' },
    });
    expect(config.outside.secretKey).toBe('AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=');
  });

  it('are refused where they are said twice, cannot be read, are empty, or have nowhere to go', () => {
    const problems = problemsOf({
      DATABASE_URL: 'postgresql://web:geheim@db/luoshi',
      DATABASE_PASSWORD: 'geheimer',
      DATABASE_OWNER_PASSWORD: 'geheim',
      REDIS_URL: 'redis://redis',
      REDIS_URL_FILE: kept('url', 'redis://other'),
      REDIS_PASSWORD_FILE: join(folder, 'nowhere'),
      LUOSHI_SECRET_KEY_FILE: kept('empty', '\n'),
    });
    expect(problems.map((problem) => problem.split('：')[0]).sort()).toEqual([
      'DATABASE_OWNER_PASSWORD',
      'DATABASE_PASSWORD',
      'LUOSHI_SECRET_KEY',
      'LUOSHI_SECRET_KEY_FILE',
      'REDIS_PASSWORD_FILE',
      'REDIS_URL_FILE',
    ]);
    expect(problems.join()).not.toContain('geheim');
  });
});
