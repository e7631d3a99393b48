import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { ROUTES, type Route } from '#contract';
import { startApi, type ApiUnderTest } from './testing/api-under-test.js';
import { Browser } from './testing/browser.js';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}
interface Description {
  openapi: string;
  paths: Record<string, Record<string, unknown>>;
}

let db: TestDatabase;
let api: ApiUnderTest;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, manualClock('2024-04-12T01:00:00.000Z'));
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

/** What the running server really answers, as `get /api/v1/tasks/{id}`. */
function served(): string[] {
  const express = api.api.app.getHttpAdapter().getInstance() as unknown as { router: { stack: Layer[] } };
  return express.router.stack
    .flatMap(({ route }) =>
      route === undefined
        ? []
        : Object.keys(route.methods).map((method) => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`),
    )
    .sort();
}

/** Pages, calendars and receipts for whoever has no session: no part of the API. */
const BEHIND_SECRET_ADDRESSES = [
  'get /calendar/{token}.ics',
  'get /l/{token}',
  'get /sign-in/oidc',
  'get /sign-in/oidc/callback',
  'post /l/{token}',
  'post /sign-in/oidc/back-channel',
  'post /receipts/{token}',
];

describe('the API description', () => {
  test('describes every route that the server has, and only those', async () => {
    const { body } = await new Browser(api.url).get('/api/v1/openapi.json');
    const { openapi, paths } = body as unknown as Description;
    expect(openapi).toBe('3.1.0');
    const described = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    );
    expect(served()).toEqual([...described, ...BEHIND_SECRET_ADDRESSES].sort());
    expect(described).toHaveLength(Object.keys(ROUTES).length);
  });

  test('says of no route that it is open which is not', async () => {
    for (const [name, route] of Object.entries<Route>(ROUTES)) {
      if (name === 'signIn') continue;
      const path = route.path
        .replace(/\{id\}/g, '00000000-0000-4000-8000-000000000000')
        .replace(/\{\w+\}/g, 'x');
      const { status } = await new Browser(api.url).send(route.method.toUpperCase(), path);
      // An open one may still find fault with what it was sent here.
      expect([name, status === 401]).toEqual([name, route.open !== true]);
    }
  });
});

describe('health', () => {
  test('is ready when the database answers, and says which part is not', async () => {
    expect((await new Browser(api.url).get('/readyz')).body).toEqual({
      status: 'ready',
      checks: [{ name: 'database', ok: true, detail: '连接正常' }],
    });
  });
});

describe('every answer', () => {
  test('forbids what a page has no need of', async () => {
    const { headers } = await new Browser(api.url).get('/healthz');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});
