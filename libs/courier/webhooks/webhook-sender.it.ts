import { Webhook } from 'standardwebhooks';
import { personIdOf, type Actor } from '#accountability';
import { addMinutes } from '#calendar';
import {
  addWebhook,
  checkWork,
  outgoingRulesOf,
  pauseWebhookByHand,
  pingWebhook,
  placeEvents,
  renewWebhook,
  replayWebhook,
  resumeWebhookByHand,
  sendAgain,
  type Outcome,
} from '#engine';
import { appendEvents, followTrail } from '#persistence';
import {
  createTestDatabase,
  SMALL_DISTRICT,
  startHttpPeer,
  Story,
  type HttpPeer,
  type PeerAnswer,
  type TestDatabase,
  told,
} from '#testing';
import { createWebhookSender, outgoingRules, secretBox, type WebhookFault } from '../index.js';

const box = secretBox(Buffer.alloc(32, 7));
const ADMINISTRATOR: Actor = {
  personId: personIdOf(SMALL_DISTRICT, 'hq'),
  unitId: null,
  roles: [{ role: 'administrator', scopeKind: 'jurisdiction', scopeId: SMALL_DISTRICT }],
};

// It goes through three days.
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;

let db: TestDatabase;
let story: Story;
let peer: HttpPeer;
let answer: (body: Document) => PeerAnswer | Promise<PeerAnswer>;

interface Document {
  id: string;
  type: string;
  cursor: string | null;
  subject: { kind: string; id: string; seq: number } | null;
}
const documentOf = (body: string): Document => JSON.parse(body) as Document;
const allowed = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`${outcome.rejection.code}: ${outcome.rejection.message}`);
  return outcome.value;
};
const about = (webhookId: string): { jurisdictionId: string; actor: Actor; webhookId: string } => ({
  jurisdictionId: SMALL_DISTRICT,
  actor: ADMINISTRATOR,
  webhookId,
});
const add = async (
  more: { name?: string; url?: string; eventTypes?: string[]; unitId?: string | null } = {},
): Promise<{ id: string; secret: string }> => {
  await place();
  const { webhookId: id, secret } = allowed(
    await addWebhook(
      story.engine.context,
      {
        jurisdictionId: SMALL_DISTRICT,
        actor: ADMINISTRATOR,
        unitId: more.unitId ?? null,
        name: more.name ?? '指挥大屏',
        url: more.url ?? `${peer.url}/hook`,
        eventTypes: more.eventTypes ?? ['*'],
      },
      box.seal,
    ),
  );
  return { id, secret };
};
const place = (): Promise<number> =>
  placeEvents(story.engine.context, SMALL_DISTRICT, { baseUrl: 'https://luoshi.example' });
const sender = (
  fault?: WebhookFault,
  { allowAddresses = ['127.0.0.1'], withinMs = 60_000 } = {},
): (() => Promise<number>) => {
  const made = createWebhookSender({
    database: db.database,
    clock: story.clock,
    world: {
      now: () => new Date(story.clock.now()),
      rules: outgoingRules({ allowPlain: true, allowAddresses, withinMs }),
      box,
    },
    rules: outgoingRulesOf(story.engine.context),
    ...(fault ? { fault } : {}),
  });
  return async () => {
    await place();
    return made.send(SMALL_DISTRICT);
  };
};
const later = (minutes: number): void => story.clock.set(addMinutes(story.clock.now(), minutes));

interface Delivery {
  state: string;
  attempts: number;
  status: number | null;
  failure: string | null;
  again: boolean;
  type: string;
}
const deliveries = (where = 'true'): Promise<Delivery[]> =>
  story.read(
    `select state, attempts, status, failure, again, type from webhook_delivery where ${where} order by position nulls first`,
  );
const webhook = async (): Promise<Record<string, unknown> | undefined> =>
  (
    await story.read<Record<string, unknown>>(`select * from webhook_subscription where state <> 'removed'`)
  )[0];
const alerts = (): Promise<{ title: string; detail: string; state: string }[]> =>
  story.read(`select title, detail, state from alert where kind = 'webhook' order by raised_at`);

/** What the auditor would find of it. */
const found = async (): Promise<string[]> =>
  (
    await db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) =>
      checkWork(tx, SMALL_DISTRICT, story.clock.now(), { patienceMinutes: 15 }),
    )
  )
    .map(({ code }) => code)
    .filter((code) => code === 'EVENT_STUCK' || code === 'WEBHOOK_PAUSED');

/** More events of a task, one after the other. */
let seq = 1_000;
async function happens(code: string, count = 1): Promise<void> {
  await db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, async (tx) => {
    const [task] = await tx.query<{ id: string }>('select id from task where code = $1', [code]);
    for (let n = 0; n < count; n += 1)
      await appendEvents(tx, [
        {
          subjectKind: 'task',
          subjectId: task?.id ?? '',
          seq: (seq += 1),
          type: 'PROGRESS_REPORTED',
          payload: { progress: 40, done: '校舍改造完成两所，惠及学生。' },
          at: story.clock.now(),
          actorId: null,
          unitId: null,
          idempotencyKey: `n${seq}`,
          prevHash: '0'.repeat(64),
          hash: '0'.repeat(64),
        },
      ]);
  });
}

beforeAll(async () => {
  db = await createTestDatabase();
  story = await Story.begin(db.database, '2024-09-23 09:00', 2);
  // The past has its positions before the first subscription: where a transaction of the same server is under way when
  // a trail is first followed (here: of another test file), what came after that one's begin is told as new.
  await db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) => followTrail(tx));
  await place();
  peer = await startHttpPeer(({ body }) => answer(documentOf(body)));
});
beforeEach(() => {
  answer = () => ({ status: 204 });
});
// Each test has subscriptions of its own, which are told of what happens from then on.
afterEach(async () => {
  peer.received.length = 0;
  await db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, async (tx) => {
    await told(tx, () =>
      tx.execute(
        `update webhook_subscription set state = 'removed', key_hash = null where state <> 'removed'`,
      ),
    );
    await tx.execute('delete from webhook_delivery');
    await tx.execute(`update alert set kind = 'formerly' where kind = 'webhook'`);
  });
});
afterAll(async () => {
  await peer.close();
  await db.drop();
});

describe('another system', () => {
  it('is told of what happens from now on, once, signed so that anybody’s library says it is genuine', async () => {
    const { secret } = await add({ eventTypes: ['task.*'] });
    const send = sender();
    await send();
    expect(peer.received).toEqual([]); // what was before is not for it
    await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
    await Promise.all([send(), sender()(), sender()()]);
    await send();
    expect(peer.received.map(({ body }) => documentOf(body).type)).toEqual(['task.confirmed']);
    const [{ body, headers } = { body: '', headers: {} }] = peer.received;
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': documentOf(body).id });
    const { error } = await verified(secret, body, headers as Record<string, string>);
    expect(error).toBeNull();
    expect((await verified(secret, `${body} `, headers as Record<string, string>)).error).toBe(
      'No matching signature found',
    );
    expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 1, status: 204 }]);
  });

  it('of one unit is never told anything of another unit', async () => {
    const [civil] = await story.read<{ id: string }>(`select id from unit where code = 'civil'`);
    await add({ unitId: civil?.id ?? '' });
    await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
    await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
    await story.until('2024-10-08 17:40'); // the education bureau owes reports, and gets a letter
    await sender()();
    const types = peer.received.map(({ body }) => documentOf(body).type);
    expect(types).toContain('task.signed'); // which it supports
    expect(types.filter((type) => !type.startsWith('task.'))).toEqual([]);
    expect(peer.received.map(({ body }) => body).join()).not.toMatch(/提醒函|obligation/u);
  });

  it('that nobody sends to is found by the auditor, but not while it fails itself', async () => {
    await add({ eventTypes: ['task.*'] });
    await happens('A1-01', 2);
    answer = () => ({ status: 500 });
    const send = sender();
    await send();
    later(30);
    expect(await found()).toEqual([]);
    answer = () => ({ status: 200 });
    await send();
    await happens('A1-02', 2);
    await sender((point) => {
      if (point === 'webhooks.claimed') throw new Error('killed');
    })().catch(() => undefined);
    later(30);
    expect(await found()).toEqual(['EVENT_STUCK']);
  });

  it('that fails at one event is told of the others, and of that one’s subject in its order, later', async () => {
    await add({ eventTypes: ['task.*'] });
    let ill = '';
    answer = ({ subject }) => ({ status: subject?.id === ill ? 500 : 200 });
    const [first] = await story.read<{ id: string }>(`select id from task where code = 'A1-01'`);
    ill = first?.id ?? '';
    const send = sender();
    for (const code of ['A1-01', 'A1-02', 'A1-01', 'A1-02']) await happens(code);
    await send();
    const told = (): [boolean, number][] =>
      peer.received.map(({ body }) => {
        const { subject } = documentOf(body);
        return [subject?.id === ill, subject?.seq ?? 0];
      });
    const [one = 0, two = 0, three = 0, four = 0] = [seq - 3, seq - 2, seq - 1, seq];
    expect(told().sort(([, a], [, b]) => a - b)).toEqual([
      [true, one],
      [false, two],
      [false, four],
    ]);
    peer.received.length = 0;
    ill = '';
    later(1);
    await send();
    expect(told().map(([, number]) => number)).toEqual([one, three]);
    expect((await deliveries()).map(({ state }) => state)).toEqual(Array<string>(4).fill('delivered'));
  });

  it('is not told in parallel of one subject, however many send', async () => {
    await add({ eventTypes: ['task.*'] });
    await happens('A1-01', 12);
    let open = 0;
    answer = async () => {
      open += 1;
      expect(open).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      open -= 1;
      return { status: 200 };
    };
    await Promise.all([sender()(), sender()(), sender()()]);
    await sender()();
    const seqs = peer.received.map(({ body }) => documentOf(body).subject?.seq ?? 0);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    expect(new Set(seqs).size).toBe(12);
  });
});

describe('a sender that dies', () => {
  const dying = (at: string): (() => Promise<number>) =>
    sender((point) => {
      if (point === at) throw new Error('killed');
    });

  it.each([
    ['webhooks.claimed', 1],
    ['webhook.sent', 2],
    ['webhook.settled', 1],
  ])('at %s leaves the event to another one, under the same id', async (point, times) => {
    await add({ eventTypes: ['task.*'] });
    await happens('A1-01');
    await expect(dying(point)()).rejects.toThrow('killed');
    await sender()();
    expect(peer.received.length).toBe(point === 'webhooks.claimed' ? 0 : 1); // it may still be at work
    later(4);
    await sender()();
    expect(peer.received).toHaveLength(times);
    expect(new Set(peer.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(peer.received.map(({ body }) => body)).size).toBe(1);
    expect(await deliveries()).toMatchObject([{ state: 'delivered', again: point !== 'webhook.settled' }]);
  });
});

describe('a receiver', () => {
  it.each<[string, PeerAnswer, RegExp]>([
    ['redirects', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, /302/u],
    ['is not there', { status: 404 }, /404/u],
    ['refuses us', { status: 401 }, /401/u],
    ['never answers', 'silent', /没有应答/u],
    ['hangs up', 'hangUp', /未收到应答/u],
  ])('that %s is tried again later, at the same address', async (_, said, failure) => {
    await add({ eventTypes: ['task.*'] });
    await happens('A1-01');
    answer = () => said;
    // Silence is waited for; an answer is not, however long it takes.
    await sender(undefined, said === 'silent' ? { withinMs: 1_500 } : {})();
    expect(await deliveries()).toEqual([
      expect.objectContaining({
        state: 'failedForNow',
        attempts: 1,
        failure: expect.stringMatching(failure) as string,
      }),
    ]);
    answer = () => ({ status: 200, body: 'x'.repeat(1_000_000) }); // as much as it likes to say
    later(1);
    await sender()();
    expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 2 }]);
    expect(peer.received.map(({ path }) => path)).toEqual(['/hook', '/hook']);
  });

  it('that asks for rest is left in peace by everything until then', async () => {
    await add({ eventTypes: ['task.*'] });
    answer = () => ({ status: 429, headers: { 'retry-after': '600' } });
    await happens('A1-01');
    const send = sender();
    await send();
    answer = () => ({ status: 200 });
    await happens('A1-02');
    later(9);
    await send();
    expect(peer.received).toHaveLength(1);
    later(2);
    await send();
    expect(peer.received).toHaveLength(3);
  });

  it('that is gone (410) pauses its subscription aloud; resumed, nothing is lost', async () => {
    const { id } = await add({ eventTypes: ['task.*'] });
    answer = () => ({ status: 410 });
    await happens('A1-01');
    const send = sender();
    await send();
    expect(await webhook()).toMatchObject({ state: 'paused', paused_code: 'gone' });
    expect(await alerts()).toMatchObject([{ title: '事件订阅“指挥大屏”已暂停', state: 'open' }]);
    answer = () => ({ status: 200 });
    await happens('A1-02');
    later(60);
    await send();
    expect(peer.received).toHaveLength(1);
    expect(await found()).toEqual(['WEBHOOK_PAUSED']);
    allowed(await resumeWebhookByHand(story.engine.context, { ...about(id), givenUp: 'sendAgain' }));
    await send();
    expect(peer.received).toHaveLength(3);
    expect(await alerts()).toMatchObject([{ state: 'settled' }]);
  });

  inCi(
    'that is away is asked now and then, and after three days its subscription is paused; the rest is not lost',
    async () => {
      const { id } = await add({ eventTypes: ['task.*'] });
      answer = () => ({ status: 503 });
      await happens('A1-01', 2);
      await happens('A1-02', 2);
      const send = sender();
      let hours = 0;
      for (; (await webhook())?.['state'] === 'on' && hours < 24 * 6; hours += 2) {
        await send();
        later(120);
      }
      expect(hours).toBeGreaterThan(60);
      expect(hours).toBeLessThan(24 * 4);
      // Two subjects, each at most once in six hours after the first day.
      expect(peer.received.length).toBeLessThan(2 * 24);
      expect(await webhook()).toMatchObject({ state: 'paused', paused_code: 'exhausted' });
      expect(
        (await deliveries())
          .map(({ state }) => state)
          .sort()
          .slice(0, 1),
      ).toEqual(['dead']);
      expect((await alerts())[0]?.detail).toContain('72 小时仍未送达（对方暂时不能受理（503））');
      answer = () => ({ status: 200 });
      peer.received.length = 0;
      allowed(await resumeWebhookByHand(story.engine.context, { ...about(id), givenUp: 'sendAgain' }));
      await send();
      const seqs = peer.received.map(({ body }) => documentOf(body).subject?.seq ?? 0);
      expect([...seqs].sort((a, b) => a - b)).toEqual([seq - 3, seq - 2, seq - 1, seq]);
      expect(await deliveries(`state <> 'delivered'`)).toEqual([]);
    },
  );

  it('that is not asked about what was given up, if a person says so, is told of what came after', async () => {
    const { id } = await add({ eventTypes: ['task.*'] });
    await happens('A1-01', 2);
    answer = () => ({ status: 500 });
    const send = sender();
    while ((await webhook())?.['state'] === 'on') {
      await send();
      later(6 * 60);
    }
    answer = () => ({ status: 200 });
    peer.received.length = 0;
    allowed(await resumeWebhookByHand(story.engine.context, { ...about(id), givenUp: 'leaveOut' }));
    await send();
    expect(peer.received.map(({ body }) => documentOf(body).subject?.seq)).toEqual([seq]);
    expect((await deliveries()).map(({ state }) => state)).toEqual(['leftOut', 'delivered']);
  });

  it('inside the house is not called unless it was allowed: the subscription is paused, and nothing goes out', async () => {
    await add({ eventTypes: ['task.*'] });
    await happens('A1-01');
    await sender(undefined, { allowAddresses: [] })();
    expect(peer.received).toEqual([]);
    expect(await webhook()).toMatchObject({ state: 'paused', paused_code: 'addressNotAllowed' });
  });

  it('that is slow at one event is told of the others meanwhile', async () => {
    await add({ eventTypes: ['task.*'] });
    const [first] = await story.read<{ id: string }>(`select id from task where code = 'A1-01'`);
    await happens('A1-01', 1);
    await happens('A1-02', 5);
    let answered = 0;
    let open = (): void => undefined;
    const all = new Promise<void>((resolve) => (open = resolve));
    answer = async ({ subject }) => {
      // The first is answered only when the others have been.
      if (subject?.id === first?.id) await all;
      else if ((answered += 1) === 5) open();
      return { status: 200 };
    };
    await sender()();
    expect(await deliveries(`state <> 'delivered'`)).toEqual([]);
    expect((await deliveries()).map(({ attempts }) => attempts)).toEqual(Array<number>(6).fill(1));
  });

  it('that is slow holds up nobody else', async () => {
    let open = (): void => undefined;
    const all = new Promise<void>((resolve) => (open = resolve));
    const quick = await startHttpPeer(() => {
      if (quick.received.length === 6) open();
      return { status: 200 };
    });
    // Nothing is answered here until everything has been answered there.
    answer = async () => {
      await all;
      return { status: 200 };
    };
    await add({ eventTypes: ['task.*'] });
    await add({ name: '办公系统', url: quick.url, eventTypes: ['task.*'] });
    for (let n = 0; n < 6; n += 1) await happens(n % 2 === 0 ? 'A1-01' : 'A1-02');
    await sender()();
    expect(quick.received).toHaveLength(6);
    expect((await deliveries()).map(({ attempts }) => attempts)).toEqual(Array<number>(12).fill(1));
    await quick.close();
  });
});

describe('secrets', () => {
  it('are renewed with both in use for a day, and the former one signs no more after it', async () => {
    const { id, secret: former } = await add({ eventTypes: ['task.*'] });
    const renewed = allowed(await renewWebhook(story.engine.context, about(id), box.seal));
    expect(renewed.secret).not.toBe(former);
    const send = sender();
    const last = async (): Promise<[string | null, string | null]> => {
      await happens('A1-01');
      await send();
      const { body, headers } = peer.received.at(-1) ?? { body: '', headers: {} };
      const both = [renewed.secret, former].map((one) =>
        verified(one, body, headers as Record<string, string>),
      );
      return [(await both[0])?.error ?? null, (await both[1])?.error ?? null];
    };
    expect(await last()).toEqual([null, null]);
    later(24 * 60 + 1);
    expect(await last()).toEqual([null, 'No matching signature found']);
  });

  it('that got about are dead at once', async () => {
    const { id, secret: former } = await add({ eventTypes: ['task.*'] });
    allowed(await renewWebhook(story.engine.context, { ...about(id), atOnce: true }, box.seal));
    await happens('A1-01');
    await sender()();
    const { body, headers } = peer.received[0] ?? { body: '', headers: {} };
    expect((await verified(former, body, headers as Record<string, string>)).error).not.toBeNull();
  });

  it('sealed with another key pause the subscription, and nothing goes out unsigned', async () => {
    await add({ eventTypes: ['task.*'] });
    await db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) =>
      told(tx, () =>
        tx.execute('update webhook_subscription set sealed_secret = $1', [
          secretBox(Buffer.alloc(32, 1)).seal('whsec_x'),
        ]),
      ),
    );
    await happens('A1-01');
    await sender()();
    expect(peer.received).toEqual([]);
    expect(await webhook()).toMatchObject({ state: 'paused', paused_code: 'secretUnreadable' });
  });
});

describe('what a person can do', () => {
  it('replay gives the same documents under the same ids, byte for byte, in the same order of each subject', async () => {
    const { id } = await add();
    const send = sender();
    allowed(await replayWebhook(story.engine.context, { ...about(id), from: { after: 0 } }));
    await send();
    const bodies = (): string[] => peer.received.map(({ body }) => body).sort();
    const first = bodies();
    expect(first.length).toBeGreaterThan(8);
    peer.received.length = 0;
    allowed(await replayWebhook(story.engine.context, { ...about(id), from: { after: 0 } }));
    await Promise.all([send(), send()]);
    await send();
    expect(bodies()).toEqual(first);
    peer.received.length = 0;
    allowed(
      await replayWebhook(story.engine.context, {
        ...about(id),
        from: { since: '2024-10-08T09:30:00.000Z' },
      }),
    );
    await send();
    expect(bodies().length).toBeLessThan(first.length);
    expect(bodies().every((body) => first.includes(body))).toBe(true);
    const refused = await replayWebhook(story.engine.context, { ...about(id), from: { after: 9_999 } });
    expect(refused.ok).toBe(false);
  });

  it('a pause keeps everything, a test event and a single delivery go out at once', async () => {
    const { id } = await add({ eventTypes: ['task.*'] });
    const send = sender();
    allowed(await pingWebhook(story.engine.context, about(id)));
    await send();
    expect(peer.received.map(({ body }) => documentOf(body).type)).toEqual(['webhook.ping']);
    allowed(await pauseWebhookByHand(story.engine.context, { ...about(id), reason: '对方升级' }));
    await happens('A1-01');
    await send();
    expect(peer.received).toHaveLength(1);
    expect(await alerts()).toEqual([]); // whoever pauses knows
    allowed(await resumeWebhookByHand(story.engine.context, { ...about(id), givenUp: 'sendAgain' }));
    await send();
    expect(peer.received).toHaveLength(2);
    const [{ id: deliveryId } = { id: '' }] = await story.read<{ id: string }>(
      'select id from webhook_delivery where position is not null',
    );
    allowed(await sendAgain(story.engine.context, { ...about(id), deliveryId }));
    await send();
    expect(peer.received[2]?.body).toBe(peer.received[1]?.body);
    expect(await deliveries('position is not null')).toMatchObject([{ state: 'delivered', again: true }]);
  });

  it('nobody but the administrator and the head of the unit whose system it is', async () => {
    const [education] = await story.read<{ id: string }>(`select id from unit where code = 'education'`);
    const { id } = await add({ unitId: education?.id ?? '' });
    const as = (role: Actor['roles'][number]['role'], scopeId: string): Actor => ({
      personId: personIdOf(SMALL_DISTRICT, 'head'),
      unitId: null,
      roles: [
        { role, scopeKind: role === 'leadUnitHead' || role === 'liaison' ? 'unit' : 'jurisdiction', scopeId },
      ],
    });
    const [civil] = await story.read<{ id: string }>(`select id from unit where code = 'civil'`);
    const tried = async (actor: Actor): Promise<string> => {
      const outcome = await pingWebhook(story.engine.context, { ...about(id), actor });
      return outcome.ok ? 'ok' : outcome.rejection.code;
    };
    expect(await tried(as('leadUnitHead', education?.id ?? ''))).toBe('ok');
    expect(await tried(as('leadUnitHead', civil?.id ?? ''))).toBe('SubjectNotFound');
    for (const role of ['liaison', 'supervisor', 'headquartersOffice', 'auditor'] as const)
      expect(await tried(as(role, education?.id ?? ''))).toBe('NotPermitted');
    const other = await pingWebhook(story.engine.context, { ...about(id), jurisdictionId: '990102' });
    expect(other.ok).toBe(false);
    // The head of a unit opens nothing for the whole jurisdiction.
    const outcome = await addWebhook(
      story.engine.context,
      {
        ...about(id),
        actor: as('leadUnitHead', education?.id ?? ''),
        unitId: null,
        name: '全部',
        url: peer.url,
        eventTypes: ['*'],
      },
      box.seal,
    );
    expect(outcome).toMatchObject({ ok: false, rejection: { code: 'NotPermitted' } });
  });
});

/** What an independent library says: null, or why it is not genuine. It knows no time but the wall's. */
function verified(
  secret: string,
  body: string,
  headers: Record<string, string>,
): Promise<{ error: string | null }> {
  const wall = Date.now;
  Date.now = () => Number(headers['webhook-timestamp']) * 1000;
  try {
    new Webhook(secret).verify(body, headers);
    return Promise.resolve({ error: null });
  } catch (error) {
    return Promise.resolve({ error: error instanceof Error ? error.message : String(error) });
  } finally {
    Date.now = wall;
  }
}
