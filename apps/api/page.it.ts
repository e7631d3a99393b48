import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from './testing/api-under-test.js';

let db: TestDatabase;
let api: ApiUnderTest;
let webRoot: string;
beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'luoshi-page-'));
  await mkdir(join(webRoot, 'assets'));
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>落实</title>');
  await writeFile(join(webRoot, 'assets', 'index-abc123.js'), 'export {}');
  await writeFile(join(webRoot, '.secret'), 'no');
  db = await createTestDatabase();
  api = await startApi(db.database, manualClock('2024-04-12T01:00:00.000Z'), { more: { webRoot } });
});
afterAll(async () => {
  await api.stop();
  await db.drop();
  await rm(webRoot, { recursive: true });
});

const get = (path: string): Promise<Response> => fetch(api.url + path);

describe('the page', () => {
  test.each(['/', '/tasks', '/tasks/1234'])(
    'is what a browser gets at %s, asked for anew each time',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('落实');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    },
  );

  test('has files that may be kept, for they are named after their content', async () => {
    const response = await get('/assets/index-abc123.js');
    expect(response.headers.get('content-type')).toMatch(/javascript/);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test.each(['/api/v1/none', '/assets/gone.js', '/.secret', '/..%2f..%2fpackage.json'])(
    'is not what %s is',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('<title>');
    },
  );
});
