import { createHash } from 'node:crypto';
import { identifierOf } from '#accountability';
import { createCourier, letterLinks, outgoingRules, secretBox } from '#courier';
import { recordCall, rulesInForce } from '#engine';
import { putChannel, putContact, type CallOutcome } from '#persistence';
import {
  actor,
  createTestDatabase,
  SMALL_DISTRICT,
  startHttpPeer,
  Story,
  type HttpPeer,
  type TestDatabase,
  told,
} from '#testing';
import { createApi, DEFAULT_API_CONFIG, type Api } from '../index.js';

const SECRET = 'a secret of sixteen characters';
let db: TestDatabase;
let story: Story;
let peer: HttpPeer;
let api: Api;
let url: string;
let down = false;

const inDistrict = <T>(work: Parameters<typeof db.database.transaction<T>>[1]): Promise<T> =>
  db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, work);

/** The unit's head has a webhook of the unit's own for notices, and silence has brought a reminder letter. */
beforeAll(async () => {
  db = await createTestDatabase();
  peer = await startHttpPeer(() => (down ? { status: 404 } : {}));
  story = await Story.begin(db.database, '2024-09-23 09:00', 1);
  const [person] = await story.read<{ id: string }>(`select id from person where username = 'head'`);
  const createdAt = story.clock.now();
  const channelId = identifierOf('channel', 'test');
  const box = secretBox(Buffer.alloc(32));
  await inDistrict(async (tx) => {
    await told(tx, () =>
      putChannel(tx, {
        id: channelId,
        kind: 'webhook',
        name: '回调',
        settings: {},
        sealedSecret: box.seal({ secret: SECRET }),
        createdAt,
      }),
    );
    await putContact(tx, {
      id: identifierOf('contact', 'test'),
      channelId,
      personId: person?.id ?? null,
      unitId: null,
      address: `${peer.url}/hook`,
      wants: 'notices',
      anyHour: false,
      createdAt,
    });
  });
  await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
  await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
  await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
  await story.until('2024-10-08 17:40');
  const courier = createCourier({
    database: db.database,
    clock: story.clock,
    world: {
      now: () => new Date(story.clock.now()),
      rules: outgoingRules({ allowPlain: true, allowAddresses: ['127.0.0.1'] }),
      box,
    },
    rules: rulesInForce(story.engine.context),
    letters: { baseUrl: 'https://luoshi.example', linkDays: 7 },
  });
  await courier.carry(SMALL_DISTRICT);
  // From now on it is the liaison's, for everything, and the address is gone.
  down = true;
  const [liaison] = await story.read<{ id: string }>(`select id from person where username = 'liaison'`);
  await inDistrict(async (tx) => {
    await tx.execute(`update contact set state = 'takenBack'`);
    await putContact(tx, {
      id: identifierOf('contact', 'liaison'),
      channelId,
      personId: liaison?.id ?? null,
      unitId: null,
      address: `${peer.url}/liaison`,
      wants: 'everything',
      anyHour: false,
      createdAt: story.clock.now(),
    });
  });
  await story.until('2024-10-25 17:40');
  await courier.carry(SMALL_DISTRICT);
  await courier.close();
  story.clock.set('2024-10-09T01:00:00.000Z');
  api = await createApi({
    database: db.database,
    engine: story.engine,
    clock: story.clock,
    secrets: box,
    config: { ...DEFAULT_API_CONFIG, port: 0 },
  });
  url = (await api.start()).url;
});
afterAll(async () => {
  await api.stop();
  await peer.close();
  await db.drop();
});

const token = (): string => {
  const { body } = JSON.parse(peer.received[0]?.body ?? '{}') as { body: string };
  return /https:\/\/luoshi\.example\/l\/([\w-]+)/u.exec(body)?.[1] ?? '';
};
const ask = async (
  method: string,
  path: string,
): Promise<{ status: number; text: string; headers: Headers }> => {
  const response = await fetch(`${url}${path}`, { method });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const acknowledged = (): Promise<{ acknowledged_at: string | null }[]> =>
  story.read(`select acknowledged_at from notice where kind = 'reminderLetter' order by drafted_at limit 1`);

describe('the link in a letter', () => {
  it('shows what the letter says, and acknowledges nothing: mail programmes open links before people do', async () => {
    const { status, text, headers } = await ask('GET', `/l/${token()}`);
    expect(status).toBe(200);
    expect(text).toContain('关于填报2024年9月下旬进展情况的提醒函');
    expect(text).toContain('我已知悉并签收');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(await acknowledged()).toEqual([{ acknowledged_at: null }]);
    // It has arrived: that much is known now.
    expect(await story.read(`select delivered_at from letter where state = 'delivered'`)).toEqual([
      { delivered_at: '2024-10-09T01:00:00.000Z' },
    ]);
  });

  it('acknowledges the notice at the press of its button, once, without a sign-in', async () => {
    const pressed = await ask('POST', `/l/${token()}`);
    expect(pressed.text).toContain('已于2024年10月9日09:00签收');
    expect(pressed.text).toContain('提醒函');
    expect(await acknowledged()).toEqual([{ acknowledged_at: '2024-10-09T01:00:00.000Z' }]);
    expect(await story.read(`select state, read_at from letter where state = 'read'`)).toHaveLength(1);
  });

  it('opens once: pressed again, or opened, it tells when it was used, and nothing else', async () => {
    story.clock.set('2024-10-09T02:00:00.000Z');
    for (const method of ['POST', 'GET']) {
      const { status, text } = await ask(method, `/l/${token()}`);
      expect(status).toBe(200);
      expect(text).toContain('您已于2024年10月9日09:00签收');
      expect(text).not.toContain('提醒函');
      expect(text).not.toContain('<button');
    }
    expect(await acknowledged()).toEqual([{ acknowledged_at: '2024-10-09T01:00:00.000Z' }]);
  });

  it('is kept nowhere but in the letter', async () => {
    const dump = await story.read<{ row: string }>(`select to_jsonb(l)::text as row from letter l`);
    expect(dump.length).toBeGreaterThan(0);
    for (const { row } of dump) {
      expect(row).not.toContain(token());
      expect(row).not.toContain('/l/');
    }
  });

  it.each([0, 21, 23, 30, 63])('changed at its sign %i shows nothing, and says what to do', async (at) => {
    const sign = token()[at] === 'A' ? 'B' : 'A';
    const { status, text } = await ask('GET', `/l/${token().slice(0, at)}${sign}${token().slice(at + 1)}`);
    expect(status).toBe(404);
    expect(text).not.toContain('签收</h1>');
    expect(text).toContain('请这样办理');
  });

  it('is none for having its hash written into the record: it has to be signed for its addressee', async () => {
    const claim = { letterId: '', personId: '', expiresAt: '2024-10-20T00:00:00.000Z' };
    const [letter] = await story.read<{ id: string; person: string }>(
      `select l.id, c.person_id as person from letter l join contact c on c.id = l.contact_id where l.state <> 'read' limit 1`,
    );
    const forged = letterLinks(secretBox(Buffer.alloc(32, 9))).make({
      ...claim,
      letterId: letter?.id ?? '',
      personId: letter?.person ?? '',
    });
    await inDistrict((tx) =>
      tx.execute('update letter set link_hash = $1, link_expires_at = $2 where id = $3', [
        createHash('sha256').update(forged).digest('hex'),
        claim.expiresAt,
        letter?.id,
      ]),
    );
    expect((await ask('POST', `/l/${forged}`)).status).toBe(404);
    expect(await story.read(`select id from letter where state = 'read'`)).toHaveLength(1);
  });

  it.each(['x'.repeat(32), 'short', '..%2f..%2fetc', 'a'.repeat(65)])(
    'made up as “%s” shows nothing',
    async (made) => {
      const { status, text } = await ask('GET', `/l/${made}`);
      expect(status).toBe(404);
      expect(text).not.toContain('提醒函');
    },
  );

  it('has run out after a week', async () => {
    story.clock.set('2024-10-16T02:00:00.000Z');
    const { status, text } = await ask('POST', `/l/${token()}`);
    expect(status).toBe(410);
    expect(text).toContain('这个链接已过期');
    expect(text).toContain('请这样办理');
  });
});

describe('a message that no channel delivers', () => {
  const toCall = (): Promise<{ message_id: string; person_id: string }[]> =>
    story.read(`select message_id, person_id from reach_watch where state = 'toCall' order by message_id`);
  const open = (): Promise<{ title: string }[]> =>
    story.read(`select title from alert where kind = 'unreached' and state = 'open'`);
  const call = async (
    username: string,
    reached: string,
    outcome: CallOutcome = 'reached',
  ): Promise<string> => {
    const [first] = await toCall();
    const recorded = await recordCall(story.engine.context, {
      jurisdictionId: SMALL_DISTRICT,
      actor: actor(username),
      personId: first?.person_id ?? '',
      messageIds: [first?.message_id ?? ''],
      outcome,
      reached,
      words: '已告知黄牌督办事项，本人表示当日补报',
      idempotencyKey: `call/${username}/${outcome}`,
    });
    return recorded.ok ? 'recorded' : recorded.rejection.code;
  };

  it('is called through by an officer, who writes down whom they reached', async () => {
    const before = (await toCall()).length;
    expect(before).toBeGreaterThan(0);
    expect(await call('liaison', '李四')).toBe('NotPermitted');
    expect(await call('supervisor', ' ')).toBe('InputInvalid');
    expect(await call('supervisor', '李四（本人）')).toBe('recorded');
    expect(await toCall()).toHaveLength(before - 1);
    expect(await story.read('select reached, outcome from phone_call')).toEqual([
      { reached: '李四（本人）', outcome: 'reached' },
    ]);
  });

  it('raises one alert for its addressee, however many there are', async () => {
    const people = new Set((await toCall()).map(({ person_id }) => person_id));
    expect(await open()).toHaveLength(people.size);
  });
});
