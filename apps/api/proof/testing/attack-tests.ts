import { expect, test } from '@jest/globals';
import { ROUTES } from '#contract';
import { asOwner } from '#testing';
import { PLAN, TASKS, UNITS } from '../../testing/district.js';
import { codeIn } from './matrix.js';
import { fingerprintOf } from './fingerprint.js';
import { operationsOf } from './operations.js';
import { PROOF_PASSWORD, type PopulatedWorld } from './populated-world.js';
import type { RawAnswer, SignedIn } from './raw-client.js';
import { sampleOf } from './schema-value.js';

const NOWHERE = '00000000-0000-4000-8000-00000000dead';
const INJECTED = [
  `' or '1'='1`,
  `'; drop table luoshi.task; --`,
  `\\'; select pg_sleep(9); --`,
  `%' or true --`,
  '$1',
  '${1}',
];

/** What somebody would try who wants more than is theirs; what is asked of every id is in the matrix. */
export function attackTests(worldOf: () => PopulatedWorld): void {
  test('SQL in a search, a filter or a cursor is text that nothing is called, and changes nothing', async () => {
    const { client, cast, errors } = worldOf();
    const before = await fingerprintOf(worldOf());
    const { operations } = await operationsOf(client);
    const lists = operations.filter(
      ({ method, path }) => method === 'GET' && !path.includes('{') && path.startsWith('/api/v1/'),
    );
    for (const { path, parameters } of lists.filter(
      ({ id }) => id !== 'alertStream' && id !== 'eventStream',
    )) {
      for (const { name } of parameters.filter((one) => one.in === 'query')) {
        for (const text of INJECTED) {
          const { status } = await client.send({
            method: 'GET',
            path: `${path}?${name}=${encodeURIComponent(text)}`,
            as: cast.supervisor,
          });
          expect([path, name, text, status >= 500 && status !== 501 && status !== 503]).toEqual([
            path,
            name,
            text,
            false,
          ]);
        }
      }
    }
    const { text } = await client.send({
      method: 'GET',
      path: `/api/v1/tasks?q=${encodeURIComponent(`' or '1'='1`)}`,
      as: cast.supervisor,
    });
    expect(JSON.parse(text)).toMatchObject({ items: [] });
    // Who looks at personal data is written down: that is the one thing that reading changes.
    const kept = Object.entries(before).filter(
      ([table]) => table !== 'session' && !/trail|record|look/.test(table),
    );
    expect(await fingerprintOf(worldOf())).toMatchObject(Object.fromEntries(kept));
    expect(errors.splice(0)).toEqual([]);
  }, 120_000);

  test('a formula in a title leaves as text in every exported table', async () => {
    const { client, cast, db } = worldOf();
    const title = '=HYPERLINK("http://evil.example","看")';
    await asOwner(db.ownerUrl, (owner) =>
      owner.query('update luoshi.task set title = $1 where id = $2', [title, TASKS['A1-03'].id]),
    );
    const csv = await client.send({
      method: 'GET',
      path: '/api/v1/tasks?format=csv',
      as: cast.headquartersOffice,
    });
    expect(csv.status).toBe(200);
    expect(csv.text).toContain('HYPERLINK');
    // A cell that begins so would be reckoned with.
    expect(csv.text).not.toMatch(/(?:^|[,\n])"?[=+@-](?!\d)/m);
  });

  test('a name with ends of lines writes no header of its own', async () => {
    const { client, cast } = worldOf();
    const name = encodeURIComponent('方案.txt\r\nSet-Cookie: stolen=1\r\n\r\n<script>');
    const sent = await client.send({
      method: 'POST',
      path: `/api/v1/plan-reviews?fileName=${name}`,
      headers: { 'Content-Type': 'application/octet-stream' },
      body: Buffer.from('另一份方案\n一、重点任务\n1.办好一件事。（区林业局牵头）\n'),
      as: cast.headquartersOffice,
    });
    expect(String(sent.headers['set-cookie'])).not.toContain('stolen');
    const id = /"id":"([0-9a-f-]{36})"/.exec(sent.text)?.[1];
    if (sent.status !== 201 || id === undefined) return expect(sent.status).toBeLessThan(500);
    const original = await client.send({
      method: 'GET',
      path: `/api/v1/plan-reviews/${id}/original`,
      as: cast.headquartersOffice,
    });
    expect(original.headers['set-cookie']).toBeUndefined();
    expect(original.headers['content-type']).toContain('application/octet-stream');
    expect(String(original.headers['content-disposition'])).toMatch(/^attachment; [^\r\n<>]*$/);
  });

  test('a path for a name leads out of no folder', async () => {
    const { client, cast } = worldOf();
    for (const path of [
      '/../../../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/..%2f..%2fpackage.json',
      '/api/v1/../../package.json',
      `/api/v1/plans/${NOWHERE}/ledgers/..%2f..%2fpackage.json.xlsx`,
    ]) {
      const { status, text } = await client.send({ method: 'GET', path, as: cast.supervisor });
      expect([path, status < 500, /root:|"dependencies"/.test(text)]).toEqual([path, true, false]);
    }
  });

  test('no change is made without the session’s own token, whatever site or form sends it', async () => {
    const { client, cast } = worldOf();
    const { operations, components } = await operationsOf(client);
    const before = await fingerprintOf(worldOf());
    const changing = operations.filter(
      ({ id, method }) => method !== 'GET' && !('open' in ROUTES[id as keyof typeof ROUTES]),
    );
    expect(changing.length).toBeGreaterThan(50);
    for (const { method, path, bodies, id } of changing) {
      const schema = bodies['application/json'];
      const body = schema && JSON.stringify(sampleOf(schema, components, () => NOWHERE));
      for (const headers of [
        {},
        { 'X-CSRF-Token': cast.supervisor.csrf },
        { 'X-CSRF-Token': cast.administrator.csrf, 'Sec-Fetch-Site': 'cross-site' },
      ]) {
        const answer = await client.send({
          method,
          path: path.replace(/\{\w+\}/g, NOWHERE),
          headers: {
            Cookie: `luoshi_session=${cast.administrator.token}`,
            'Content-Type': 'text/plain',
            ...headers,
          },
          body,
        });
        expect([
          id,
          answer.status,
          /^(?:CsrfTokenWrong|CrossSiteRequest)$/.test(codeIn(answer.text)),
        ]).toEqual([id, 403, true]);
      }
    }
    expect(await fingerprintOf(worldOf())).toEqual(before);
  }, 120_000);

  test('a session that was put into the browser beforehand is not the one that signing in begins', async () => {
    const { client } = worldOf();
    const chosen = 'A'.repeat(43);
    const begun = await signIn(worldOf(), { Cookie: `luoshi_session=${chosen}` });
    expect(String(begun.headers['set-cookie'])).not.toContain(chosen);
    const { status } = await client.send({
      method: 'GET',
      path: '/api/v1/session',
      headers: { Cookie: `luoshi_session=${chosen}` },
    });
    expect(status).toBe(401);
  });

  test('a cookie that was caught is worth nothing after its person has signed out', async () => {
    const { client } = worldOf();
    const begun = await signIn(worldOf());
    const cookie = String(begun.headers['set-cookie']).split(';')[0] ?? '';
    const csrf = (JSON.parse(begun.text) as { csrfToken: string }).csrfToken;
    const ask = (): Promise<number> =>
      client
        .send({ method: 'GET', path: '/api/v1/session', headers: { Cookie: cookie } })
        .then(({ status }) => status);
    expect(await ask()).toBe(200);
    await client.send({
      method: 'DELETE',
      path: '/api/v1/session',
      headers: { Cookie: cookie, 'X-CSRF-Token': csrf },
    });
    expect(await ask()).toBe(401);
  });

  test('a key that somebody has used gives what they were answered to nobody else, and does nothing in their name', async () => {
    const { client, cast } = worldOf();
    const order = (key: string, by: SignedIn, title: string): Promise<RawAnswer> =>
      client.send({
        method: 'POST',
        path: '/api/v1/tasks',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
        as: by,
        body: JSON.stringify({
          planId: PLAN.id,
          actionCode: 'A1',
          source: 'instruction',
          ref: '指挥长4月25日批示',
          title,
          text: '逐户走访，月底前完成。',
          leadUnitIds: [UNITS.farming.id],
        }),
      });
    const first = await order('caught-key', cast.headquartersOffice, '逐户走访');
    const again = await order('caught-key', cast.headquartersOffice, '逐户走访');
    expect(first.status).toBe(201);
    expect(JSON.parse(again.text)).toEqual(JSON.parse(first.text));
    expect(again.headers['idempotency-replayed']).toBe('true');
    const changed = await order('caught-key', cast.headquartersOffice, '另一件事');
    expect([changed.status, codeIn(changed.text)]).toEqual([422, 'IdempotencyKeyReused']);
    const own = await order('caught-key', cast.commander, '逐户走访');
    const none = await order('caught-key', cast.liaison, '逐户走访');
    expect([own.status, none.status]).toEqual([201, 403]);
    for (const answer of [own, none]) {
      expect(answer.headers['idempotency-replayed']).toBeUndefined();
      expect(idsIn(answer.text).filter((id) => idsIn(first.text).includes(id))).toEqual([]);
    }
  });

  test('members that a body has no business with give nobody a role, another jurisdiction or another author', async () => {
    const { client, cast, db, foreign } = worldOf();
    const extra = {
      role: 'administrator',
      roles: [{ role: 'administrator' }],
      jurisdictionId: foreign.id,
      personId: cast.auditor.personId,
      actorId: cast.auditor.personId,
      state: 'closed',
      version: 99,
      isAdmin: true,
    };
    const body = {
      planId: '20000000-0000-4000-8000-000000000001',
      actionCode: 'A1',
      source: 'instruction',
      ref: '批示',
      title: '排查',
      text: '排查',
      leadUnitIds: [UNITS.farming.id],
      ...extra,
    };
    const made = await client.change('POST', '/api/v1/tasks', cast.commander, body);
    expect([400, 201, 200]).toContain(made.status);
    const { rows } = await asOwner(db.ownerUrl, (owner) =>
      owner.query(
        `select 1 from luoshi.task where jurisdiction_id = $1 and title = '排查'
        union all select 1 from luoshi.role_assignment where person_id = $2 and role = 'administrator'`,
        [foreign.id, cast.commander.personId],
      ),
    );
    expect(rows).toEqual([]);
  });

  test('no address given in a request is one that the answer sends the browser to', async () => {
    const { client } = worldOf();
    for (const path of [
      '//evil.example/',
      '/\\evil.example',
      '/api/v1//evil.example',
      '/%2f%2fevil.example',
      '/?next=https://evil.example',
      '/api/v1/session?returnTo=//evil.example',
      '/l/x?to=https://evil.example',
    ]) {
      const { headers } = await client.send({
        method: 'GET',
        path,
        headers: { 'X-Forwarded-Host': 'evil.example' },
      });
      expect([path, headers['location'] ?? '']).toEqual([path, expect.not.stringMatching(/evil/)]);
    }
  });

  test('what is too large is refused at the door: body, head, address and nesting', async () => {
    const { client, cast } = worldOf();
    const path = '/api/v1/tasks';
    const post = (body: string): Promise<number> =>
      client
        .send({
          method: 'POST',
          path,
          headers: { 'Content-Type': 'application/json' },
          body,
          as: cast.commander,
        })
        .then(
          ({ status }) => status,
          () => 413,
        );
    expect(await post(JSON.stringify({ text: 'x'.repeat(3_000_000) }))).toBe(413);
    expect(await post('['.repeat(100_000))).toBe(400);
    expect(await post(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`)).toBe(400);
    const head = await client.send({ method: 'GET', path, headers: { 'X-Filler': 'x'.repeat(40_000) } });
    expect(head.status).toBe(431);
    const address = await client.send({
      method: 'GET',
      path: `${path}?q=${'x'.repeat(40_000)}`,
      as: cast.commander,
    });
    expect([400, 414, 431]).toContain(address.status);
  });
}

const idsIn = (text: string): string[] => text.match(/[0-9a-f-]{36}/g) ?? [];

function signIn({ client }: PopulatedWorld, headers: Record<string, string> = {}) {
  return client.send({
    method: 'POST',
    path: '/api/v1/session',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ username: 'proof-commander', password: PROOF_PASSWORD }),
  });
}
