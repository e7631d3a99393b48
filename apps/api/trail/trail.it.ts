import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROUTES, type ChainStateView, type TrailEntryView, type TrailPage } from '#contract';
import { BY_COMMAND, recordAccountChange, recordProduct } from '#engine';
import { systemClock } from '#persistence';
import {
  eventProofSchema,
  isSignedBy,
  newSealKey,
  sealJurisdiction,
  sealKey,
  verifyConsistency,
  verifyEventProof,
  type ConsistencyProof,
  type Seal,
} from '#sealing';
import { asOwner, createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import type { Browser } from '../testing/browser.js';
import { JURISDICTION, PLAN } from '../testing/district.js';
import { personId, type Username } from '../testing/people.js';

const clock = manualClock('2024-04-15T01:00:00.000Z');
const key = sealKey(newSealKey());
let db: TestDatabase;
let system: ApiUnderTest;
const browsers = new Map<Username, Browser>();

const as = async (username: Username): Promise<Browser> => {
  const known = browsers.get(username) ?? (await system.as(username));
  browsers.set(username, known);
  return known;
};
const lines = (): Promise<{ kind: string; actor_id: string; person_ids: string[]; details: object }[]> =>
  db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
    tx.query('select kind, actor_id, person_ids, details from trail_line order by at, seq'),
  );
const looks = async () => (await lines()).filter(({ kind }) => kind === 'read');
const search = async (query = ''): Promise<TrailPage> => {
  const answer = await (await as('auditor')).get(`/api/v1/trail${query}`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as unknown as TrailPage;
};
const seal = (): Promise<Seal[]> =>
  sealJurisdiction(db.database, JURISDICTION, key, () => new Date(Date.UTC(2024, 3, 16)).toISOString());

beforeAll(async () => {
  db = await createTestDatabase();
  // What is refused on purpose needs no line in the output of the tests.
  const log = { info: () => undefined, error: () => undefined };
  system = await startApi(db.database, clock, { more: { log } });
  await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
    recordAccountChange(
      tx,
      { ...BY_COMMAND, address: '10.1.2.3' },
      {
        action: 'passwordReset',
        at: systemClock.now(),
        personIds: [personId('farming')],
        details: { secondFactor: false },
        before: { name: '张三', phone: '13800000000' },
        after: { name: '张三', phone: '13900000000' },
      },
    ),
  );
});
afterAll(async () => {
  await system.stop();
  await db.drop();
});

/** Seven events of two tasks, some at the same moment; their hashes are of no account here. */
const insertEvents = (): Promise<unknown> =>
  asOwner(db.ownerUrl, (owner) =>
    owner.query(
      `insert into luoshi.event (jurisdiction_id, subject_kind, subject_id, seq, type, payload, at, actor_id, idempotency_key,
         prev_hash, hash)
       select $1, 'task', t.id, n, 'SIGNED', '{}', '2024-04-12T01:00:00Z'::timestamptz + (n / 3) * interval '1 hour', $2,
         'k' || n, repeat('0', 64), repeat('1', 64)
       from (select id from luoshi.task where jurisdiction_id = $1 order by id limit 2) t, generate_series(1, 4) n
       where (t.id, n) <> (select id, 4 from luoshi.task where jurisdiction_id = $1 order by id limit 1)`,
      [JURISDICTION, personId('farming')],
    ),
  );

describe('a look at personal data', () => {
  it('is on the trail before the answer leaves: who, from where, and whose', async () => {
    const before = (await looks()).length;
    const answer = await (await as('admin')).get('/api/v1/people/contacts?search=%E5%90%8C%E5%BF%97&limit=3');
    expect(answer.status).toBe(200);
    const shown = (answer.body['items'] as { id: string }[]).map(({ id }) => id).sort();
    expect((await looks()).slice(before)).toEqual([
      {
        kind: 'read',
        actor_id: personId('admin'),
        person_ids: shown,
        details: { of: 'contacts', count: shown.length },
      },
    ]);
  });

  it('again and again within a quarter of an hour is one line; of somebody else, or from elsewhere, another', async () => {
    const before = (await looks()).length;
    const browser = await as('admin');
    await Promise.all(Array.from({ length: 5 }, () => browser.get('/api/v1/people/contacts?limit=2')));
    await browser.get('/api/v1/people/contacts?limit=2');
    const after = await looks();
    // Those that came in before the first was written down are lines of their own.
    expect(after.length - before).toBeGreaterThanOrEqual(1);
    expect(after.length - before).toBeLessThanOrEqual(5);
    await browser.get('/api/v1/people/contacts?limit=2');
    expect(await looks()).toHaveLength(after.length);
    await (await system.as('admin')).get('/api/v1/people/contacts?limit=2');
    expect(await looks()).toHaveLength(after.length + 1);
  });

  it('that cannot be written down is not answered', async () => {
    const barred = async (sql: string): Promise<void> => {
      await asOwner(db.ownerUrl, (owner) => owner.query(sql));
    };
    const browser = await as('admin');
    await barred('revoke insert on luoshi.trail_line from luoshi_app');
    const refused = await browser.get('/api/v1/people/contacts?limit=1');
    await barred('grant insert on luoshi.trail_line to luoshi_app');
    expect(refused.status).toBe(500);
    expect(JSON.stringify(refused.body)).not.toContain('同志');
    expect((await browser.get('/api/v1/people/contacts?limit=1')).status).toBe(200);
  });

  it('at one’s own is nobody’s business', async () => {
    const before = await looks();
    await (await as('farming')).get('/api/v1/sessions');
    await (await as('farming')).get('/api/v1/my-messages');
    expect(await looks()).toHaveLength(before.length);
  });

  it('that takes a list away as a file is an export', async () => {
    const answer = await (await as('admin')).raw('GET', '/api/v1/people/contacts?format=csv');
    expect(await answer.text()).toContain('同志');
    expect(await lines()).toContainEqual(
      expect.objectContaining({ kind: 'export', actor_id: personId('admin'), details: { of: 'contacts' } }),
    );
  });
});

describe('the auditor’s search', () => {
  it('is for auditors alone', async () => {
    for (const username of ['admin', 'hq', 'supervisor', 'farming'] as const)
      expect((await (await as(username)).get('/api/v1/trail')).status).toBe(403);
  });

  it('shows who did what to whom, with what stood there before and now, and from where', async () => {
    const { items } = await search('?kind=account&address=10.1.*');
    expect(items).toEqual([
      expect.objectContaining({
        actionLabel: '重置了密码',
        actor: null,
        persons: [{ id: personId('farming'), name: 'farming同志' }],
        viaLabel: '服务器命令',
        address: '10.1.2.3',
        before: { name: '张三', phone: '13800000000' },
        after: { name: '张三', phone: '13900000000' },
        erased: false,
        seal: null,
      }),
    ]);
    expect((await search('?address=10.1')).items).toEqual([]);
    expect((await search('?address=10%25')).items).toEqual([]);
  });

  it('names what was looked at and taken out in the language that is asked for', async () => {
    await (await as('admin')).get('/api/v1/people/contacts?limit=1');
    const auditor = await as('auditor');
    const named = async (language: string): Promise<unknown> => {
      const { body } = await auditor.send('GET', '/api/v1/trail?kind=read', {
        headers: { 'Accept-Language': language },
      });
      return (body as unknown as TrailPage).items.find(({ subject }) => subject?.id === 'peopleContacts')
        ?.subject?.title;
    };
    expect(await named('en')).toBe('addresses · People contacts');
    expect(await named('zh-CN')).toBe(`接收地址 · ${ROUTES.peopleContacts.summary}`);
  });

  it('names products by their title, and by their number once they have one', async () => {
    const [draft, issued] = ['00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000a2'];
    await asOwner(db.ownerUrl, (owner) =>
      owner.query(
        `insert into luoshi.product (jurisdiction_id, id, kind, plan_id, scope_kind, scope_id, period, edition, version,
           state, title, number, document, figures, figures_at, produced_at)
         select $1, id, 'monthlyBulletin', $2, 'plan', $2, '2024-03', edition, 1, 'draft', '三月通报', number, '{}', '{}', now(),
           now()
         from (values ($3::uuid, 1, null), ($4::uuid, 2, '张武通报〔2024〕1号')) as p (id, edition, number)`,
        [JURISDICTION, PLAN.id, draft, issued],
      ),
    );
    await db.database.transaction({ jurisdictionId: JURISDICTION }, async (tx) => {
      for (const id of [draft, issued])
        await recordProduct(tx, BY_COMMAND, {
          action: 'productProduced',
          at: systemClock.now(),
          target: { kind: 'product', id },
        });
    });
    const titles = (await search('?kind=product')).items.map(({ subject }) => subject?.title);
    expect(titles.sort()).toEqual(['三月通报', '三月通报（张武通报〔2024〕1号）']);
  });

  it('finds by person, unit, subject, kind and time, page by page, each row once', async () => {
    await insertEvents();
    const all: TrailEntryView[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: TrailPage = await search(
        `?limit=3&from=2020-01-01T00:00:00.000Z&kind=task${cursor && `&cursor=${cursor}`}`,
      );
      all.push(...page.items);
      cursor = page.nextCursor;
    }
    const places = all.map(({ chain, seq }) => `${chain.kind}/${chain.id}/${String(seq)}`);
    expect(new Set(places).size).toBe(places.length);
    expect(all).toHaveLength(7);
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .toSorted()
        .reverse(),
    );
    expect((await search(`?limit=200&from=2020-01-01T00:00:00.000Z&kind=task`)).items).toEqual(all);
    const [row] = all;
    const ofOne = await search(`?subject=${row?.chain.id ?? ''}&from=2020-01-01T00:00:00.000Z`);
    expect(ofOne.items.map(({ chain }) => chain.id)).toEqual(ofOne.items.map(() => row?.chain.id));
    const byAdmin = await search(`?person=${personId('admin')}&kind=read`);
    expect(byAdmin.items.length).toBeGreaterThan(0);
    for (const item of byAdmin.items)
      expect([item.actor?.id, ...item.persons.map(({ id }) => id)]).toContain(personId('admin'));
    expect((await search('?until=2001-01-01T00:00:00.000Z&from=2000-01-01T00:00:00.000Z')).items).toEqual([]);
  });

  it('is itself on the trail', async () => {
    await search('?kind=configuration');
    expect(await looks()).toContainEqual(
      expect.objectContaining({ actor_id: personId('auditor'), details: { of: 'trail', count: 0 } }),
    );
  });
});

describe('seals', () => {
  it('vouch for rows, are published to everybody, and prove an event and each other with no record', async () => {
    const [first] = await seal();
    await search('?kind=retention');
    await seal();
    const { items } = await search('?kind=account');
    const [row] = items;
    expect(row?.seal?.number).toBe(1);
    const auditor = await as('auditor');
    const chain = `/api/v1/trail/${row?.chain.kind ?? ''}/${row?.chain.id ?? ''}`;
    const state = (await auditor.get(chain)).body as unknown as ChainStateView;
    expect(state).toMatchObject({ holds: true, fault: null, length: 1, sealedUpTo: 1, title: 'farming同志' });
    const proof = eventProofSchema.parse((await auditor.get(`${chain}/1/proof`)).body);

    const published = await fetch(`${system.url}/api/v1/public/jurisdictions/${JURISDICTION}/seals?limit=1`);
    const page = (await published.json()) as { items: Seal[]; nextAfter: number };
    expect(page).toMatchObject({ items: [{ number: 1, hash: first?.hash }], nextAfter: 1 });
    expect(verifyEventProof(proof, { keys: [key.publicKey], published: page.items })).toEqual([]);
    expect(isSignedBy(key.publicKey, 'another text', page.items[0]?.signature ?? '')).toBe(false);
    const past = await fetch(
      `${system.url}/api/v1/public/jurisdictions/${JURISDICTION}/seals/consistency?from=1&to=2`,
    );
    expect(verifyConsistency((await past.json()) as ConsistencyProof, { keys: [key.publicKey] })).toEqual([]);
    expect((await fetch(`${system.url}/api/v1/public/jurisdictions/999999/seals`)).status).toBe(200);
    expect((await auditor.get(`${chain}/7/proof`)).status).toBe(404);
    expect((await (await as('admin')).get(`${chain}/1/proof`)).status).toBe(403);
  });

  it('say of a chain that was touched where it does not hold', async () => {
    await asOwner(db.ownerUrl, (owner) =>
      owner.query(`set search_path = luoshi; alter table trail_line disable trigger all;
        update trail_line set action = 'accountLocked' where chain_id = '${personId('farming')}';
        alter table trail_line enable trigger all`),
    );
    const state = await (await as('auditor')).get(`/api/v1/trail/actor/${personId('farming')}`);
    expect(state.body).toMatchObject({ holds: false, fault: { seq: 1, label: '内容被改动' } });
  });
});
