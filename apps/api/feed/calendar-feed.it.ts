import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import type { Browser } from '../testing/browser.js';

let db: TestDatabase;
let system: ApiUnderTest;
let liaison: Browser;

beforeAll(async () => {
  db = await createTestDatabase();
  system = await startApi(db.database, manualClock('2024-04-15T01:00:00.000Z'));
  liaison = await system.as('farming');
});
afterAll(async () => {
  await system.stop();
  await db.drop();
});

const read = async (url: string): Promise<{ status: number; type: string | null; text: string }> => {
  const response = await fetch(url.replace(/^https?:\/\/[^/]+/u, system.url));
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};
const renewed = async (who: Browser): Promise<string> =>
  String((await who.send('PUT', '/api/v1/calendar-feed')).body['url']);

describe('a calendar of due dates', () => {
  it('is made at its owner’s wish, behind an address that needs no sign-in', async () => {
    expect((await liaison.get('/api/v1/calendar-feed')).body).toEqual({ madeAt: null, readAt: null });
    const url = await renewed(liaison);
    const feed = await read(url);
    expect(feed).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' });
    expect(feed.text).toMatch(/^BEGIN:VCALENDAR\r\n/u);
    expect((await liaison.get('/api/v1/calendar-feed')).body).toEqual({
      madeAt: '2024-04-15T01:00:00.000Z',
      readAt: '2024-04-15T01:00:00.000Z',
    });
  });

  it('moves to another address, and the former one is dead', async () => {
    const first = await renewed(liaison);
    const second = await renewed(liaison);
    expect((await read(first)).status).toBe(404);
    expect((await read(second)).status).toBe(200);
    expect((await liaison.send('DELETE', '/api/v1/calendar-feed')).status).toBe(204);
    expect((await read(second)).status).toBe(404);
  });

  it.each(['x'.repeat(32), '..%2f..%2fetc%2fpasswd', "' or 1=1 --", 'short'])(
    'is not to be had by guessing “%s”',
    async (token) => {
      expect((await read(`${system.url}/calendar/${encodeURIComponent(token)}.ics`)).status).toBe(404);
    },
  );

  it('needs a session and the page’s own token to be renewed', async () => {
    const response = await fetch(`${system.url}/api/v1/calendar-feed`, { method: 'PUT' });
    expect(response.status).toBe(401);
  });
});
