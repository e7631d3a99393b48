import { identifierOf } from '#accountability';
import { rulesInForce } from '#engine';
import { hashOfLink, putChannel, putContact, putReceiptAddress, type ChannelKind } from '#persistence';
import {
  createTestDatabase,
  SMALL_DISTRICT,
  startDingtalkRobot,
  startHttpPeer,
  startMailServer,
  Story,
  type HttpPeer,
  type MailServer,
  type TestDatabase,
  told,
} from '#testing';
import {
  createCourier,
  outgoingRules,
  recordReceipts,
  secretBox,
  type Courier,
  type CourierFault,
} from './index.js';

const box = secretBox(Buffer.alloc(32, 7));
const BASE_URL = 'https://luoshi.example';

let db: TestDatabase;
let story: Story;
let mail: MailServer;
const peers: HttpPeer[] = [];
const couriers: Courier[] = [];

function courier(fault?: CourierFault): Courier {
  const made = createCourier({
    database: db.database,
    clock: story.clock,
    world: {
      now: () => new Date(story.clock.now()),
      rules: outgoingRules({ allowPlain: true, allowAddresses: ['127.0.0.1'] }),
      box,
    },
    rules: rulesInForce(story.engine.context),
    letters: { baseUrl: BASE_URL, linkDays: 7 },
    ...(fault ? { fault } : {}),
  });
  couriers.push(made);
  return made;
}

const inDistrict = <T>(work: Parameters<typeof db.database.transaction<T>>[1]): Promise<T> =>
  db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, work);

async function channel(
  kind: ChannelKind,
  settings: Record<string, unknown>,
  secret: unknown,
): Promise<string> {
  const id = identifierOf('channel', SMALL_DISTRICT, kind);
  await inDistrict((tx) =>
    told(tx, () =>
      putChannel(tx, {
        id,
        kind,
        name: kind,
        settings,
        sealedSecret: secret === undefined ? null : box.seal(secret),
        createdAt: story.clock.now(),
      }),
    ),
  );
  return id;
}

async function contact(
  channelId: string,
  owner: { username?: string; unit?: string },
  more: { address?: string; wants?: 'everything' | 'notices'; anyHour?: boolean } = {},
): Promise<void> {
  const [person] = await story.read<{ id: string; unit_id: string }>(
    'select id, unit_id from person where username = $1',
    [owner.username ?? owner.unit],
  );
  await inDistrict((tx) =>
    putContact(tx, {
      id: identifierOf('contact', channelId, owner.username ?? '', owner.unit ?? '', more.address ?? ''),
      channelId,
      personId: owner.username === undefined ? null : (person?.id ?? null),
      unitId: owner.unit === undefined ? null : (person?.unit_id ?? null),
      address: more.address ?? '',
      wants: more.wants ?? 'everything',
      anyHour: more.anyHour ?? false,
      createdAt: story.clock.now(),
    }),
  );
}

const mailChannel = (): Promise<string> =>
  channel(
    'mail',
    {
      host: 'localhost',
      port: mail.port,
      from: '督查室 <ducha@luoshi.example>',
      ca: mail.ca,
    },
    undefined,
  );

/** Time passes, and a courier looks in every so often. */
async function carriedUntil(at: string, by: Courier = courier()): Promise<void> {
  await story.until(at);
  await by.carry(SMALL_DISTRICT);
}

const subjects = (): string[] =>
  mail.received.map(({ to, text }) => {
    const [, charset, , encoded] = /^Subject: =\?(utf-8)\?(B)\?(.+)\?=/imu.exec(text) ?? [];
    const title = charset === undefined ? '' : Buffer.from(encoded ?? '', 'base64').toString('utf8');
    return `${to.join()} ${title}`.trim();
  });

const letters = (): Promise<
  { state: string; attempts: number; again: boolean; failure_code: string | null }[]
> => story.read('select state, attempts, again, failure_code from letter order by created_at, id');

beforeEach(async () => {
  db = await createTestDatabase();
  mail = await startMailServer({ refuses: { 'gone@luoshi.example': 550 } });
  story = await Story.begin(db.database, '2024-09-23 09:00', 2);
  await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
  await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
  await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
  await courier().carry(SMALL_DISTRICT);
});
afterEach(async () => {
  await Promise.all(couriers.splice(0).map((one) => one.close()));
  await Promise.all(peers.splice(0).map((peer) => peer.close()));
  await mail.close();
  await db.drop();
});

describe('what people are told', () => {
  it('goes out by mail to whoever has an address, once, also with two couriers at work', async () => {
    await contact(await mailChannel(), { username: 'liaison' }, { address: 'li@luoshi.example' });
    await story.until('2024-09-30 17:40'); // reminded the day before and on the day, chased at 17:30
    const [one, other] = [courier(), courier()];
    await Promise.all([one.carry(SMALL_DISTRICT), other.carry(SMALL_DISTRICT)]);
    await one.carry(SMALL_DISTRICT);
    expect(mail.received.map(({ to }) => to)).toEqual([['li@luoshi.example']]);
    expect((await letters()).map(({ state, attempts }) => `${state} ${attempts}`)).toEqual(['sent 1']);
  });

  it('goes out hour by hour, and nothing outside working hours', async () => {
    await contact(await mailChannel(), { username: 'head' }, { address: 'head@luoshi.example' });
    const by = courier();
    await story.until('2024-09-30 17:40');
    await by.carry(SMALL_DISTRICT);
    expect(mail.received).toHaveLength(1); // the chase
    // The blue letter falls due on 8 October at 17:30, after the holiday.
    await carriedUntil('2024-10-08 09:00', by);
    expect(mail.received).toHaveLength(1);
    await carriedUntil('2024-10-08 17:31', by);
    expect(mail.received).toHaveLength(2);
  });

  it('of which some want notices only, reaches them with notices only', async () => {
    const id = await mailChannel();
    await contact(id, { username: 'head' }, { address: 'head@luoshi.example', wants: 'notices' });
    const by = courier();
    await carriedUntil('2024-09-30 17:40', by);
    expect(mail.received).toEqual([]);
    await carriedUntil('2024-10-08 17:31', by);
    expect(mail.received).toHaveLength(1);
  });

  it('needs no letter any more once it was read in the inbox', async () => {
    await contact(await mailChannel(), { username: 'liaison' }, { address: 'li@luoshi.example' });
    await story.until('2024-09-30 17:40');
    await inDistrict((tx) => tx.execute(`update message set state = 'read' where state = 'delivered'`));
    await courier().carry(SMALL_DISTRICT);
    expect(mail.received).toEqual([]);
    expect(await story.read('select 1 from parcel')).toEqual([]);
  });

  it('reaches the group of a unit once, however many of its people are told', async () => {
    const robot = await startDingtalkRobot({ now: () => Date.parse(story.clock.now()), secret: 'SEC' });
    peers.push(robot);
    const id = await channel(
      'dingtalk',
      {},
      { url: `${robot.url}/robot/send?access_token=genuine`, signing: 'SEC' },
    );
    await contact(id, { unit: 'liaison' });
    await carriedUntil('2024-09-30 17:40'); // the chase goes to liaison and head, both of the education bureau
    const texts = robot.received.map(
      ({ body }) => (JSON.parse(body) as { text: { content: string } }).text.content,
    );
    expect(texts.join().match(/催报：/gu)).toHaveLength(1);
  });
});

describe('a letter', () => {
  beforeEach(async () => {
    await contact(await mailChannel(), { username: 'liaison' }, { address: 'li@luoshi.example' });
  });

  it('that the server cannot take now is tried again later, with growing pauses', async () => {
    mail.misbehave(451);
    const by = courier();
    await carriedUntil('2024-09-30 17:40', by);
    expect(await letters()).toMatchObject([
      { state: 'failedForNow', attempts: 1, failure_code: 'PeerInTrouble' },
    ]);
    await by.carry(SMALL_DISTRICT);
    expect((await letters())[0]?.attempts).toBe(1); // not before its pause is over
    mail.misbehave(null);
    await carriedUntil('2024-09-30 17:41', by);
    expect(await letters()).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(mail.received).toHaveLength(1);
  });

  it('that was handed to a server which hangs up counts as not known, and goes again under the same key', async () => {
    mail.misbehave('hangUp');
    await carriedUntil('2024-09-30 17:40');
    expect(await letters()).toMatchObject([{ state: 'failedForNow', attempts: 1, again: true }]);
    expect(await story.read('select outcome from letter_attempt')).toEqual([{ outcome: 'unknown' }]);
    mail.misbehave(null);
    await carriedUntil('2024-09-30 17:41');
    expect(await letters()).toMatchObject([{ state: 'sent', attempts: 2, again: true }]);
    const ids = mail.received.map(({ text }) => /^Message-ID: (.+)$/imu.exec(text)?.[1]);
    expect(ids).toEqual([ids[0], ids[0]]);
  });

  it('whose sender dies before it is sent is sent by another, with the same key, and says that it may be a repeat', async () => {
    await story.until('2024-09-30 17:40');
    await expect(
      courier((point) => {
        if (point === 'letters.claimed') throw new Error('killed');
      }).carry(SMALL_DISTRICT),
    ).rejects.toThrow('killed');
    expect(await letters()).toMatchObject([{ state: 'sending', attempts: 1 }]);
    await courier().carry(SMALL_DISTRICT);
    expect(mail.received).toEqual([]); // it may still be at work
    await carriedUntil('2024-09-30 17:45');
    expect(mail.received).toHaveLength(1);
    expect(await letters()).toMatchObject([{ state: 'sent', attempts: 2, again: true }]);
  });

  it('whose sender dies after it was sent is sent again under the same key: a repeat, never a loss', async () => {
    await story.until('2024-09-30 17:40');
    await expect(
      courier((point) => {
        if (point === 'letter.sent') throw new Error('killed');
      }).carry(SMALL_DISTRICT),
    ).rejects.toThrow('killed');
    await carriedUntil('2024-09-30 17:45');
    const ids = mail.received.map(({ text }) => /^Message-ID: (.+)$/imu.exec(text)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await story.read('select number, outcome from letter_attempt order by number')).toEqual([
      { number: 1, outcome: 'unknown' },
      { number: 2, outcome: 'sent' },
    ]);
  });

  it('to an address that does not exist is given up; the supervision office is asked to ring up', async () => {
    await inDistrict((tx) => tx.execute(`update contact set address = 'gone@luoshi.example'`));
    await carriedUntil('2024-09-30 17:40');
    expect(await letters()).toMatchObject([{ state: 'failedForGood', failure_code: 'AddressRefused' }]);
    expect(await story.read('select state from contact')).toEqual([{ state: 'refused' }]);
    const alerts = await story.read<{ title: string }>(`select title from alert where kind = 'unreached'`);
    expect(alerts.length).toBeGreaterThan(0);
    expect(alerts[0]?.title).toContain('请电话通知');
    // Nothing more is tried there.
    await carriedUntil('2024-10-10 17:40');
    expect(await letters()).toHaveLength(1);
  });

  it('waits while its channel is paused, and goes out when it goes on', async () => {
    await inDistrict((tx) =>
      told(tx, () => tx.execute(`update channel set state = 'paused', paused_reason = '维护'`)),
    );
    const by = courier();
    await carriedUntil('2024-09-30 17:40', by);
    expect(await letters()).toMatchObject([{ state: 'pending', attempts: 0 }]);
    await inDistrict((tx) =>
      told(tx, () => tx.execute(`update channel set state = 'on', paused_reason = null`)),
    );
    await by.carry(SMALL_DISTRICT);
    expect(mail.received).toHaveLength(1);
  });

  it('of a channel that was sealed with another key waits; the channel is paused and somebody is told', async () => {
    await inDistrict((tx) =>
      told(tx, () =>
        tx.execute('update channel set sealed_secret = $1', [
          secretBox(Buffer.alloc(32, 1)).seal({ password: 'x' }),
        ]),
      ),
    );
    await carriedUntil('2024-09-30 17:40');
    expect(await letters()).toMatchObject([{ state: 'pending', attempts: 0 }]);
    expect(await story.read(`select kind from alert where kind = 'channel'`)).toEqual([{ kind: 'channel' }]);
  });
});

describe('a peer with a limit', () => {
  it('is never asked for more than it allows, by however many couriers', async () => {
    const robot = await startDingtalkRobot({ now: () => Date.parse(story.clock.now()) });
    peers.push(robot);
    const id = await channel('dingtalk', {}, { url: `${robot.url}/?access_token=genuine` });
    await contact(id, { unit: 'liaison' });
    await inDistrict((tx) =>
      tx.execute(
        `insert into message (jurisdiction_id, id, person_id, unit_id, channel, kind, title, body, state, deliver_at, created_at, idempotency_key)
         select $1, gen_random_uuid(), p.id, p.unit_id, 'inbox', 'notice', '第' || n, '', 'delivered', $2, $2, 'n' || n
         from generate_series(1, 30) n, person p where p.username = 'liaison'`,
        [SMALL_DISTRICT, story.clock.now()],
      ),
    );
    // Each message a letter of its own, as if they had come one by one.
    const [one, other] = [courier(), courier()];
    await one.carry(SMALL_DISTRICT);
    await inDistrict((tx) =>
      tx.execute(
        `insert into letter (jurisdiction_id, id, contact_id, channel_id, title, body, state, not_before, created_at)
         select jurisdiction_id, gen_random_uuid(), contact_id, channel_id, title, body, 'pending', created_at, created_at
         from letter, generate_series(1, 29)`,
      ),
    );
    await Promise.all([one.carry(SMALL_DISTRICT), other.carry(SMALL_DISTRICT)]);
    expect(robot.received).toHaveLength(20);
    await carriedUntil('2024-09-24 09:02', one);
    expect(robot.received).toHaveLength(30);
    expect((await letters()).map(({ state }) => state)).toEqual(Array<string>(30).fill('sent'));
  });

  it('that asks for rest gets it', async () => {
    let answer = { status: 429, headers: { 'retry-after': '3600' } as Record<string, string> };
    const peer = await startHttpPeer(() => answer);
    peers.push(peer);
    const id = await channel('webhook', {}, { secret: 'a secret of sixteen characters' });
    await contact(id, { username: 'liaison' }, { address: `${peer.url}/hook` });
    const by = courier();
    await carriedUntil('2024-09-30 14:10', by);
    answer = { status: 200, headers: {} };
    await carriedUntil('2024-09-30 15:00', by);
    expect(peer.received).toHaveLength(1);
    await carriedUntil('2024-09-30 15:11', by);
    expect(peer.received).toHaveLength(2);
  });
});

describe('several sittings that end at one instant', () => {
  it('are one letter, also when a courier looks in between the firing of their clocks', async () => {
    await contact(await mailChannel(), { username: 'liaison' }, { address: 'li@luoshi.example' });
    const by = courier();
    await carriedUntil('2024-09-30 17:29', by); // the reminders of the day before and of the day
    const before = mail.received.length;
    // 17:30: another sitting's clock has been fired already, that of the ten days not yet.
    story.down('2024-09-30 17:30');
    await inDistrict((tx) =>
      tx.execute(
        `insert into message (jurisdiction_id, id, person_id, unit_id, channel, kind, title, body, state, deliver_at, created_at, idempotency_key)
         select $1, gen_random_uuid(), p.id, p.unit_id, 'inbox', 'chase', '催报：2024年9月月报', '', 'delivered', $2, $2, 'month'
         from person p where p.username = 'liaison'`,
        [SMALL_DISTRICT, story.clock.now()],
      ),
    );
    await by.carry(SMALL_DISTRICT);
    expect(mail.received).toHaveLength(before);
    await carriedUntil('2024-09-30 17:30', by);
    expect(mail.received).toHaveLength(before + 1);
    const [last] = await story.read<{ title: string }>(
      'select title from letter order by created_at desc limit 1',
    );
    expect(last?.title).toMatch(/^催报：.*等2件事项$/u);
  });

  it('do not wait for ever for a sweeper that stands still', async () => {
    await contact(await mailChannel(), { username: 'liaison' }, { address: 'li@luoshi.example' });
    const by = courier();
    story.down('2024-09-30 17:30');
    await inDistrict((tx) =>
      tx.execute(
        `insert into message (jurisdiction_id, id, person_id, unit_id, channel, kind, title, body, state, deliver_at, created_at, idempotency_key)
         select $1, gen_random_uuid(), p.id, p.unit_id, 'inbox', 'chase', '催报', '', 'delivered', $2, $2, 'month'
         from person p where p.username = 'liaison'`,
        [SMALL_DISTRICT, story.clock.now()],
      ),
    );
    await by.carry(SMALL_DISTRICT);
    expect(mail.received).toEqual([]);
    story.down('2024-09-30 17:41');
    await by.carry(SMALL_DISTRICT);
    expect(mail.received).toHaveLength(1);
  });
});

describe('many messages for one person', () => {
  it('that are due together are one letter; beyond six an hour they wait and go out together', async () => {
    await contact(await mailChannel(), { username: 'liaison' }, { address: 'li@luoshi.example' });
    const by = courier();
    const tell = (n: number): Promise<number> =>
      inDistrict((tx) =>
        tx.execute(
          `insert into message (jurisdiction_id, id, person_id, unit_id, channel, kind, title, body, state, deliver_at, created_at, idempotency_key)
           select $1, gen_random_uuid(), p.id, p.unit_id, 'inbox', 'k', '第' || $3, '', 'delivered', $2, $2, 'n' || $3
           from person p where p.username = 'liaison'`,
          [SMALL_DISTRICT, story.clock.now(), String(n)],
        ),
      );
    for (let n = 1; n <= 10; n += 1) {
      await tell(n);
      await by.carry(SMALL_DISTRICT);
    }
    expect(mail.received).toHaveLength(6);
    await carriedUntil('2024-09-24 10:01', by);
    expect(mail.received).toHaveLength(7);
    expect(subjects().at(-1)).toMatch(/等4件事项$/u);
  });
});

describe('a mail that comes back after its server had taken it', () => {
  const bounceOf = (text: string, status = '5.1.1'): Buffer => {
    const key = /^X-Luoshi-Key: (.+)$/imu.exec(text)?.[1]?.trim() ?? '';
    return Buffer.from(
      [
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        '',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.luoshi.example',
        '',
        'Final-Recipient: rfc822; li@luoshi.example',
        'Action: failed',
        `Status: ${status}`,
        'Diagnostic-Code: smtp; 550 user unknown',
        '',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `X-Luoshi-Key: ${key}`,
        '',
        '--b--',
        '',
      ].join('\r\n'),
    );
  };
  const TOKEN = 'secret-address-of-the-channel';
  const back = (body: Buffer): ReturnType<typeof recordReceipts> =>
    recordReceipts({ database: db.database, clock: story.clock }, TOKEN, body);
  const states = (): Promise<{ state: string; failure_code: string | null; failure: string | null }[]> =>
    story.read('select state, failure_code, failure from letter order by created_at');
  const toCall = (): Promise<{ reason: string }[]> =>
    story.read(`select reason from reach_watch where state = 'toCall'`);

  beforeEach(async () => {
    const id = await mailChannel();
    await contact(id, { username: 'liaison' }, { address: 'li@luoshi.example' });
    await inDistrict((tx) => told(tx, () => putReceiptAddress(tx, id, hashOfLink(TOKEN))));
    await carriedUntil('2024-09-30 17:40');
  });

  it('has failed for good: its address is not used again, and its addressee is called', async () => {
    expect(await states()).toEqual([{ state: 'sent', failure_code: null, failure: null }]);
    const [first] = mail.received;
    expect(await back(bounceOf(first?.text ?? ''))).toEqual({ ok: true, settled: 1 });
    expect(await states()).toEqual([
      { state: 'failedForGood', failure_code: 'Bounced', failure: '退信：5.1.1 550 user unknown' },
    ]);
    expect(await story.read('select state, refused_reason from contact')).toEqual([
      { state: 'refused', refused_reason: '退信：5.1.1 550 user unknown' },
    ]);
    expect((await toCall())[0]?.reason).toContain('退信');
    // Said again, it changes nothing; and nothing more goes there.
    expect(await back(bounceOf(first?.text ?? ''))).toEqual({ ok: true, settled: 0 });
    await carriedUntil('2024-10-10 18:40');
    expect(mail.received).toHaveLength(1);
  });

  it('for a full box has failed, and its address is used again', async () => {
    expect(await back(bounceOf(mail.received[0]?.text ?? '', '5.2.2'))).toEqual({ ok: true, settled: 1 });
    expect(await story.read('select state from contact')).toEqual([{ state: 'inUse' }]);
    expect((await toCall()).length).toBeGreaterThan(0);
  });

  it('is believed of letters of its own channel alone, and of what is a report', async () => {
    const forged = bounceOf(`X-Luoshi-Key: 0d5d7d6e-4f43-4b4e-9d56-000000000001`);
    expect(await back(forged)).toEqual({ ok: true, settled: 0 });
    expect(await back(Buffer.from('Subject: x\r\n\r\nhello'))).toEqual({ ok: false, why: 'unreadable' });
    expect((await states())[0]?.state).toBe('sent');
  });
});
