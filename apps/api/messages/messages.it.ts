import { identifierOf } from '#accountability';
import { createCourier, outgoingRules, secretBox, type Courier } from '#courier';
import { rulesInForce } from '#engine';
import { putChannel, putContact, type ChannelKind, type ChannelWrite } from '#persistence';
import {
  createTestDatabase,
  manualClock,
  startHttpPeer,
  startMailServer,
  type HttpPeer,
  type MailServer,
  type TestDatabase,
  told,
} from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { problemOf, type Answer, type Browser } from '../testing/browser.js';
import { JURISDICTION, UNITS } from '../testing/district.js';
import { personId, type Username } from '../testing/people.js';

// Monday, 09:00.
const clock = manualClock('2024-04-15T01:00:00.000Z');
const box = secretBox(Buffer.alloc(32, 7));
const MAIL = identifierOf('channel', 'mail');
const SMS = identifierOf('channel', 'sms');

let db: TestDatabase;
let system: ApiUnderTest;
let mail: MailServer;
let gateway: HttpPeer;
let gatewayIsDown = false;
let courier: Courier;
const browsers = new Map<Username, Browser>();

const inDistrict = <T>(work: Parameters<typeof db.database.transaction<T>>[1]): Promise<T> =>
  db.database.transaction({ jurisdictionId: JURISDICTION }, work);
const read = <T extends object>(sql: string, params: unknown[] = []): Promise<T[]> =>
  inDistrict((tx) => tx.query<T>(sql, params));
const as = async (username: Username): Promise<Browser> => {
  const known = browsers.get(username) ?? (await system.as(username));
  browsers.set(username, known);
  return known;
};
/** Time passes; sessions end meanwhile. */
function pass(to: string): void {
  clock.set(to);
  browsers.clear();
}
const put = (id: string, kind: ChannelKind, name: string, more: Partial<ChannelWrite>): Promise<number> =>
  inDistrict((tx) =>
    told(tx, () =>
      putChannel(tx, { id, kind, name, settings: {}, sealedSecret: null, createdAt: clock.now(), ...more }),
    ),
  );

beforeAll(async () => {
  db = await createTestDatabase();
  mail = await startMailServer({ refuses: { 'gone@luoshi.example': 550 } });
  let taken = 0;
  gateway = await startHttpPeer(() =>
    gatewayIsDown
      ? { status: 503 }
      : { status: 200, body: JSON.stringify({ code: '0', msgid: `msg-${(taken += 1)}` }) },
  );
  system = await startApi(db.database, clock);
  await put(MAIL, 'mail', '政务邮箱', {
    settings: {
      host: 'localhost',
      port: mail.port,
      from: '督查室 <ducha@luoshi.example>',
      ca: mail.ca,
      user: '',
    },
    sealedSecret: null,
  });
  await inDistrict((tx) =>
    told(tx, () => tx.execute(`update channel set settings = settings - 'user' where name = '政务邮箱'`)),
  );
  await put(SMS, 'sms', '政务短信', {
    settings: {
      url: `${gateway.url}/send`,
      body: '{"mobile":"{{phone}}","content":"{{text}}"}',
      success: { field: 'code', values: ['0'] },
      reference: 'msgid',
      receipts: { reference: 'msgid', state: 'status', delivered: ['DELIVRD'], failed: ['UNDELIV'] },
    },
    sealedSecret: box.seal({ headers: { authorization: 'Bearer the-gateway-secret' } }),
  });
  courier = createCourier({
    database: db.database,
    clock,
    world: {
      now: () => new Date(clock.now()),
      rules: outgoingRules({ allowPlain: true, allowAddresses: ['127.0.0.1'] }),
      box,
    },
    rules: rulesInForce(system.engine.context),
    letters: { baseUrl: 'https://luoshi.example', linkDays: 7 },
    backoff: { first: 1_000, factor: 1, most: 1_000, attempts: 1 },
  });
});
afterAll(async () => {
  await courier.close();
  await system.stop();
  await mail.close();
  await gateway.close();
  await db.drop();
});

const carry = (): Promise<unknown> => courier.carry(JURISDICTION);

/** The engine tells a person something. */
async function tell(
  username: Username,
  id: string,
  more: { kind?: string; title?: string } = {},
): Promise<string> {
  const messageId = identifierOf('message', id);
  await inDistrict((tx) =>
    tx.execute(
      `insert into message (jurisdiction_id, id, person_id, unit_id, channel, kind, title, body, state, deliver_at, created_at,
         delivered_at, idempotency_key)
       select $1, $2, p.id, p.unit_id, 'inbox', $3, $4, '请办理', 'delivered', $5, $5, $5, $7 from person p where p.username = $6`,
      [JURISDICTION, messageId, more.kind ?? 'reminder', more.title ?? id, clock.now(), username, id],
    ),
  );
  return messageId;
}

type Json = Record<string, never>;
const contactsOf = (answer: Answer): { id: string; address: string; state: string; unwanted: string[] }[] =>
  (answer.body as unknown as { contacts: [] }).contacts;
const MINE = '/api/v1/my-messages';

async function offer(username: Username, channelId: string, address: string): Promise<Answer> {
  return (await as(username)).change(`${MINE}/contacts`, { channelId, address });
}
const codeIn = (text: string): string => /\b(\d{6})\b/u.exec(text)?.[1] ?? '';
/** The words of a mail, whichever way its server wrote them. */
function wordsOf(text: string): string {
  const body = text.split('\r\n\r\n').slice(1).join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/imu.test(text)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replace(/=\r\n/gu, '')
    .replace(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
const bodies = (): string[] => mail.received.map(({ text }) => wordsOf(text));

describe('an address of one’s own', () => {
  it('is used only once the code that went there is said', async () => {
    const offered = await offer('farming', MAIL, 'li@luoshi.example');
    expect(offered.status).toBe(200);
    const [contact] = contactsOf(offered);
    expect(contact).toMatchObject({ address: 'li@luoshi.example', state: 'unproven' });
    await tell('farming', '早上的提醒');
    await carry();
    // The code, and nothing else.
    expect(mail.received).toHaveLength(1);
    const code = codeIn(bodies()[0] ?? '');
    expect(code).toHaveLength(6);
    // Nobody reads it in the record any more.
    const rows = await read<{ row: string }>(
      `select to_jsonb(l)::text || (select to_jsonb(c)::text from contact c) as row from letter l`,
    );
    expect(JSON.stringify(rows)).not.toContain(code);
    const proof = `${MINE}/contacts/${contact?.id ?? ''}/proof`;
    const wrong = code === '000000' ? '000001' : '000000';
    expect(problemOf(await (await as('farming')).change(proof, { code: wrong }))).toMatchObject({
      code: 'CodeWrong',
    });
    expect(problemOf(await (await as('forestry')).change(proof, { code }))).toMatchObject({ status: 404 });
    const proven = await (await as('farming')).change(proof, { code });
    expect(contactsOf(proven)).toMatchObject([{ state: 'inUse' }]);
    await tell('farming', '上午的提醒');
    await carry();
    expect(mail.received).toHaveLength(2);
  });

  it('cannot be guessed at: after five wrong codes the right one is worth nothing', async () => {
    const [contact] = contactsOf(await offer('forestry', MAIL, 'wang@luoshi.example'));
    await carry();
    const code = codeIn(bodies().at(-1) ?? '');
    const browser = await as('forestry');
    const proof = `${MINE}/contacts/${contact?.id ?? ''}/proof`;
    const wrong = code === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n += 1)
      expect(problemOf(await browser.change(proof, { code: wrong }))).toMatchObject({ code: 'CodeWrong' });
    expect(problemOf(await browser.change(proof, { code }))).toMatchObject({ code: 'CodeExpired' });
    // Three codes an hour, since the address may be a stranger's.
    const another = `${MINE}/contacts/${contact?.id ?? ''}/code`;
    expect((await browser.change(another, {})).status).toBe(200);
    expect((await browser.change(another, {})).status).toBe(200);
    expect(problemOf(await browser.change(another, {}))).toEqual({ status: 429, code: 'TooManyCodes' });
    expect(
      (await browser.change(`${MINE}/contacts/${contact?.id ?? ''}`, {}, { method: 'DELETE' })).status,
    ).toBe(200);
  });

  it.each([
    ['mail', 'no address'],
    ['mail', 'a@b.cn, c@d.cn'],
    ['sms', '12345'],
  ])('by %s such as “%s” is refused', async (kind, address) => {
    const answer = await offer('forestry', kind === 'mail' ? MAIL : SMS, address);
    expect(problemOf(answer)).toEqual({ status: 422, code: 'InputInvalid' });
  });
});

describe('what one wants where', () => {
  const mine = async (): Promise<{ id: string }[]> => contactsOf(await (await as('farming')).get(MINE));
  const choose = async (unwanted: string[]): Promise<Answer> =>
    (await as('farming')).change(
      `${MINE}/contacts/${(await mine())[0]?.id ?? ''}`,
      { unwanted, anyHour: false },
      { method: 'PUT', ifMatch: await seen('farming') },
    );
  const seen = async (username: Username): Promise<string> =>
    String((await (await as(username)).get(MINE)).body['etag']);

  it('is one’s own choice, but for what policy demands', async () => {
    const offered = await (await as('farming')).get(MINE);
    const classes = offered.body['classes'] as { code: string; demanded: boolean }[];
    expect(classes.filter(({ demanded }) => demanded).map(({ code }) => code)).toEqual([
      'notices',
      'escalations',
    ]);
    expect(problemOf(await choose(['notices']))).toEqual({ status: 422, code: 'DemandedMessages' });
    expect((await choose(['reminders'])).status).toBe(200);
    const before = mail.received.length;
    await tell('farming', '不要的提醒');
    await tell('farming', '必达的升级', { kind: 'taskOverdue' });
    await carry();
    expect(bodies().slice(before).join()).toContain('请办理');
    expect(mail.received).toHaveLength(before + 1);
    expect(JSON.stringify(await read('select title, body from letter'))).not.toContain('不要的提醒');
    await choose([]);
  });

  it('is not overwritten by somebody who saw it as it was before', async () => {
    const browser = await as('farming');
    const before = await browser.get(MINE);
    expect(before.headers.get('etag')).toBe(before.body['etag']);
    const choice = { inOrder: true, hours: null, order: [] };
    const put = (ifMatch?: string): Promise<Answer> =>
      browser.change(MINE, choice, { method: 'PUT', ...(ifMatch === undefined ? {} : { ifMatch }) });
    expect(problemOf(await put())).toEqual({ status: 428, code: 'IfMatchMissing' });
    const chosen = await put(String(before.body['etag']));
    expect([chosen.status, chosen.headers.get('etag')]).toEqual([200, chosen.body['etag']]);
    expect(problemOf(await put(String(before.body['etag'])))).toEqual({
      status: 412,
      code: 'VersionConflict',
    });
  });

  it('has hours within the policy’s, long enough', async () => {
    const browser = await as('farming');
    const put = async (hours: object | null): Promise<Answer> =>
      browser.change(
        MINE,
        { inOrder: false, hours, order: [] },
        { method: 'PUT', ifMatch: await seen('farming') },
      );
    expect(problemOf(await put({ from: '07:00', to: '12:00' }))).toMatchObject({ code: 'InputInvalid' });
    expect(problemOf(await put({ from: '09:00', to: '10:00' }))).toMatchObject({ code: 'InputInvalid' });
    expect((await put({ from: '14:00', to: '18:00' })).body['hours']).toEqual({ from: '14:00', to: '18:00' });
    const id = await tell('farming', '下午再说');
    await carry();
    const delivery = await browser.get(`/api/v1/inbox/${id}/delivery`);
    expect(delivery.body['ways']).toMatchObject([
      { kind: 'inbox', state: 'delivered' },
      { kind: 'mail', state: 'held', heldBecause: '未到接收时段', until: '2024-04-15T06:00:00.000Z' },
    ]);
    expect((await (await as('forestry')).get(`/api/v1/inbox/${id}/delivery`)).status).toBe(404);
    await put(null);
  });
});

describe('a text message', () => {
  let letterId = '';
  let receipts = '';

  it('of trial goes through the queue, and is known to be delivered only by the gateway’s receipt', async () => {
    const admin = await as('admin');
    const trial = await admin.change(`/api/v1/channels/${SMS}/trial`, { address: '13800000000' });
    letterId = String(trial.body['letterId']);
    await carry();
    expect((await admin.get(`/api/v1/letters/${letterId}`)).body).toMatchObject({
      purpose: 'trial',
      owner: null,
      delivery: { state: 'sent' },
      attempts: [{ number: 1, outcomeLabel: '对方已接收' }],
    });
    const made = await admin.send('PUT', `/api/v1/channels/${SMS}/receipts`);
    receipts = String(made.body['url']).replace(/^https?:\/\/[^/]+/u, system.url);
    const reported = await report([{ msgid: 'msg-1', status: 'DELIVRD' }]);
    expect(reported).toEqual({ status: 200, settled: 1 });
    expect((await admin.get(`/api/v1/letters/${letterId}`)).body).toMatchObject({
      delivery: { state: 'delivered' },
    });
    // Said again, it changes nothing; nor does a report of what was never sent, or one that takes it back.
    expect(await report([{ msgid: 'msg-1', status: 'UNDELIV' }])).toEqual({ status: 200, settled: 0 });
    expect(await report({ msgid: 'unknown', status: 'DELIVRD' })).toEqual({ status: 200, settled: 0 });
  });

  it('has receipts that come from nowhere else, in no other form', async () => {
    expect((await report({ msgid: 'msg-1' })).status).toBe(422);
    const elsewhere = await fetch(`${system.url}/receipts/${'x'.repeat(32)}`, { method: 'POST', body: '{}' });
    expect(elsewhere.status).toBe(404);
  });

  async function report(body: unknown): Promise<{ status: number; settled?: number }> {
    const answer = await fetch(receipts, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { settled } = (await answer.json()) as { settled?: number };
    return { status: answer.status, ...(settled === undefined ? {} : { settled }) };
  }
});

describe('channels and letters', () => {
  it('are the administrator’s; the auditor reads; nobody else sees them', async () => {
    for (const path of ['/api/v1/channels', '/api/v1/letters', `/api/v1/letters/${identifierOf('x')}`]) {
      expect((await (await as('farming')).get(path)).status).toBe(403);
      expect((await (await as('hq')).get(path)).status).toBe(403);
    }
    expect((await (await as('auditor')).get('/api/v1/letters')).body).toMatchObject({ mayChange: false });
    const paused = await (await as('auditor')).change(`/api/v1/channels/${SMS}/pause`, { reason: '试试' });
    expect(paused.status).toBe(403);
    expect((await (await as('auditor')).get('/api/v1/people/contacts')).status).toBe(403);
    expect((await (await as('farming')).get('/api/v1/people/contacts')).status).toBe(403);
    const others = `/api/v1/people/${personId('forestry')}/contacts`;
    expect(
      (await (await as('farming')).change(others, { channelId: MAIL, address: 'x@luoshi.example' })).status,
    ).toBe(403);
  });

  it('tell nothing secret, whoever asks', async () => {
    const admin = await as('admin');
    const answers = [await admin.get('/api/v1/channels'), await admin.get('/api/v1/letters')];
    const text = JSON.stringify(answers.map(({ body }) => body));
    expect(text).not.toContain('the-gateway-secret');
    expect(text).not.toContain('sealed');
    expect(text).not.toContain(gateway.url);
    expect(text).toContain('每分钟最多');
    expect(text).not.toContain('请办理');
  });

  it('wait while paused with a reason, shown as held; what was given up is sent again, one or all', async () => {
    const admin = await as('admin');
    const channel = async (): Promise<Json> =>
      ((await admin.get('/api/v1/channels')).body['items'] as Json[]).find(
        ({ name }) => name === '政务短信',
      ) as Json;
    await inDistrict((tx) =>
      putContact(tx, {
        id: identifierOf('contact', 'hq'),
        channelId: SMS,
        personId: personId('hq'),
        unitId: null,
        address: '13900000000',
        wants: 'everything',
        anyHour: false,
        createdAt: clock.now(),
      }),
    );
    const pause = `/api/v1/channels/${SMS}/pause`;
    expect((await admin.change(pause, { reason: ' ' })).status).toBe(400);
    expect((await admin.change(pause, { reason: '网关检修' })).body).toEqual({ paused: true });
    await tell('hq', '检修期间的消息');
    await carry();
    expect(await channel()).toMatchObject({
      paused: true,
      pausedReason: '网关检修',
      pausedBy: 'admin同志',
      counts: expect.arrayContaining([{ state: 'held', count: 1 }]) as unknown,
    });
    expect((await admin.get('/api/v1/letters?state=held')).body['items']).toMatchObject([
      { delivery: { state: 'held', heldBecause: '渠道已暂停' } },
    ]);
    gatewayIsDown = true;
    expect((await admin.change(`/api/v1/channels/${SMS}/resumption`, {})).body).toEqual({ paused: false });
    await carry();
    const [dead] = (await admin.get('/api/v1/letters?state=failedForGood')).body['items'] as {
      id: string;
    }[];
    expect((await admin.get(`/api/v1/letters/${dead?.id ?? ''}`)).body).toMatchObject({
      mayRequeue: true,
      attempts: [{ outcomeLabel: '失败，可重试', reason: '对方暂时不能受理（503）' }],
    });
    expect(await channel()).toMatchObject({ lastFailure: '对方暂时不能受理（503）' });
    gatewayIsDown = false;
    const requeue = `/api/v1/letters/${dead?.id ?? ''}/requeue`;
    expect((await (await as('hq')).change(requeue, {})).status).toBe(403);
    expect((await admin.change(requeue, {})).body).toEqual({ requeued: 1 });
    await carry();
    expect((await admin.get(`/api/v1/letters/${dead?.id ?? ''}`)).body).toMatchObject({
      delivery: { state: 'sent' },
    });
    expect((await admin.change(requeue, {})).status).toBe(409);
    expect((await admin.change(`/api/v1/channels/${SMS}/requeue`, {})).body).toEqual({ requeued: 0 });
  });

  it('have addresses that the administrator keeps for people, by whom they are found', async () => {
    const admin = await as('admin');
    const path = `/api/v1/people/${personId('convener')}/contacts`;
    const kept = await admin.change(path, { channelId: MAIL, address: 'convener@luoshi.example' });
    expect(kept.body['items']).toMatchObject([
      {
        name: 'convener同志',
        contacts: [{ address: 'convener@luoshi.example', state: 'inUse', keptBy: 'directory' }],
      },
    ]);
    const found = await admin.get(`/api/v1/people/contacts?search=${encodeURIComponent('convener')}`);
    expect(found.body).toMatchObject({ total: 1 });
    const [person] = kept.body['items'] as { contacts: { id: string }[] }[];
    const own = await (
      await as('convener')
    ).change(`${MINE}/contacts/${person?.contacts[0]?.id ?? ''}`, {}, { method: 'DELETE' });
    // The directory's only address is not given up by its person.
    expect(own.status).toBe(409);
    const gone = await admin.change(`${path}/${person?.contacts[0]?.id ?? ''}`, {}, { method: 'DELETE' });
    expect(gone.body['items']).toMatchObject([{ contacts: [] }]);
  });
});

describe('one way after another', () => {
  it('takes the second when the first fails, and not before', async () => {
    const admin = await as('admin');
    for (const [channelId, address] of [
      [SMS, '13700000000'],
      [MAIL, 'taskforce@luoshi.example'],
    ] as const)
      await admin.change(`/api/v1/people/${personId('taskforce')}/contacts`, { channelId, address });
    const browser = await as('taskforce');
    await browser.change(
      MINE,
      { inOrder: true, hours: null, order: [] },
      { method: 'PUT', ifMatch: String((await browser.get(MINE)).body['etag']) },
    );
    const ways = async (id: string): Promise<string> =>
      (
        (await browser.get(`/api/v1/inbox/${id}/delivery`)).body['ways'] as {
          kind: string;
          state: string;
        }[]
      )
        .map(({ kind, state }) => `${kind} ${state}`)
        .join(', ');
    const first = await tell('taskforce', '第一件');
    await carry();
    expect(await ways(first)).toBe('inbox delivered, sms sent, mail held');
    gatewayIsDown = true;
    const second = await tell('taskforce', '第二件');
    await carry();
    await carry();
    gatewayIsDown = false;
    expect(await ways(second)).toBe('inbox delivered, sms failedForGood, mail sent');
    expect(await ways(first)).toBe('inbox delivered, sms sent, mail held');
  });
});

describe('whoever no way reaches', () => {
  const list = async (): Promise<
    {
      person: { id: string; name: string };
      numbers: string[];
      messages: Json[];
      callsInVain: number;
      raisedAt: string | null;
    }[]
  > => (await (await as('supervisor')).get('/api/v1/calls')).body['items'] as never;
  const entry = async () => (await list()).find(({ person }) => person.id === personId('forestry'));
  const call = async (username: Username, more: object, key?: string): Promise<Answer> => {
    const found = await entry();
    return (await as(username)).change(
      '/api/v1/calls',
      {
        personId: personId('forestry'),
        messageIds: found?.messages.map(({ id }) => id) ?? [],
        outcome: 'noAnswer',
        words: '响铃无人接听',
        ...more,
      },
      key === undefined ? {} : { key },
    );
  };

  it('is on the list of calls when what policy demands is unread for too long, with all that it is about', async () => {
    await tell('forestry', '逾期一', { kind: 'taskOverdue' });
    await tell('forestry', '逾期二', { kind: 'taskOverdue' });
    await tell('forestry', '一般提醒');
    await carry();
    expect(await entry()).toBeUndefined();
    pass('2024-04-17T09:31:00.000Z');
    await carry();
    expect((await entry())?.messages.map(({ title }) => title)).toEqual(['逾期一', '逾期二']);
    expect(
      await read(`select title from alert where kind = 'unreached' and state = 'open' and subject_id = $1`, [
        personId('forestry'),
      ]),
    ).toEqual([{ title: '消息未能通知到forestry同志，请电话通知' }]);
  });

  it('is called by those whom the policy names, who write down what happened', async () => {
    expect((await (await as('farming')).get('/api/v1/calls')).status).toBe(403);
    expect((await (await as('auditor')).get('/api/v1/calls')).body).toMatchObject({ mayCall: false });
    expect((await call('auditor', {})).status).toBe(403);
    expect((await call('supervisor', { outcome: 'reached' })).status).toBe(422);
    expect((await call('supervisor', { calledAt: '2024-04-18T01:00:00.000Z' })).status).toBe(422);
    expect((await call('supervisor', {}, 'once')).body).toMatchObject({ delivered: false, raised: false });
    expect((await call('supervisor', {}, 'once')).status).toBe(201);
    expect(await entry()).toMatchObject({ callsInVain: 1 });
  });

  it('goes up after three calls in vain, once, to whoever is above', async () => {
    await call('hq', {});
    expect((await call('hq', {})).body).toMatchObject({ raised: true });
    expect((await call('hq', {})).body).toMatchObject({ raised: false });
    expect((await entry())?.raisedAt).not.toBeNull();
    const told = await read<{ kind: string }>(`select kind from message where kind = 'unreached'`);
    // The district of this test has neither head nor commander: there is nobody above, and nobody is made up.
    expect(told).toEqual([]);
    await inDistrict((tx) =>
      tx.execute(
        `insert into role_assignment (jurisdiction_id, id, person_id, role, scope_kind, scope_id)
         values ($1, gen_random_uuid(), $2, 'leadUnitHead', 'unit', $3)`,
        [JURISDICTION, personId('farming'), UNITS.forestry.id],
      ),
    );
    await inDistrict((tx) => tx.execute('update reach_watch set raised_at = null'));
    await call('hq', {});
    expect(
      await read(
        `select p.username, m.title from message m join person p on p.id = m.person_id where m.kind = 'unreached'`,
      ),
    ).toEqual([{ username: 'farming', title: '区林业局forestry同志联系不上，2件消息未能通知到人' }]);
  });

  it('counts as told once somebody is spoken to; the alert is settled', async () => {
    const told = await call('supervisor', { outcome: 'reached', reached: '本人', words: '已告知两项超期' });
    expect(told.body).toMatchObject({ delivered: true });
    const ways = await (
      await as('forestry')
    ).get(`/api/v1/inbox/${identifierOf('message', '逾期一')}/delivery`);
    expect(ways.body['ways']).toMatchObject([
      { kind: 'inbox', state: 'delivered' },
      { kind: 'call', label: '电话通知', state: 'delivered', at: '2024-04-17T09:31:00.000Z' },
    ]);
    expect(await entry()).toBeUndefined();
    expect(
      await read(`select 1 from alert where kind = 'unreached' and state = 'open' and subject_id = $1`, [
        personId('forestry'),
      ]),
    ).toEqual([]);
    expect(await read(`select distinct outcome, reached from phone_call where outcome = 'reached'`)).toEqual([
      { outcome: 'reached', reached: '本人' },
    ]);
  });

  it('comes off the list by reading in the inbox', async () => {
    await tell('convener', '又逾期', { kind: 'taskOverdue' });
    await carry();
    pass('2024-04-19T09:31:00.000Z');
    await carry();
    const of = async (): Promise<unknown> =>
      (await list()).find(({ person }) => person.id === personId('convener'));
    expect(await of()).toBeDefined();
    await inDistrict((tx) =>
      tx.execute(`update message set state = 'read', read_at = $1 where title = '又逾期'`, [clock.now()]),
    );
    expect(await of()).toBeUndefined();
    expect(await courier.whereNeeded()).toContain(JURISDICTION);
    await carry();
    expect(
      await read(`select 1 from alert where kind = 'unreached' and state = 'open' and subject_id = $1`, [
        personId('convener'),
      ]),
    ).toEqual([]);
  });
});
