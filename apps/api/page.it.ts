import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { get as httpGet, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { ROUTES, type RouteName } from '#contract';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { WITH_SECRETS } from './http/squeeze-answers.js';
import { startApi, type ApiUnderTest } from './testing/api-under-test.js';

let db: TestDatabase;
let api: ApiUnderTest;
let webRoot: string;
beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'luoshi-page-'));
  await mkdir(join(webRoot, 'assets'));
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>落实</title>');
  await writeFile(join(webRoot, 'assets', 'index-abc123.js'), 'export {}');
  await writeFile(join(webRoot, 'assets', 'index-abc123.js.br'), brotliCompressSync('export {}'));
  await writeFile(join(webRoot, 'assets', 'index-abc123.js.gz'), gzipSync('export {}'));
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

interface Raw {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it came over the wire. */
  body: Buffer;
}
/** As a client that undoes nothing by itself. */
const getRaw = (path: string, headers: Record<string, string>): Promise<Raw> =>
  new Promise((resolve, reject) => {
    httpGet(api.url + path, { headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    }).on('error', reject);
  });

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

describe('what is sent squeezed', () => {
  const FILE = '/assets/index-abc123.js';
  const LONG = '/api/v1/openapi.json';

  test.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip;q=0, deflate', undefined],
  ])('is a built file to who reads %s', async (accepted, encoding) => {
    const { status, headers, body } = await getRaw(FILE, { 'Accept-Encoding': accepted });
    expect(status).toBe(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-type']).toMatch(/javascript/);
    expect(headers.vary).toContain('Accept-Encoding');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(undone(body, encoding)).toBe('export {}');
  });

  test('is a file that is asked for again by its tag, and then nothing is sent', async () => {
    const known = await getRaw(FILE, { 'Accept-Encoding': 'br' });
    const tag = String(known.headers.etag);
    const again = await getRaw(FILE, { 'Accept-Encoding': 'br', 'If-None-Match': tag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const unsqueezed = await getRaw(FILE, { 'Accept-Encoding': 'identity', 'If-None-Match': tag });
    expect(unsqueezed.status).toBe(200);
  });

  test.each(['br', 'gzip', undefined])(
    'is a long answer, the same whatever it comes as: %s',
    async (encoding) => {
      const accepted: Record<string, string> = encoding === undefined ? {} : { 'Accept-Encoding': encoding };
      const answer = await getRaw(LONG, accepted);
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.headers.vary).toContain('Accept-Encoding');
      expect(Number(answer.headers['content-length'])).toBe(answer.body.length);
      const plain = await getRaw(LONG, {});
      expect(undone(answer.body, encoding)).toBe(plain.body.toString());
      if (encoding !== undefined) expect(answer.body.length).toBeLessThan(plain.body.length / 4);
      const again = await getRaw(LONG, { ...accepted, 'If-None-Match': String(answer.headers.etag) });
      expect([again.status, again.body.length]).toEqual([304, 0]);
    },
  );

  test('is nothing short, and no refusal of a session', async () => {
    for (const path of ['/api/v1/session', '/api/v1/none', '/healthz']) {
      const { headers } = await getRaw(path, { 'Accept-Encoding': 'br, gzip' });
      expect([path, headers['content-encoding']]).toEqual([path, undefined]);
    }
  });

  // Whoever can have text of their own put beside a secret could read it off the length of the squeezed answer (BREACH).
  test('is no answer to a read that holds a secret', () => {
    const holding = (Object.keys(ROUTES) as RouteName[]).filter((name) => {
      const route: { method: string; answer?: z.ZodType } = ROUTES[name];
      if (route.method !== 'get' || route.answer === undefined) return false;
      const shape = JSON.stringify(z.toJSONSchema(route.answer, { unrepresentable: 'any', io: 'input' }));
      return /"(csrf\w*|secret\w*|password|token|\w+Token|\w*Secret|recoveryCodes)":\{"type":"string"/.test(
        shape,
      );
    });
    expect(holding.filter((name) => !WITH_SECRETS.includes(name))).toEqual([]);
    expect(holding).toEqual(expect.arrayContaining([...WITH_SECRETS]));
  });
});

function undone(body: Buffer, encoding: string | undefined): string {
  if (encoding === undefined) return body.toString();
  return (encoding === 'br' ? brotliDecompressSync(body) : gunzipSync(body)).toString();
}
