import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { problemOf, type Browser } from '../testing/browser.js';
import { ACTION_ID, JURISDICTION, PLAN, TASKS } from '../testing/district.js';
import { LISTS } from './testing/lists.js';
import { sampleOf } from './testing/sample-of.js';

const clock = manualClock('2024-04-12T01:00:00.000Z');
let db: TestDatabase;
let api: ApiUnderTest;
let hq: Browser;
let supervisor: Browser;
let farming: Browser;
let admin: Browser;
let officer: Browser;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, clock);
  [hq, supervisor, farming, admin, officer] = [
    await api.as('hq'),
    await api.as('supervisor'),
    await api.as('farming'),
    await api.as('admin'),
    await api.as('taskforce'),
  ];
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

const items = (body: Record<string, unknown>): Record<string, unknown>[] =>
  body['items'] as Record<string, unknown>[];
const codes = (body: Record<string, unknown>): unknown[] => items(body).map(({ code }) => code);

describe('every list', () => {
  const who: Readonly<Record<string, () => Browser>> = {
    letters: () => admin,
    peopleContacts: () => admin,
    unitRecords: () => admin,
  };

  test.each(LISTS)('answers to each of its filters and orders: $list.name', async ({ list, path, as }) => {
    const browser = (who[list.name] ?? (() => (as === 'office' ? officer : supervisor)))();
    const queries = [
      ...Object.keys(list.sorts).flatMap((sort) => [`sort=${sort}`, `sort=-${sort}`]),
      ...Object.entries(list.filters).map(
        ([name, filter]) => `${name}=${encodeURIComponent(sampleOf(filter))}`,
      ),
    ];
    for (const query of queries) {
      const answer = await browser.get(`${path}?${query}&limit=2`);
      expect({ query, status: answer.status }).toEqual({ query, status: 200 });
    }
  });

  test.each(LISTS)(
    'names what there is where something else is asked for: $list.name',
    async ({ list, path, as }) => {
      const browser = (who[list.name] ?? (() => (as === 'office' ? officer : supervisor)))();
      const unknown = await browser.get(`${path}?colour=red`);
      expect(problemOf(unknown)).toEqual({ status: 400, code: 'RequestInvalid' });
      const [error] = unknown.body['errors'] as { message: string }[];
      for (const name of ['limit', 'cursor', 'sort', ...Object.keys(list.filters)])
        expect(error?.message).toContain(name);
      const unsorted = await browser.get(`${path}?sort=colour`);
      const [wrong] = unsorted.body['errors'] as { path: string; message: string }[];
      expect(wrong?.path).toBe('/query/sort');
      for (const name of Object.keys(list.sorts)) expect(wrong?.message).toContain(name);
    },
  );

  test.each(LISTS)('is taken out as a table, with headings: $list.name', async ({ list, path, as }) => {
    const browser = (who[list.name] ?? (() => (as === 'office' ? officer : supervisor)))();
    const csv = await browser.get(`${path}?format=csv`);
    expect(csv.status).toBe(200);
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
    expect(csv.headers.get('content-disposition')).toContain(
      `filename="${list.name}.csv"; filename*=UTF-8''${encodeURIComponent(list.label)}.csv`,
    );
    expect(csv.headers.get('cache-control')).toBe('no-store');
  });
});

describe('a page', () => {
  test('goes on where the one before ended, also where something came in between', async () => {
    const first = await hq.get('/api/v1/tasks?limit=1');
    expect(codes(first.body)).toEqual(['A1-01']);
    await insertTask('A1-00', '先来的');
    const next = await hq.get(`/api/v1/tasks?limit=2&cursor=${String(first.body['nextCursor'])}`);
    expect(codes(next.body)).toEqual(['A1-02', 'A1-03']);
    expect(next.body).toMatchObject({ total: 4, nextCursor: null });
    const turned = await hq.get('/api/v1/tasks?sort=-plan&limit=2');
    expect(codes(turned.body)).toEqual(['A1-03', 'A1-02']);
    const rest = await hq.get(`/api/v1/tasks?sort=-plan&limit=2&cursor=${String(turned.body['nextCursor'])}`);
    expect(codes(rest.body)).toEqual(['A1-01', 'A1-00']);
  });

  test.each([
    ['cut short', (cursor: string) => `limit=1&cursor=${cursor.slice(0, -3)}`],
    [
      'changed',
      (cursor: string) =>
        `limit=1&cursor=${cursor.replace(/\.(.)/u, (_, sign: string) => `.${sign === 'a' ? 'b' : 'a'}`)}`,
    ],
    [
      'of an older form',
      () => `limit=1&cursor=${Buffer.from('{"position":1,"code":"A1-01"}').toString('base64url')}`,
    ],
    ['of another order', (cursor: string) => `limit=1&sort=-plan&cursor=${cursor}`],
    ['of other filters', (cursor: string) => `limit=1&needsAssignment=false&cursor=${cursor}`],
  ])('is refused to a cursor that is %s', async (_, query) => {
    const { body } = await hq.get('/api/v1/tasks?limit=1');
    const answer = await hq.get(`/api/v1/tasks?${query(String(body['nextCursor']))}`);
    expect(problemOf(answer)).toEqual({ status: 400, code: 'CursorInvalid' });
  });

  test.each(['plans?limit=0', 'plans?limit=501', 'tasks?limit=5001', 'plans?limit=x'])(
    'is not of %s',
    async (asked) => {
      expect(problemOf(await hq.get(`/api/v1/${asked}`))).toEqual({
        status: 400,
        code: 'RequestInvalid',
      });
    },
  );

  test('is of 5,000 where a page shows the list whole, and of 500 elsewhere', async () => {
    for (const asked of ['tasks?limit=5000', 'units?limit=5000', 'plans?limit=500'])
      expect((await hq.get(`/api/v1/${asked}`)).status).toBe(200);
  });
});

describe('a file', () => {
  test('has what the page has, and what a table programme would compute is but a text', async () => {
    await insertTask('A1-04', '=HYPERLINK("http://x","点我")');
    const csv = await hq.get('/api/v1/tasks?format=csv');
    const text = String(csv.body['text']);
    expect(text.split('\r\n')[0]).toMatch(/^\uFEFF?编号,任务,行动,/u);
    expect(text).toContain('A1-04,"\'=HYPERLINK(""http://x"",""点我"")",');
    const page = await hq.get('/api/v1/tasks');
    const array = await hq.get('/api/v1/tasks?format=json');
    expect(array.body).toEqual(page.body['items']);
    const lines = await hq.raw('GET', '/api/v1/tasks', { headers: { Accept: 'application/x-ndjson' } });
    expect(
      (await lines.text())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(page.body['items']);
    const book = await hq.raw('GET', '/api/v1/tasks?format=xlsx');
    expect(
      Buffer.from(await book.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  test.each(['br', 'gzip', undefined])(
    'goes on behind a cursor where one is given, a line a row, sent as it can be read: %s',
    async (encoding) => {
      const all = (await hq.get('/api/v1/tasks')).body['items'] as unknown[];
      const { body } = await hq.get('/api/v1/tasks?limit=1');
      const answer = await hq.raw(
        'GET',
        `/api/v1/tasks?limit=1&format=jsonl&cursor=${String(body['nextCursor'])}`,
        { headers: { 'Accept-Encoding': encoding ?? 'identity' } },
      );
      expect(answer.headers.get('content-encoding')).toBe(encoding ?? null);
      const lines = (await answer.text()).trimEnd().split('\n');
      expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(all.slice(1));
      const other = await hq.get(
        `/api/v1/tasks?sort=-plan&format=jsonl&cursor=${String(body['nextCursor'])}`,
      );
      expect(problemOf(other)).toEqual({ status: 400, code: 'CursorInvalid' });
    },
  );

  test('is filtered as the page is, and holds what its reader may see', async () => {
    const one = await farming.get('/api/v1/tasks?format=json&sort=-plan');
    expect((one.body as unknown as { code: string }[]).map(({ code }) => code)).toEqual(['A1-02', 'A1-01']);
    expect(problemOf(await farming.get('/api/v1/alerts?format=csv'))).toEqual({
      status: 403,
      code: 'NotPermitted',
    });
  });

  test('with fields has the columns that are made of them, in the order in which they are named, and JSON these members', async () => {
    const csv = await hq.get('/api/v1/tasks?format=csv&fields=stateLabel,leads,code');
    expect(String(csv.body['text']).split('\r\n')[0]).toMatch(/^\uFEFF?状态,牵头单位,编号$/u);
    const array = await hq.get('/api/v1/tasks?format=json&fields=version,code');
    const members = new Set(
      (array.body as unknown as object[]).map((item) => Object.keys(item).sort().join()),
    );
    expect([...members]).toEqual(['code,version']);
    const without = await hq.get('/api/v1/tasks?format=csv&fields=version');
    expect(problemOf(without)).toEqual({ status: 400, code: 'FieldUnknown' });
    expect(without.body['permitted']).toContain('leads');
  });

  test('a program that takes anything is given a page', async () => {
    const answer = await hq.raw('GET', '/api/v1/tasks', { headers: { Accept: '*/*' } });
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  });
});

describe('a batch', () => {
  const task = (code: keyof typeof TASKS, version: number) => ({ id: TASKS[code].id, version });
  const versionOf = async (code: keyof typeof TASKS): Promise<number> =>
    Number((await hq.get(`/api/v1/tasks/${TASKS[code].id}`)).body['version']);
  const three = [task('A1-01', 0), task('A1-02', 7), task('A1-03', 0)];

  test('says first what would come of it, and does nothing', async () => {
    const dry = await hq.change(
      '/api/v1/batches/confirmTasks',
      { dryRun: true, items: three },
      { key: 'dry' },
    );
    expect(dry.body).toMatchObject({ act: 'confirmTasks', dryRun: true, count: 3, done: 2, refused: 1 });
    expect(items(dry.body)).toMatchObject([
      { status: 200, code: null, message: '可以校核确认', etag: null },
      { status: 412, code: 'VersionConflict', etag: null },
      { status: 200 },
    ]);
    expect(await versionOf('A1-01')).toBe(0);
    const kept = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.query("select from idempotent_answer where key = 'dry'"),
    );
    expect(kept).toHaveLength(0);
  });

  test('does what can be done, says of each what came of it, and is done once', async () => {
    const batch = { items: three };
    const done = await hq.change('/api/v1/batches/confirmTasks', batch, { key: 'once' });
    expect(done.body).toMatchObject({ dryRun: false, count: 3, done: 2, refused: 1 });
    expect(items(done.body)).toMatchObject([
      { id: TASKS['A1-01'].id, status: 200, message: '已校核确认', etag: '"1"' },
      { status: 412, code: 'VersionConflict' },
      { status: 200, etag: '"1"' },
    ]);
    expect([await versionOf('A1-01'), await versionOf('A1-02')]).toEqual([1, 0]);
    const again = await hq.change('/api/v1/batches/confirmTasks', batch, { key: 'once' });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toEqual(done.body);
    expect(await versionOf('A1-01')).toBe(1);
  });

  test('asks of each item whether this person may', async () => {
    const answer = await farming.change('/api/v1/batches/confirmTasks', {
      items: [task('A1-01', 1), task('A1-02', 0), task('A1-03', 1)],
    });
    expect(items(answer.body).map(({ status, code }) => [status, code])).toEqual([
      [403, 'NotPermitted'],
      [403, 'NotPermitted'],
      [404, 'NotFound'],
    ]);
  });

  test('is refused where an item is named twice, where there are too many, and where an act is unknown', async () => {
    const twice = await hq.change('/api/v1/batches/confirmTasks', {
      items: [task('A1-02', 0), task('A1-02', 0)],
    });
    expect(problemOf(twice)).toEqual({ status: 400, code: 'BatchItemTwice' });
    const many = Array.from({ length: 201 }, (_, index) => ({
      id: `30000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      version: 0,
    }));
    const tooMany = await hq.change('/api/v1/batches/confirmTasks', { items: many });
    expect(problemOf(tooMany)).toEqual({ status: 400, code: 'RequestInvalid' });
    const unknown = await hq.change('/api/v1/batches/forgetTasks', { items: [task('A1-02', 0)] });
    expect(problemOf(unknown)).toEqual({ status: 400, code: 'RequestInvalid' });
  });
});

type Message = Stream['seen'][number];
const whereSigned = (found: Message[]): number =>
  eventsOf(found).indexOf(`task.signed ${TASKS['A1-01'].id} 3`);
const signed = (found: Message[]): boolean => whereSigned(found) >= 0;
/** More may have come by the time one looks. */
const untilSigned = (found: Message[]): Message[] => found.slice(0, whereSigned(found) + 1);

/** Reads a stream of events; what came is kept in order. */
class Stream {
  readonly seen: { id: string; event: string; data: string }[] = [];
  #buffer = '';
  #waiting: (() => void)[] = [];
  ended = false;

  private constructor(readonly response: IncomingMessage) {
    response.setEncoding('utf8');
    response.on('data', (piece: string) => {
      this.#buffer += piece;
      const blocks = this.#buffer.split('\n\n');
      this.#buffer = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/su) as [string, string]));
        const id = fields.get('id');
        if (id !== undefined)
          this.seen.push({ id, event: fields.get('event') ?? 'message', data: fields.get('data') ?? '' });
      }
      this.#wake();
    });
    const over = (): void => {
      this.ended = true;
      this.#wake();
    };
    response.on('close', over).on('error', over);
  }

  static open(browser: Browser, query = '', lastEventId?: string): Promise<Stream> {
    const headers = {
      Cookie: browser.cookie,
      ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }),
    };
    return new Promise((resolve, reject) => {
      httpGet(`${api.url}/api/v1/events/stream${query}`, { headers, agent: false }, (response) =>
        resolve(new Stream(response)),
      ).on('error', reject);
    });
  }

  /** Waits until the events that have come are what is waited for. */
  async messages(enough: (found: Message[]) => boolean): Promise<Message[]> {
    for (;;) {
      const found = this.seen.filter(({ event }) => event === 'message');
      if (enough(found) || this.ended) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async first(): Promise<Message> {
    for (;;) {
      const [first] = this.seen;
      if (first !== undefined) return first;
      if (this.ended) throw new Error('the stream ended before anything came');
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async over(): Promise<void> {
    while (!this.ended) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** As a network does it: without a word. */
  breakOff(): void {
    this.response.destroy();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

const eventsOf = (found: readonly { data: string }[]): string[] =>
  found.map(({ data }) => {
    const { type, subject } = JSON.parse(data) as { type: string; subject: { id: string; seq: number } };
    return `${type} ${subject.id} ${subject.seq}`;
  });

describe('the stream of one’s events', () => {
  test('loses nothing and doubles nothing, wherever it breaks off', async () => {
    const dispatched = await hq.change('/api/v1/batches/dispatchTasks', {
      items: [
        { id: TASKS['A1-01'].id, version: 1 },
        { id: TASKS['A1-03'].id, version: 1 },
      ],
    });
    expect(dispatched.body).toMatchObject({ done: 2 });
    const whole = await Stream.open(hq, '?after=0');
    const got: Message[] = [];
    const broken = await Stream.open(hq, '?after=0');
    // Three of what was sent at once: the rest of it was on its way.
    got.push(...(await broken.messages((found) => found.length >= 3)).slice(0, 3));
    broken.breakOff();
    // Meanwhile something happens that nobody is told of.
    const signing = { items: [{ id: TASKS['A1-01'].id, version: 2 }] };
    expect((await farming.change('/api/v1/batches/signTasks', signing)).body).toMatchObject({ done: 1 });
    const resumed = await Stream.open(hq, '?after=0', got.at(-1)?.id);
    const all = untilSigned(await whole.messages(signed));
    got.push(...untilSigned(await resumed.messages(signed)));
    expect(eventsOf(all).filter((event) => event.startsWith('task.'))).toEqual([
      `task.confirmed ${TASKS['A1-01'].id} 1`,
      `task.confirmed ${TASKS['A1-03'].id} 1`,
      `task.dispatched ${TASKS['A1-01'].id} 2`,
      `task.dispatched ${TASKS['A1-03'].id} 2`,
      `task.signed ${TASKS['A1-01'].id} 3`,
    ]);
    expect(eventsOf(got)).toEqual(eventsOf(all));
    // The whole jurisdiction’s positions, without one left out.
    expect(got.map(({ id }) => Number(id))).toEqual(got.map((_, index) => index + 1));
    whole.breakOff();
    resumed.breakOff();
  });

  test('tells at once where it begins, so that a wall knows whether it was read before that', async () => {
    const before = (await hq.get(`/api/v1/plans/${PLAN.id}/wall`)).body['position'];
    const stream = await Stream.open(hq);
    const { id, event } = await stream.first();
    expect({ event, begins: Number(id) >= Number(before), known: Number(before) > 0 }).toEqual({
      event: 'position',
      begins: true,
      known: true,
    });
    stream.breakOff();
  });

  test('has for a unit what is the unit’s', async () => {
    const stream = await Stream.open(farming, '?after=0');
    const mine = eventsOf(await stream.messages(signed));
    expect(mine).toContain(`task.dispatched ${TASKS['A1-01'].id} 2`);
    expect(mine.filter((event) => event.includes(TASKS['A1-03'].id))).toEqual([]);
    stream.breakOff();
  });

  test('is refused to a position that was never given, and to more windows than are allowed', async () => {
    expect(problemOf(await hq.get('/api/v1/events/stream?after=999999'))).toEqual({
      status: 400,
      code: 'CursorInvalid',
    });
    const beyond = await hq.send('GET', '/api/v1/events/stream', { headers: { 'Last-Event-ID': 'x' } });
    expect(problemOf(beyond)).toEqual({ status: 400, code: 'CursorInvalid' });
    const browser = await api.as('convener');
    const open = await Promise.all([1, 2, 3, 4, 5].map(() => Stream.open(browser)));
    expect(problemOf(await browser.get('/api/v1/events/stream'))).toEqual({
      status: 429,
      code: 'TooManyStreams',
    });
    for (const stream of open) stream.breakOff();
  });

  test('ends with the session, and says so', async () => {
    const browser = await api.as('convener');
    const stream = await openWhenFree(browser);
    await browser.send('DELETE', '/api/v1/session');
    await stream.over();
    expect(stream.seen.at(-1)).toMatchObject({ event: 'bye', data: '{"reason":"signedOut"}' });
  });

  test('ends when the server stops, with where to go on', async () => {
    const stream = await Stream.open(hq, '?after=0');
    await stream.messages(signed);
    await api.stop();
    await stream.over();
    expect(stream.seen.at(-1)).toEqual({
      id: stream.seen.at(-2)?.id,
      event: 'bye',
      data: '{"reason":"shutdown"}',
    });
  });
});

/** Streams that broke off are counted out when the server hears of it. */
async function openWhenFree(browser: Browser): Promise<Stream> {
  for (;;) {
    const stream = await Stream.open(browser);
    if (stream.response.statusCode === 200) return stream;
    stream.breakOff();
    await stream.over();
  }
}

async function insertTask(code: string, title: string): Promise<void> {
  await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
    tx.execute(
      `insert into task (jurisdiction_id, id, plan_id, action_id, code, number, title, place, deadline_on,
         original_deadline_on, deadline_inferred, state, machine_version, policy_version, calendar_version, snapshot,
         version, head_hash)
       select jurisdiction_id, gen_random_uuid(), $2, $3, $4, number, $5, place, deadline_on, original_deadline_on,
         deadline_inferred, state, machine_version, policy_version, calendar_version, snapshot, version, head_hash
       from task where jurisdiction_id = $1 and code = 'A1-03'`,
      [JURISDICTION, PLAN.id, ACTION_ID, code, title],
    ),
  );
}
