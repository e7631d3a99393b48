import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { ROUTES, type Route } from '#contract';
import type { Role } from '#accountability';
import type { Scope } from '#persistence';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { Browser, problemOf, type Answer } from '../testing/browser.js';
import { JURISDICTION, PLAN, TASKS, UNITS } from '../testing/district.js';
import { PASSWORD, personId, type Username } from '../testing/people.js';

/** What is heavier is proven where there is time for it. */
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? test.skip : test;
if (process.env['LUOSHI_VERIFY'] === undefined)
  process.stderr.write('accounts over HTTP, but for the first of each kind: in CI (LUOSHI_VERIFY)\n');

const ACCOUNTS = '/api/v1/accounts';
const GOOD = '山高路远坑深大军纵横';
const clock = manualClock('2024-04-12T01:00:00.000Z');
let db: TestDatabase;
let api: ApiUnderTest;
let system: Browser;
let security: Browser;
let audit: Browser;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, clock);
  for (const [who, role] of [
    ['convener', 'securityAdministrator'],
    ['taskforce', 'auditAdministrator'],
  ] as const)
    await inDistrict(
      `update role_assignment set role = $2, scope_kind = 'jurisdiction', scope_id = $3 where person_id = $1`,
      [personId(who), role, JURISDICTION],
    );
  [system, security, audit] = [await api.as('admin'), await api.as('convener'), await api.as('taskforce')];
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

const inDistrict = (sql: string, params: unknown[] = [], more: Partial<Scope> = {}) =>
  db.database.transaction({ jurisdictionId: JURISDICTION, ...more }, (tx) => tx.query(sql, params));
const seen = async (browser: Browser, id: string): Promise<Record<string, unknown>> =>
  (await browser.get(`${ACCOUNTS}/${id}`)).body;
const act = async (browser: Browser, id: string, what: string, body: object = {}): Promise<Answer> =>
  browser.change(
    `${ACCOUNTS}/${id}/${what}`,
    { reason: '按通知办理', ...body },
    { ifMatch: Number((await seen(security, id))['version']) },
  );
const grant = (
  browser: Browser,
  id: string,
  role: Role,
  scopeKind: string,
  scopeId: string,
): Promise<Answer> => act(browser, id, 'roles', { role, scopeKind, scopeId });
const create = (browser: Browser, username: string): Promise<Answer> =>
  browser.change(ACCOUNTS, { username, name: '张三', unitId: UNITS.farming.id, reason: '新到任' });
const linesOf = (action: string) =>
  inDistrict(
    `select l.actor_id as actor, l.person_ids as about, l.details, p.before, p.after, p.address
     from trail_line l left join trail_personal p using (jurisdiction_id, chain_id, seq)
     where l.action = $1 order by l.at, l.seq`,
    [action],
  );

describe('the accounts of a jurisdiction', () => {
  inCi(
    'are shown to the three administrators and the auditor, each with what they may do; to nobody else',
    async () => {
      const { body } = await system.get(`${ACCOUNTS}?q=farm`);
      expect(body).toMatchObject({
        total: 1,
        mayCreate: true,
        items: [
          {
            username: 'farming',
            unit: { name: '区农业农村局' },
            state: 'active',
            roles: [{ role: 'liaison', label: '联络员', scopeLabel: '区农业农村局' }],
            allowedActs: ['change', 'bar', 'resetPassword', 'leave'].filter((one) => one !== 'leave'),
          },
        ],
      });
      const bySecurity = (await security.get(`${ACCOUNTS}?q=farm`)).body['items'] as object[];
      expect(bySecurity).toMatchObject([{ allowedActs: ['bar', 'grantRole', 'withdrawRole', 'leave'] }]);
      for (const looking of [audit, await api.as('auditor')])
        expect((await looking.get(ACCOUNTS)).body['items']).toEqual(
          expect.arrayContaining([expect.objectContaining({ username: 'farming', allowedActs: [] })]),
        );
      for (const other of ['hq', 'farming', 'supervisor'] as const)
        expect(problemOf(await (await api.as(other)).get(ACCOUNTS))).toEqual({
          status: 403,
          code: 'NotPermitted',
        });
    },
  );

  inCi('come in pages by user name, and are found by unit, role and state', async () => {
    const first = (await system.get(`${ACCOUNTS}?limit=3`)).body;
    const rest = (await system.get(`${ACCOUNTS}?limit=200&cursor=${String(first['nextCursor'])}`)).body;
    const names = [...(first['items'] as object[]), ...(rest['items'] as object[])].map(
      (one) => (one as { username: string }).username,
    );
    expect(names).toEqual(names.toSorted());
    expect(names).toHaveLength(Number(first['total']));
    const found = async (query: string): Promise<string[]> =>
      ((await system.get(`${ACCOUNTS}?${query}`)).body['items'] as { username: string }[]).map(
        ({ username }) => username,
      );
    expect(await found(`unitId=${UNITS.farming.id}`)).toEqual(['farming']);
    expect(await found('role=securityAdministrator')).toEqual(['convener']);
    expect(await found('state=left')).toEqual(['retired']);
    expect(await found('q=%25')).toEqual([]);
  });
});

describe('a new account', () => {
  test('has a password that is told once, kept nowhere, and must be changed; and no role until security gives one', async () => {
    const body = { username: 'zhangsan', name: '张三', unitId: UNITS.farming.id, reason: '新到任' };
    const made = await system.change(ACCOUNTS, body, { key: 'new-zhangsan' });
    expect(made.status).toBe(201);
    const { firstPassword, account } = made.body as { firstPassword: string; account: { id: string } };
    expect(problemOf(await system.change(ACCOUNTS, body, { key: 'new-zhangsan' }))).toMatchObject({
      code: 'AnswerShownOnce',
    });
    const kept = await inDistrict(
      `select to_jsonb(t)::text as row from trail_line t union all select to_jsonb(p)::text from trail_personal p
       union all select to_jsonb(a)::text from idempotent_answer a union all select to_jsonb(c)::text from credential c`,
    );
    expect(JSON.stringify(kept)).not.toContain(firstPassword);

    const browser = new Browser(api.url);
    expect((await browser.signIn('zhangsan', firstPassword)).body).toMatchObject({
      mustChangePassword: true,
    });
    expect(problemOf(await browser.get('/api/v1/tasks'))).toMatchObject({ code: 'PasswordMustChange' });
    const changed = await browser.send('PUT', '/api/v1/session/password', {
      body: { current: firstPassword, next: GOOD },
    });
    expect(changed.body).toMatchObject({ roles: [], mustChangePassword: false });

    expect((await grant(security, account.id, 'liaison', 'unit', UNITS.farming.id)).status).toBe(201);
    expect((await browser.get('/api/v1/session')).body).toMatchObject({ roles: [{ role: 'liaison' }] });
    expect(await linesOf('accountCreated')).toMatchObject([
      { actor: personId('admin'), about: [account.id], after: { username: 'zhangsan', reason: '新到任' } },
    ]);
    expect(await linesOf('roleGranted')).toMatchObject([
      {
        actor: personId('convener'),
        about: [account.id],
        details: { role: 'liaison', scopeKind: 'unit', scopeId: UNITS.farming.id },
        address: expect.stringMatching(/127\.0\.0\.1|::1/),
      },
    ]);
  });

  inCi(
    'is not made under a name that is taken, for a unit that there is not, or by another than the system administrator',
    async () => {
      expect(problemOf(await create(system, 'farming'))).toEqual({ status: 409, code: 'UsernameTaken' });
      const nowhere = { username: 'lisi', name: '李四', unitId: personId('hq'), reason: '新到任' };
      expect(problemOf(await system.change(ACCOUNTS, nowhere))).toEqual({
        status: 422,
        code: 'AccountUnitUnknown',
      });
      for (const other of [security, audit, await api.as('hq')])
        expect(problemOf(await create(other, 'lisi'))).toEqual({ status: 403, code: 'NotPermitted' });
      expect((await system.change(ACCOUNTS, { ...nowhere, username: 'Li Si' })).status).toBe(400);
    },
  );
});

describe('what is done to an account', () => {
  inCi('is done by whose office it is, and by no other of the three', async () => {
    const id = personId('forestry');
    const assignment = { role: 'supportUnitLiaison', scopeKind: 'unit', scopeId: UNITS.forestry.id };
    const table: [what: string, body: object, by: Browser][] = [
      ['password-reset', {}, system],
      ['bar', {}, system],
      ['unbar', {}, security],
      ['roles', assignment, security],
      ['departure', { successorId: null }, security],
    ];
    for (const [what, body, by] of table)
      for (const other of [system, security, audit, await api.as('hq')]) {
        if (other === by || what === 'bar') continue;
        const { status, code } = problemOf(await act(other, id, what, body));
        expect([what, status, code]).toEqual([what, 403, 'NotPermitted']);
      }
  });

  inCi('is refused where the account has moved on since it was seen, or is one’s own', async () => {
    const id = personId('forestry');
    const stale = await system.change(`${ACCOUNTS}/${id}/bar`, { reason: '停用' }, { ifMatch: 77 });
    expect(problemOf(stale)).toEqual({ status: 412, code: 'VersionConflict' });
    expect((await system.change(`${ACCOUNTS}/${id}/bar`, { reason: '停用' })).status).toBe(428);
    expect(problemOf(await act(system, personId('admin'), 'bar'))).toMatchObject({ code: 'OwnAccount' });
    expect(
      problemOf(await grant(security, personId('convener'), 'supervisor', 'jurisdiction', JURISDICTION)),
    ).toEqual({
      status: 403,
      code: 'OwnAccount',
    });
  });

  inCi(
    'shuts out whoever is signed in, by whatever they came in, until security lets them in again',
    async () => {
      const browser = await api.as('forestry');
      const made = await browser.change('/api/v1/api-tokens', {
        name: '平台',
        scopes: ['read'],
        days: 9,
        password: PASSWORD,
      });
      const headers = { Authorization: `Bearer ${String(made.body['token'])}` };
      expect((await fetch(`${api.url}/api/v1/tasks`, { headers })).status).toBe(200);
      expect((await act(system, personId('forestry'), 'bar')).body).toMatchObject({ state: 'barred' });
      expect((await browser.get('/api/v1/session')).status).toBe(401);
      expect((await fetch(`${api.url}/api/v1/tasks`, { headers })).status).toBe(401);
      expect((await new Browser(api.url).signIn('forestry')).status).toBe(401);
      expect((await act(security, personId('forestry'), 'unbar')).body).toMatchObject({ state: 'active' });
      expect((await new Browser(api.url).signIn('forestry')).status).toBe(201);
      expect((await fetch(`${api.url}/api/v1/tasks`, { headers })).status).toBe(401);
      expect(await linesOf('accountClosed')).toMatchObject([{ after: { reason: '按通知办理' } }]);
    },
  );

  inCi('unlocks whom wrong passwords locked', async () => {
    for (let i = 0; i < 5; i += 1) await new Browser(api.url).signIn('hq', 'wrong');
    expect((await seen(security, personId('hq')))['state']).toBe('locked');
    expect((await act(security, personId('hq'), 'unbar')).body).toMatchObject({ state: 'active' });
    expect((await new Browser(api.url).signIn('hq')).status).toBe(201);
    expect(problemOf(await act(security, personId('hq'), 'unbar'))).toMatchObject({
      code: 'AccountNotBarred',
    });
  });

  inCi('never gives one administrator the password of another', async () => {
    for (const who of ['convener', 'taskforce'] as const)
      for (const what of ['password-reset', 'bar', 'revocation'])
        expect(problemOf(await act(system, personId(who), what))).toEqual({
          status: 403,
          code: 'AdministratorAccount',
        });
  });

  inCi('hands over what somebody held who leaves, and ends their access', async () => {
    const left = await act(security, personId('newcomer'), 'departure', {
      successorId: personId('forestry'),
    });
    expect(left.body).toMatchObject({ state: 'left', roles: [], allowedActs: [] });
    const roles = (await seen(security, personId('forestry')))['roles'] as { role: string }[];
    expect(roles.map(({ role }) => role)).toEqual(['liaison']);
    expect(
      problemOf(
        await act(security, personId('newcomer'), 'roles', {
          role: 'liaison',
          scopeKind: 'unit',
          scopeId: UNITS.forestry.id,
        }),
      ),
    ).toMatchObject({ code: 'AccountLeft' });
  });

  inCi('withdraws a role at once, shows the vacancy, and gives it again', async () => {
    const id = personId('farming');
    const [held] = (await seen(security, id))['roles'] as { id: string }[];
    const browser = await api.as('farming');
    const gone = await act(security, id, `roles/${held?.id ?? ''}/withdrawal`);
    expect(gone.body).toMatchObject({ roles: [] });
    expect((await browser.get('/api/v1/session')).body).toMatchObject({ roles: [] });
    expect(problemOf(await grant(security, id, 'liaison', 'plan', 'X'))).toMatchObject({
      code: 'RoleScopeWrong',
    });
    expect((await grant(security, id, 'liaison', 'unit', UNITS.farming.id)).status).toBe(201);
    expect(problemOf(await grant(security, id, 'liaison', 'unit', UNITS.farming.id))).toMatchObject({
      code: 'RoleHeld',
    });
  });
});

describe('the three offices', () => {
  inCi('are joined by nobody, whoever asks and in whatever order', async () => {
    for (const [who, role] of [
      ['supervisor', 'administrator'],
      ['hq', 'auditAdministrator'],
      ['taskforce', 'administrator'],
      ['admin', 'supervisor'],
    ] as const)
      expect(problemOf(await grant(security, personId(who), role, 'jurisdiction', JURISDICTION))).toEqual({
        status: 409,
        code: 'OfficesApart',
      });
  });

  const insert = (who: Username, role: Role, from: string | null = null, to: string | null = null) =>
    inDistrict(
      `insert into role_assignment (jurisdiction_id, id, person_id, role, scope_kind, scope_id, valid_from, valid_to)
       values ($1, gen_random_uuid(), $2, $3, 'jurisdiction', $1, $4, $5)`,
      [JURISDICTION, personId(who), role, from, to],
    );

  test('are kept apart by the database itself, also where the application forgets to ask', async () => {
    await expect(insert('admin', 'auditAdministrator')).rejects.toThrow(/holds no other role/);
    await expect(insert('supervisor', 'securityAdministrator')).rejects.toThrow(/holds no other role/);
    await expect(
      inDistrict(`update role_assignment set person_id = $1 where person_id = $2`, [
        personId('admin'),
        personId('supervisor'),
      ]),
    ).rejects.toThrow(/holds no other role/);
  });

  test('may be held one after the other', async () => {
    await insert('retired', 'assessor', '2020-01-01', '2020-06-30');
    await inDistrict(
      `update role_assignment set valid_to = '2019-12-31' where person_id = $1 and role = 'liaison'`,
      [personId('retired')],
    );
    await insert('retired', 'administrator', '2020-07-01', '2020-12-31');
    await expect(insert('retired', 'assessor', '2020-12-31', null)).rejects.toThrow(/holds no other role/);
    await insert('retired', 'assessor', '2021-01-01', null);
  });

  test('are not joined by two grants at once either', async () => {
    const made = await create(system, 'torn');
    const id = (made.body['account'] as { id: string }).id;
    const roles = ['administrator', 'auditAdministrator', 'supervisor', 'securityAdministrator'];
    const given = await Promise.allSettled(
      roles.map((role) =>
        inDistrict(
          `insert into role_assignment (jurisdiction_id, id, person_id, role, scope_kind, scope_id)
           values ($1, gen_random_uuid(), $2, $3, 'jurisdiction', $1)`,
          [JURISDICTION, id, role],
        ),
      ),
    );
    expect(given.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  const WRITTEN: readonly [table: string, columns: string, values: string][] = [
    [
      'progress_report',
      'obligation_id, task_id, unit_id, revision, progress, filed_by, filed_at',
      `$2, $2, $2, 1, 50, $3, $4`,
    ],
    [
      'duty_record',
      'obligation_id, unit_id, kind, revision, body, filed_by, filed_at',
      `$2, $2, 'meeting', 1, '{}', $3, $4`,
    ],
    [
      'verification',
      'plan_id, task_id, unit_id, reason, ordered_by, ordered_at, due_at, state',
      `$2, $2, $2, '核实', $3, $4, $4, 'open'`,
    ],
    [
      'score_decision',
      'plan_id, unit_id, points, reason, decided_by, decided_at',
      `$2, $2, 1, '扣分', $3, $4`,
    ],
    [
      'score_sheet',
      'plan_id, number, scheme_id, scheme_version, from_on, to_on, as_of, body, hash, reason, kept_by, kept_at',
      `$2, 1, 's', 1, '2024-01-01', '2024-03-31', $4, '{}', 'h', 'r', $3, $4`,
    ],
    [
      'scheme_in_force',
      'scheme_id, version, reason, put_by, since',
      `'s', coalesce(length($2), 1), 'r', $3, $4`,
    ],
  ];
  test.each(WRITTEN)(
    'write no %s: not in an administrator’s request, and not by an administrator in any other',
    async (table, columns, values) => {
      const write = (by: string, more: Partial<Scope>) =>
        inDistrict(
          `insert into ${table} (jurisdiction_id, id, ${columns}) values ($1, gen_random_uuid(), ${values})`,
          [JURISDICTION, TASKS['A1-01'].id, by, clock.now()].slice(0, values.includes('$4') ? 4 : 3),
          more,
        );
      await expect(write(personId('supervisor'), { office: 'administration' })).rejects.toThrow(
        /row-level security/,
      );
      for (const who of ['admin', 'convener', 'taskforce'] as const)
        await expect(write(personId(who), {})).rejects.toThrow(/row-level security/);
      // Of somebody else it is another rule that stops this row: there is no such obligation, plan or scheme.
      await expect(write(personId('supervisor'), {})).rejects.toThrow(/foreign key|Value/);
    },
  );

  inCi('change nothing of the work by any route, with whatever is asked', async () => {
    const tables = [
      'progress_report',
      'duty_record',
      'verification',
      'score_decision',
      'score_sheet',
      'event',
    ];
    const count = () =>
      inDistrict(`select ${tables.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ')}`);
    const before = await count();
    const work = Object.entries<Route>(ROUTES).filter(
      ([, route]) =>
        route.change === true &&
        [
          'task',
          'sitting',
          'report',
          'duty',
          'verification',
          'standing',
          'notice',
          'review',
          'draw',
          'plan',
        ].includes(route.tag),
    );
    expect(work.length).toBeGreaterThan(15);
    for (const [name, route] of work) {
      const path = route.path.replace(/\{id\}/g, TASKS['A1-01'].id).replace(/\{\w+\}/g, 'confirm');
      for (const browser of [system, security, audit]) {
        const { status } = await browser.change(
          path,
          { reason: '试', progress: 50 },
          {
            ifMatch: 0,
            method: route.method.toUpperCase(),
          },
        );
        expect([name, status >= 400 && status < 500]).toEqual([name, true]);
      }
    }
    expect(await count()).toEqual(before);
  });
});

describe('duties that are kept apart', () => {
  const TASK = `/api/v1/tasks/${TASKS['A1-03'].id}`;
  const hold = (who: Username, role: Role, scopeKind: string, scopeId: string) =>
    inDistrict(
      `insert into role_assignment (jurisdiction_id, id, person_id, role, scope_kind, scope_id)
       values ($1, gen_random_uuid(), $2, $3, $4, $5)`,
      [JURISDICTION, personId(who), role, scopeKind, scopeId],
    );
  const onTask = async (browser: Browser, action: string, body: object = {}): Promise<Answer> =>
    browser.change(`${TASK}/actions/${action}`, body, {
      ifMatch: Number((await browser.get(TASK)).body['version']),
    });

  inCi('no closure is passed or sent back by who asked for it, whatever else they are', async () => {
    const [hq, forestry] = [await api.as('hq'), await api.as('forestry')];
    for (const action of ['confirm', 'dispatch']) expect((await onTask(hq, action)).status).toBe(200);
    expect((await onTask(forestry, 'sign')).status).toBe(200);
    expect((await onTask(forestry, 'requestClosure', { statement: '已完成' })).status).toBe(200);
    await hold('forestry', 'taskForceOffice', 'action', `${PLAN.code}/A1`);
    for (const [action, body] of [
      ['passGate', {}],
      ['returnClosure', { reason: '自己审自己' }],
    ] as const)
      expect([action, problemOf(await onTask(forestry, action, body))]).toEqual([
        action,
        { status: 403, code: 'NotIndependent' },
      ]);
    await hold('farming', 'taskForceOffice', 'action', `${PLAN.code}/A1`);
    expect((await onTask(await api.as('farming'), 'passGate')).status).toBe(200);
  });
});

describe('a list of people', () => {
  async function workbook(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('名单').addRows([['单位名称', '类别', '姓名', '职务', '账号'], ...rows]);
    return new Uint8Array(await book.xlsx.writeBuffer());
  }
  const bring = (browser: Browser, bytes: Uint8Array, dryRun: boolean): Promise<Answer> =>
    browser.sendBytes(`${ACCOUNTS}/import?dryRun=${String(dryRun)}`, bytes, {
      'Idempotency-Key': `import-${Math.random()}`,
    });
  const resultsOf = ({ body }: Answer) =>
    (body['lines'] as { line: number; result: string }[]).map(({ line, result }) => [line, result]);

  inCi(
    'shows line by line what it would do, does it when told to, and leaves the posts to security',
    async () => {
      const bytes = await workbook([
        ['区农业农村局', '', '王五', '联络员', 'wangwu'],
        ['区文旅体局', '', '赵六', '局长', 'zhaoliu'],
        ['区农业农村局', '', '重名', '联络员', 'farming'],
        ['区农业农村局', '', '无账号', '联络员', '无'],
        ['区林业局', '', '管事', '系统管理员', 'guanshi'],
      ]);
      const people = () => inDistrict('select count(*) as n from person');
      const before = await people();
      const tried = await bring(system, bytes, true);
      expect(resultsOf(tried)).toEqual([
        [2, 'newPerson'],
        [2, 'toGrant'],
        [3, 'newUnit'],
        [3, 'newPerson'],
        [3, 'toGrant'],
        [4, 'movedPerson'],
        [5, 'refused'],
        [6, 'newPerson'],
        [6, 'refused'],
      ]);
      expect(tried.body).toMatchObject({
        dryRun: true,
        firstPasswords: [],
        counts: { newPerson: 3, refused: 2 },
      });
      expect(await people()).toEqual(before);

      const done = await bring(system, bytes, false);
      expect(resultsOf(done)).toEqual(resultsOf(tried));
      const passwords = done.body['firstPasswords'] as { username: string; password: string }[];
      expect(passwords.map(({ username }) => username)).toEqual(['wangwu', 'zhaoliu', 'guanshi']);
      const wangwu = await new Browser(api.url).signIn('wangwu', passwords[0]?.password);
      expect(wangwu.body).toMatchObject({ mustChangePassword: true, roles: [] });

      expect(resultsOf(await bring(security, bytes, false))).toEqual([
        [2, 'granted'],
        [3, 'granted'],
        [5, 'refused'],
        [6, 'refused'],
      ]);
      const again = await bring(security, bytes, true);
      expect(again.body['counts']).toEqual({ refused: 2 });
      const found = (await system.get(`${ACCOUNTS}?q=zhaoliu`)).body['items'];
      expect(found).toMatchObject([{ unit: { name: '区文旅体局' }, roles: [{ role: 'leadUnitHead' }] }]);
    },
  );

  inCi('is not taken from anybody else, and not where it is none', async () => {
    const bytes = await workbook([['区农业农村局', '', '甲', '联络员', 'jia-1']]);
    expect(problemOf(await bring(audit, bytes, true))).toMatchObject({ code: 'NotPermitted' });
    expect(problemOf(await bring(system, new TextEncoder().encode('没有表格'), true))).toEqual({
      status: 422,
      code: 'ImportUnreadable',
    });
  });
});
