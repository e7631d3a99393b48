import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { JURISDICTION, UNITS } from '../testing/district.js';

const clock = manualClock('2024-04-12T01:00:00.000Z');
let db: TestDatabase;
let api: ApiUnderTest;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, clock);
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

interface StreamEvent {
  event: string;
  data: { items?: { title: string }[]; title?: string; state?: string; unit?: { name: string } };
}

/** Reads a stream piece by piece; `next` waits for one event, `beats` counts comment lines. */
class Reader {
  #buffer = '';
  #ended = false;
  beats = 0;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();

  constructor(response: Response) {
    if (response.body === null) throw new Error('no stream');
    this.#reader = response.body.getReader();
  }

  /** Waits until another comment line has come, and nothing else before it. */
  async beat(): Promise<void> {
    const [before, event] = [this.beats, await this.next(1)];
    if (event !== 'beat' || this.beats !== before + 1) throw new Error(`no beat: ${JSON.stringify(event)}`);
  }

  /** @param beats after so many comment lines it waits no longer */
  async next(beats = Infinity): Promise<StreamEvent | 'end' | 'beat'> {
    for (;;) {
      const end = this.#buffer.indexOf('\n\n');
      if (end < 0) {
        if (this.#ended) return 'end';
        const { value, done } = await this.#reader.read();
        this.#ended = done;
        this.#buffer += value === undefined ? '' : this.#decoder.decode(value, { stream: true });
        continue;
      }
      const block = this.#buffer.slice(0, end);
      this.#buffer = this.#buffer.slice(end + 2);
      if (block.startsWith(':')) {
        this.beats += 1;
        beats -= 1;
        if (beats === 0) return 'beat';
      } else {
        const [event = '', data = ''] = block.split('\n').map((line) => line.replace(/^\w+: /, ''));
        return { event, data: JSON.parse(data) as StreamEvent['data'] };
      }
    }
  }

  close(): Promise<void> {
    return this.#reader.cancel();
  }
}

const raise = (id: number, title: string) =>
  db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
    tx.execute(
      `insert into alert (jurisdiction_id, id, kind, level, unit_id, title, detail, state, raised_at, idempotency_key)
       values ($1, $2, 'rung', 'blue', $3, $4, '', 'open', $5, $4)`,
      [JURISDICTION, `40000000-0000-4000-8000-00000000000${id}`, UNITS.farming.id, title, clock.now()],
    ),
  );
const settle = (title: string) =>
  db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
    tx.execute("update alert set state = 'settled', settled_at = $2 where title = $1", [title, clock.now()]),
  );

describe('the stream of alerts', () => {
  test('begins with what is open, then tells what is raised and what is settled', async () => {
    await raise(1, '第一件');
    const browser = await api.as('supervisor');
    const response = await browser.raw('GET', '/api/v1/alerts/stream');
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    // Whoever could read it squeezed gets it as it is: what is squeezed is held back until there is enough of it.
    expect(response.headers.get('content-encoding')).toBeNull();
    const stream = new Reader(response);
    expect(await stream.next()).toMatchObject({ event: 'snapshot', data: { items: [{ title: '第一件' }] } });

    // Nothing happens, and the connection shows that it lives.
    await stream.beat();
    await stream.beat();
    await raise(2, '第二件');
    expect(await stream.next()).toMatchObject({
      event: 'alert',
      data: { title: '第二件', unit: { name: '区农业农村局' } },
    });
    await settle('第一件');
    expect(await stream.next()).toMatchObject({
      event: 'settled',
      data: { title: '第一件', state: 'settled' },
    });
    await stream.close();
  });

  test('tells everybody who listens, and a later one what is open then', async () => {
    const [one, other] = [await api.as('supervisor'), await api.as('hq')];
    const first = new Reader(await one.raw('GET', '/api/v1/alerts/stream'));
    await first.next();
    const second = new Reader(await other.raw('GET', '/api/v1/alerts/stream'));
    expect(await second.next()).toMatchObject({ event: 'snapshot', data: { items: [{ title: '第二件' }] } });
    await raise(3, '第三件');
    expect([await first.next(), await second.next()]).toMatchObject([
      { event: 'alert', data: { title: '第三件' } },
      { event: 'alert', data: { title: '第三件' } },
    ]);
    await first.close();
    await second.close();
  });

  test('ends with the session, and does not keep it alive', async () => {
    const browser = await api.as('supervisor');
    const stream = new Reader(await browser.raw('GET', '/api/v1/alerts/stream'));
    await stream.next();
    clock.advance({ minutes: 61 });
    expect(await stream.next()).toBe('end');
  });

  test('is the list of alerts at the same moment', async () => {
    const browser = await api.as('supervisor');
    const { body } = await browser.get('/api/v1/alerts?state=open&limit=1');
    expect(body).toMatchObject({
      total: 2,
      items: [{ title: '第三件', kindLabel: '逾期未报', levelLabel: '提醒函' }],
    });
    const rest = await browser.get(`/api/v1/alerts?state=open&limit=1&cursor=${String(body['nextCursor'])}`);
    expect(rest.body).toMatchObject({ items: [{ title: '第二件' }] });
  });

  test('ends when the server stops, which does not wait for it', async () => {
    const browser = await api.as('supervisor');
    const stream = new Reader(await browser.raw('GET', '/api/v1/alerts/stream'));
    await stream.next();
    // Nobody hangs up: a server that waited for that would never have stopped, and one that broke off would be no end.
    await api.stop();
    expect(await stream.next()).toBe('end');
  });
});
