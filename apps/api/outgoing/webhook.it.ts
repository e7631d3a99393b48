import { createWebhookSender, outgoingRules, secretBox } from '#courier';
import { outgoingRulesOf } from '#engine';
import { appendEvents } from '#persistence';
import { createTestDatabase, manualClock, startHttpPeer, type HttpPeer, type TestDatabase } from '#testing';
import { Webhook } from 'standardwebhooks';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { problemOf, type Browser } from '../testing/browser.js';
import { JURISDICTION, TASKS, UNITS } from '../testing/district.js';

const clock = manualClock('2024-04-15T01:00:00.000Z');
const box = secretBox(Buffer.alloc(32, 7));
let db: TestDatabase;
let api: ApiUnderTest;
let peer: HttpPeer;
let admin: Browser;
let head: Browser;
const send = (): Promise<number> =>
  createWebhookSender({
    database: db.database,
    clock,
    world: {
      now: () => new Date(),
      rules: outgoingRules({ allowPlain: true, allowAddresses: ['127.0.0.1'] }),
      box,
    },
    rules: outgoingRulesOf(api.engine.context),
  }).send(JURISDICTION);
const fetchEvents = async (
  key: string,
  query = '',
): Promise<{
  status: number;
  body: { events: { id: string; subject: { id: string } }[]; next: string; more: boolean };
}> => {
  const response = await fetch(`${api.url}/api/v1/events${query}`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  return { status: response.status, body: (await response.json()) as never };
};
const wanted = (more: object = {}): object => ({
  name: '指挥大屏',
  url: `${peer.url}/hook`,
  eventTypes: ['*'],
  unitId: null,
  ...more,
});
const post = (who: Browser, path: string, body: object = {}): ReturnType<Browser['send']> =>
  who.change(`/api/v1/webhooks${path}`, body);

beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, clock, { more: { secrets: box } });
  peer = await startHttpPeer(() => ({ status: 200 }));
  await db.database.transaction({ jurisdictionId: JURISDICTION }, async (tx) => {
    const be = (username: string, role: string, kind: string, id: string): Promise<number> =>
      tx.execute(
        `update role_assignment set role = $2, scope_kind = $3, scope_id = $4
         where person_id = (select id from person where username = $1)`,
        [username, role, kind, id],
      );
    await be('convener', 'administrator', 'jurisdiction', JURISDICTION);
    await be('farming', 'leadUnitHead', 'unit', UNITS.farming.id);
    await be('supervisor', 'auditor', 'jurisdiction', JURISDICTION);
  });
  await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
    appendEvents(
      tx,
      Object.values(TASKS).flatMap(({ id: subjectId }) =>
        [1, 2].map((seq) => ({
          subjectKind: 'task' as const,
          subjectId,
          seq,
          type: seq === 1 ? 'DRAFTED' : 'CONFIRMED',
          payload: { reason: '与原文一致', weights: { '2': 1, '1': 2 } },
          at: clock.now(),
          actorId: null,
          unitId: null,
          idempotencyKey: `e${seq}`,
          prevHash: '0'.repeat(64),
          hash: '0'.repeat(64),
        })),
      ),
    ),
  );
  [admin, head] = [await api.as('convener'), await api.as('farming')];
});
afterAll(async () => {
  await api.stop();
  await peer.close();
  await db.drop();
});

describe('subscriptions over HTTP', () => {
  let id: string;
  let secret: string;
  let key: string;

  it('are registered by the administrator; secret and key are shown this once and kept nowhere in the open', async () => {
    const made = await post(admin, '', wanted());
    expect(made.status).toBe(201);
    ({ id, secret, key } = made.body as Record<'id' | 'secret' | 'key', string>);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/u);
    const listed = await admin.get('/api/v1/webhooks');
    expect(listed.body).toMatchObject({
      items: [{ id, name: '指挥大屏', state: 'on', unit: null, mayManage: true }],
      mayAdd: { jurisdiction: true },
    });
    const kept = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.query(
        `select s::text from webhook_subscription s union all select a::text from idempotent_answer a`,
      ),
    );
    const everything = JSON.stringify([listed.body, kept]);
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(key);
  });

  it.each<[string, object, string]>([
    ['a name that is in use', {}, 'InputInvalid'],
    ['an address that is none', { name: '甲', url: 'office' }, 'RequestInvalid'],
    ['an address with a password', { name: '甲', url: 'https://a:b@oa.example' }, 'RequestInvalid'],
    ['an event that there is not', { name: '甲', eventTypes: ['task.exploded'] }, 'RequestInvalid'],
    ['no event at all', { name: '甲', eventTypes: [] }, 'RequestInvalid'],
    [
      'a unit that there is not',
      { name: '甲', unitId: '00000000-0000-4000-8000-000000000000' },
      'UnitUnknown',
    ],
  ])('with %s are refused', async (_, more, code) => {
    expect(problemOf(await post(admin, '', wanted(more))).code).toBe(code);
  });

  it('are made once under a key: a repeat is told so, and gets no secret', async () => {
    const body = wanted({ name: '数据平台' });
    const once = await admin.change('/api/v1/webhooks', body, { key: 'platform' });
    expect(once.status).toBe(201);
    expect(problemOf(await admin.change('/api/v1/webhooks', body, { key: 'platform' }))).toEqual({
      status: 409,
      code: 'AnswerShownOnce',
    });
    expect((await admin.send('DELETE', `/api/v1/webhooks/${String(once.body['id'])}`)).status).toBe(204);
  });

  it('are changed by who saw them as they are', async () => {
    const read = async (): Promise<string> => {
      const { body } = await admin.get('/api/v1/webhooks');
      return (body['items'] as { id: string; etag: string }[]).find((one) => one.id === id)?.etag ?? '';
    };
    const { unitId: _unit, ...known } = wanted() as { unitId: null };
    const change = (name: string, ifMatch?: string): ReturnType<Browser['send']> =>
      admin.change(
        `/api/v1/webhooks/${id}`,
        { ...known, name },
        { method: 'PUT', ...(ifMatch === undefined ? {} : { ifMatch }) },
      );
    const seen = await read();
    expect(problemOf(await change('大屏'))).toEqual({ status: 428, code: 'IfMatchMissing' });
    expect((await change('大屏', seen)).status).toBe(200);
    expect(problemOf(await change('指挥大屏', seen))).toEqual({ status: 412, code: 'VersionConflict' });
    expect((await change('指挥大屏', await read())).status).toBe(200);
  });

  it('push and fetch give the same documents, and a test event arrives signed', async () => {
    await post(admin, `/${id}/ping`);
    // Everything that was before, once more from the beginning.
    await fetchEvents(key);
    expect((await post(admin, `/${id}/replay`, { after: 0 })).body).toMatchObject({ after: '0' });
    await send();
    const [{ body, headers } = { body: '', headers: {} }, ...others] = peer.received;
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
      type: 'webhook.ping',
      subject: null,
    });
    const fetched = await fetchEvents(key);
    expect(fetched.body.events.map((event) => JSON.stringify(event)).sort()).toEqual(
      others.map((one) => one.body).sort(),
    );
    expect(fetched.body).toMatchObject({ more: false });
    expect(others.length).toBeGreaterThan(2);
  });

  it('fetching goes on from a cursor in pieces, misses nothing and ends', async () => {
    const all = (await fetchEvents(key)).body.events.map((event) => event.id);
    const pieces: string[] = [];
    for (let after = '0'; ;) {
      const { body } = await fetchEvents(key, `?after=${after}&limit=2`);
      pieces.push(...body.events.map((event) => event.id));
      after = body.next;
      if (!body.more) break;
    }
    expect(pieces).toEqual(all);
  });

  it('fetching with no key, another key or the former one after its time is refused', async () => {
    for (const wrong of ['', 'luoshi_guessed', secret]) expect((await fetchEvents(wrong)).status).toBe(401);
    expect((await fetch(`${api.url}/api/v1/events`)).status).toBe(401);
    expect((await admin.get('/api/v1/events')).status).toBe(401);
    const renewed = (await post(admin, `/${id}/secret`)).body as Record<'key', string>;
    expect((await fetchEvents(key)).status).toBe(200);
    expect((await fetchEvents(renewed.key)).status).toBe(200);
    const again = (await post(admin, `/${id}/secret`, { atOnce: true })).body as Record<'key', string>;
    expect((await fetchEvents(renewed.key)).status).toBe(401);
    expect((await fetchEvents(key)).status).toBe(401);
    ({ key } = again);
  });

  it('are paused with a reason, and deliveries are listed and sent again', async () => {
    expect(problemOf(await post(admin, `/${id}/pause`)).code).toBe('RequestInvalid');
    expect((await post(admin, `/${id}/pause`, { reason: '对方升级' })).status).toBe(200);
    expect((await admin.get('/api/v1/webhooks')).body).toMatchObject({
      items: [{ state: 'paused', pausedReason: '对方升级' }],
    });
    expect((await post(admin, `/${id}/resume`)).status).toBe(200);
    const { body } = await admin.get(`/api/v1/webhooks/${id}/deliveries?limit=2`);
    const [delivery] = body['items'] as { id: string; state: string; typeLabel: string; attempts: number }[];
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 1 });
    const next = String(body['nextCursor']);
    const later = await admin.get(`/api/v1/webhooks/${id}/deliveries?limit=200&cursor=${next}`);
    const all = await admin.get(`/api/v1/webhooks/${id}/deliveries?limit=200`);
    expect([...(body['items'] as object[]), ...(later.body['items'] as object[])]).toEqual(all.body['items']);
    expect((await post(admin, `/${id}/deliveries/${delivery?.id ?? ''}/sending`)).status).toBe(200);
    expect((await admin.get(`/api/v1/webhooks/${id}/deliveries?state=pending`)).body).toMatchObject({
      items: [{ id: delivery?.id, state: 'pending', again: true }],
    });
  });

  it('of a unit are its head’s, who sees no others; and fetch nothing of another unit', async () => {
    expect(problemOf(await post(head, '', wanted({ name: '农业办公系统' }))).code).toBe('NotPermitted');
    const forestry = wanted({ name: '农业办公系统', unitId: UNITS.forestry.id });
    expect(problemOf(await post(head, '', forestry)).code).toBe('NotPermitted');
    const made = await post(head, '', wanted({ name: '农业办公系统', unitId: UNITS.farming.id }));
    expect(made.status).toBe(201);
    const { body } = await head.get('/api/v1/webhooks');
    expect(body).toMatchObject({
      items: [{ name: '农业办公系统', unit: { id: UNITS.farming.id } }],
      mayAdd: { jurisdiction: false, units: [{ id: UNITS.farming.id }] },
    });
    // The administrator's is not there for the head, nor are its deliveries.
    expect((await post(head, `/${id}/ping`)).status).toBe(404);
    expect((await head.get(`/api/v1/webhooks/${id}/deliveries`)).status).toBe(404);
    const fetched = await fetchEvents(String(made.body['key']));
    const subjects = new Set(fetched.body.events.map(({ subject }) => subject.id));
    expect(subjects).toContain(TASKS['A1-01'].id);
    expect(subjects).not.toContain(TASKS['A1-03'].id);
  });

  it('are looked at by the auditor and changed by nobody else', async () => {
    const auditor = await api.as('supervisor');
    expect((await auditor.get('/api/v1/webhooks')).body['items']).toHaveLength(2);
    expect(problemOf(await post(auditor, `/${id}/ping`)).code).toBe('NotPermitted');
    for (const name of ['forestry', 'hq', 'taskforce'] as const) {
      const who = await api.as(name);
      expect((await who.get('/api/v1/webhooks')).status).toBe(403);
      expect((await post(who, '', wanted({ name: '乙' }))).status).toBe(403);
      expect((await post(who, `/${id}/replay`, { after: 0 })).status).toBe(403);
    }
  });

  it('are removed, and their keys with them', async () => {
    expect((await admin.send('DELETE', `/api/v1/webhooks/${id}`)).status).toBe(204);
    expect((await fetchEvents(key)).status).toBe(401);
    expect((await post(admin, `/${id}/ping`)).status).toBe(404);
    // Its name is free again.
    expect((await post(admin, '', wanted())).status).toBe(201);
  });
});
