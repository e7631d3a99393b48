import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Role } from '#accountability';
import { BATCH_ACT_NAMES, BATCH_AT_MOST, type AlertView, type BatchAct, type BatchResult } from '#contract';
import { asOwner } from '#testing';
import { fingerprintOf } from '../proof/testing/fingerprint.js';
import { populatedWorld, until, type PopulatedWorld } from '../proof/testing/populated-world.js';
import type { RawAnswer } from '../proof/testing/raw-client.js';
import { thingsOf, type KindName, type Things } from '../proof/testing/things.js';
import { JURISDICTION, PLAN, TASKS, UNITS } from '../testing/district.js';

/** A district in the middle of its life takes a while to get there. */
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;
const NOWHERE = '00000000-0000-4000-8000-00000000dead';

interface Item {
  id: string;
  version: number;
  input?: Record<string, unknown>;
}
interface Batch {
  act: BatchAct;
  /** Who does it, and who would like to. */
  by: Role;
  not: Role;
  /** What the act is about: of the other jurisdiction there is one too. */
  kind: KindName;
  input?: Record<string, unknown>;
  items: Item[];
  /** Doing it again changes nothing and is not refused. */
  again?: true;
}

inCi('an act on many things at once', () => {
  let world: PopulatedWorld;
  let things: Things;
  const proven = new Set<BatchAct>();
  let keys = 0;
  beforeAll(async () => {
    world = await populatedWorld();
    things = await thingsOf(world);
  });
  afterAll(() => world.stop());

  const send = (
    { act, input, items }: Pick<Batch, 'act' | 'input' | 'items'>,
    by: Role,
    { dryRun = false, key = `batch-${(keys += 1)}` } = {},
  ): Promise<RawAnswer> =>
    world.client.send({
      method: 'POST',
      path: `/api/v1/batches/${act}`,
      as: world.cast[by],
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify({ dryRun, items, ...(input === undefined ? {} : { input }) }),
    });
  const resultOf = ({ status, text }: RawAnswer): BatchResult => {
    if (status !== 200) throw new Error(text);
    return JSON.parse(text) as BatchResult;
  };
  const outcomes = (result: BatchResult): unknown[] => result.items.map(({ status, code }) => [status, code]);
  /** Everything but the answers that are kept for repeats. */
  const record = async (): Promise<Record<string, string>> => {
    const { idempotent_answer: _kept, ...rest } = await fingerprintOf(world);
    return rest;
  };
  const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    (await asOwner(world.db.ownerUrl, (owner) => owner.query<T & object>(sql, values))).rows;
  const versionsOf = (table: string, ids: readonly string[]): Promise<Item[]> =>
    rows<Item>(`select id, version from luoshi.${table} where id = any($1) order by id`, [ids]);

  /** What holds of every act: with its count first, item by item, once, and for nobody else. */
  async function prove(batch: Batch): Promise<BatchResult> {
    const { items, by } = batch;
    const foreign = things.otherJurisdiction[batch.kind] ?? NOWHERE;
    const whole = {
      ...batch,
      items: [...items, { id: NOWHERE, version: 0 }, { id: foreign, version: items[0]?.version ?? 0 }],
    };
    const good = items.map(() => [200, null]);
    const notThere = [404, 'NotFound'];
    const before = await record();

    const dry = resultOf(await send(whole, by, { dryRun: true, key: `dry-${batch.act}` }));
    expect(dry).toMatchObject({ act: batch.act, dryRun: true, count: items.length + 2, done: items.length });
    expect(outcomes(dry)).toEqual([...good, notThere, notThere]);
    expect(dry.items.map(({ etag }) => etag)).toEqual(whole.items.map(() => null));
    expect(dry.items[0]?.message).toMatch(/^可以/);
    expect(await record()).toEqual(before);

    const stale = { ...batch, items: items.map((item) => ({ ...item, version: item.version + 7 })) };
    expect(outcomes(resultOf(await send(stale, by)))).toEqual(items.map(() => [412, 'VersionConflict']));
    const refused = resultOf(await send(whole, batch.not));
    expect(refused).toMatchObject({ done: 0, refused: items.length + 2 });
    for (const { status, code, message } of refused.items) {
      expect([[403, 'NotPermitted'], notThere]).toContainEqual([status, code]);
      expect(message).toMatch(/\p{Script=Han}/u);
    }
    expect(await record()).toEqual(before);

    const key = `done-${batch.act}-${(keys += 1)}`;
    const first = await send(whole, by, { key });
    const done = resultOf(first);
    expect(outcomes(done)).toEqual([...good, notThere, notThere]);
    expect(done).toMatchObject({ done: items.length, refused: 2, dryRun: false });
    for (const { etag, message } of done.items.slice(0, items.length)) {
      expect(etag).toMatch(/^"\d+"$/);
      expect(message).toMatch(/^已/);
    }
    const after = await record();
    expect(after).not.toEqual(before);

    const again = await send(whole, by, { key });
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(resultOf(again)).toEqual(done);
    // The key is its person's: to another it says nothing of what was answered to the first.
    const stranger = await send(whole, batch.not, { key });
    expect(stranger.headers['idempotency-replayed']).toBeUndefined();
    expect(resultOf(stranger)).toMatchObject({ done: 0 });
    // The answer was lost, and the same is asked once more: what is done is done once.
    await rows('delete from luoshi.idempotent_answer where key = $1', [key]);
    const lost = resultOf(await send(whole, by, { key }));
    for (const { status } of lost.items.slice(0, items.length)) expect([200, 412]).toContain(status);
    // Who says a second time that they have it says nothing new, and is not refused.
    expect(resultOf(await send(whole, by))).toMatchObject({ done: batch.again === true ? items.length : 0 });
    expect(await record()).toEqual(after);
    proven.add(batch.act);
    return done;
  }

  describe('of a task’s life', () => {
    let ids: string[] = [];
    beforeAll(async () => {
      for (const title of ['排查隐患点', '整改隐患点', '复查隐患点']) {
        const made = await world.client.change('POST', '/api/v1/tasks', world.cast.headquartersOffice, {
          planId: PLAN.id,
          actionCode: 'A1',
          source: 'instruction',
          ref: '指挥长4月25日批示',
          title,
          text: `${title}，月底前完成。`,
          leadUnitIds: [UNITS.farming.id],
        });
        if (made.status !== 201) throw new Error(made.text);
      }
      ids = (
        await rows<{ id: string }>(`select id from luoshi.task where title like '%隐患点' order by id`)
      ).map(({ id }) => id);
    });
    const tasks = (): Promise<Item[]> => versionsOf('task', ids);
    const states = async (): Promise<unknown[]> =>
      (await rows<{ state: string }>('select state from luoshi.task where id = any($1)', [ids])).map(
        ({ state }) => state,
      );

    test('confirms, dispatches and signs for those that can be, and says of the others why not', async () => {
      const office = { by: 'headquartersOffice', not: 'liaison', kind: 'task' } as const;
      await prove({ act: 'confirmTasks', ...office, items: await tasks() });
      expect(await states()).toEqual(['confirmed', 'confirmed', 'confirmed']);
      await prove({ act: 'dispatchTasks', ...office, items: await tasks() });
      await prove({
        act: 'signTasks',
        by: 'liaison',
        not: 'headquartersOffice',
        kind: 'task',
        items: await tasks(),
      });
      expect(await states()).toEqual(['inProgress', 'inProgress', 'inProgress']);
    });

    test('passes the gate of those that ask to be closed, and no other task’s', async () => {
      for (const { id, version } of (await tasks()).slice(0, 2)) {
        const path = `/api/v1/tasks/${id}/actions/requestClosure`;
        const body = { statement: '已全部完成' };
        const asked = await world.client.change('POST', path, world.cast.liaison, body, `"${version}"`);
        expect(asked.status).toBe(200);
      }
      const [first, second, third] = await tasks();
      if (!first || !second || !third) throw new Error('there are three');
      const mixed = { act: 'passGates' as const, items: [third] };
      expect(outcomes(resultOf(await send(mixed, 'taskForceOffice')))).toEqual([[409, 'EventNotAllowed']]);
      await prove({
        act: 'passGates',
        by: 'taskForceOffice',
        not: 'liaison',
        kind: 'task',
        input: { finding: '资料齐全' },
        items: [first, second],
      });
    });
  });

  describe('of reports', () => {
    const submitted = (task: keyof typeof TASKS): Promise<Item[]> =>
      rows<Item>(`select id, version from luoshi.obligation where state = 'submitted' and task_id = $1`, [
        TASKS[task].id,
      ]);

    test('accepts them', async () => {
      const items = await submitted('A1-02');
      expect(items).toHaveLength(1);
      await prove({
        act: 'acceptReports',
        by: 'taskForceOffice',
        not: 'liaison',
        kind: 'submittedReport',
        items,
      });
    });

    test('sends them back with the reason for all of them, or the one of its own', async () => {
      const items = await submitted('A1-03');
      expect(items).toHaveLength(1);
      const bare = resultOf(await send({ act: 'returnReports', items }, 'taskForceOffice'));
      expect(outcomes(bare)).toEqual([[400, 'RequestInvalid']]);
      const own = items.map((item) => ({ ...item, input: { reason: '请附验收单' } }));
      const back = { by: 'taskForceOffice', not: 'liaison', kind: 'submittedReport' } as const;
      await prove({ act: 'returnReports', ...back, input: { reason: '数据口径不一致' }, items: own });
      const [kept] = await rows<{ reason: string }>(
        `select payload->>'reason' as reason from luoshi.event where subject_id = $1 and type = 'REPORT_RETURNED'`,
        [items[0]?.id],
      );
      expect(kept?.reason).toBe('请附验收单');
    });
  });

  test('records what was found of several, each in its own words', async () => {
    const open = await rows<{ id: string }>(
      `select id from luoshi.verification where jurisdiction_id = $1 and state = 'open' order by id`,
      [JURISDICTION],
    );
    expect(open).toHaveLength(2);
    const untrue = {
      finding: 'untrue',
      words: '现场未开工',
      evidence: [{ label: '笔录', ref: '督查笔录3' }],
    };
    await prove({
      act: 'recordFindings',
      by: 'supervisor',
      not: 'liaison',
      kind: 'verification',
      input: { finding: 'true', words: '与填报一致', evidence: [] },
      items: open.map(({ id }, index) => ({ id, version: 0, ...(index === 0 ? {} : { input: untrue }) })),
    });
    const found = await rows<{ finding: string }>(
      'select finding from luoshi.verification where id = any($1) order by id',
      [open.map(({ id }) => id)],
    );
    expect(found).toEqual([{ finding: 'true' }, { finding: 'untrue' }]);
  });

  test('reviews, issues and acknowledges products, each with a number of its own and the files as they went out', async () => {
    const products = (state: string): Promise<Item[]> =>
      rows<Item>(
        `select id, version from luoshi.product where jurisdiction_id = $1 and state = $2 and scope_kind = 'plan' and kind = 'dispatchBrief'`,
        [JURISDICTION, state],
      );
    const office = { by: 'headquartersOffice', not: 'liaison', kind: 'product' } as const;
    await prove({ act: 'reviewProducts', ...office, items: await products('draft') });
    await prove({ act: 'issueProducts', ...office, items: await products('reviewed') });
    const issued = await products('issued');
    expect(issued).toHaveLength(1);
    expect(
      await rows('select format from luoshi.product_file where product_id = $1 order by format', [
        issued[0]?.id,
      ]),
    ).toEqual([{ format: 'docx' }, { format: 'pdf' }]);
    const received = { by: 'liaison', not: 'headquartersOffice', kind: 'product', again: true } as const;
    const own = await rows<Item>(
      `select p.id, p.version from luoshi.product p where p.jurisdiction_id = $1 and p.state = 'issued' and exists (
         select from luoshi.product_delivery d where d.product_id = p.id and d.person_id = $2 and d.acknowledged_at is null)
       and p.kind = 'publication'`,
      [JURISDICTION, world.cast.liaison.personId],
    );
    await prove({ act: 'acknowledgeProducts', ...received, items: own });
  });

  test('issues, acknowledges and agrees to notices, from the yellow one to the red', async () => {
    const notices = async (where: string): Promise<Item[]> => {
      const found = await rows<{ id: string }>(
        `select id from luoshi.notice where jurisdiction_id = $1 and unit_id = $2 and ${where} order by id`,
        [JURISDICTION, UNITS.farming.id],
      );
      const versionOf = async (id: string): Promise<number> => {
        const { text } = await world.client.send({
          method: 'GET',
          path: `/api/v1/notices/${id}`,
          as: world.cast.supervisor,
        });
        return (JSON.parse(text) as { version: number }).version;
      };
      return Promise.all(found.map(async ({ id }) => ({ id, version: await versionOf(id) })));
    };
    /** As the page offers them: the drafts that wait for just this. */
    const awaiting = async (
      awaits: 'agreement' | 'issue',
      as: Role,
    ): Promise<(Item & { colour: string })[]> => {
      const path = `/api/v1/notices?awaits=${awaits}&sort=draftedAt`;
      const { status, text } = await world.client.send({ method: 'GET', path, as: world.cast[as] });
      if (status !== 200) throw new Error(text);
      return (JSON.parse(text) as { items: (Item & { colour: string })[] }).items;
    };
    const dryRun = async (act: BatchAct, by: Role, seen: readonly Item[]): Promise<BatchResult> =>
      resultOf(
        await send({ act, items: seen.map(({ id, version }) => ({ id, version })) }, by, { dryRun: true }),
      );
    /** Whose turn the alert centre says it is with these drafts. */
    const turns = async (seen: readonly Item[]): Promise<unknown[]> => {
      const path = '/api/v1/alerts?state=open&limit=500';
      const { text } = await world.client.send({ method: 'GET', path, as: world.cast.supervisor });
      const { items } = JSON.parse(text) as { items: AlertView[] };
      const asked = items.filter(
        ({ kind, noticeId }) => kind === 'issue' && seen.some(({ id }) => id === noticeId),
      );
      return [...new Set(asked.map(({ clock }) => `${clock?.name} ${clock?.officeLabel}`))];
    };
    const issuing = { act: 'issueNotices', by: 'supervisor', not: 'liaison', kind: 'draftNotice' } as const;
    const yellow = await notices(`state = 'drafted'`);
    expect(yellow.length).toBeGreaterThan(0);
    expect(await turns(yellow)).toEqual(['issue 督查室']);
    // A yellow card goes out without the commander: it is not among what is offered to him, and he may not agree to it.
    expect((await awaiting('agreement', 'commander')).map(({ colour }) => colour)).not.toContain('yellow');
    expect((await awaiting('issue', 'supervisor')).map(({ id }) => id)).toEqual(
      expect.arrayContaining(yellow.map(({ id }) => id)),
    );
    expect(await dryRun('agreeToNotices', 'commander', yellow)).toMatchObject({ done: 0 });
    await prove({ ...issuing, items: yellow });

    const received = await notices(`state = 'issued' and acknowledged_at is null`);
    expect(received.length).toBeGreaterThan(1);
    const unit = { by: 'liaison', not: 'supervisor', kind: 'notice' } as const;
    await prove({ act: 'acknowledgeNotices', ...unit, items: received });

    await until(world, '2024-05-11T02:00:00.000Z');
    await world.signInAgain();
    const drafted = (): Promise<Item[]> => notices(`state = 'drafted'`);
    const red = await drafted();
    expect(red.length).toBeGreaterThan(0);
    expect(await turns(red)).toEqual(['issue 指挥长']);
    // What the commander is offered is all that he can agree to, and nothing of it the office can issue yet.
    const offered = await awaiting('agreement', 'commander');
    expect(offered.map(({ id }) => id)).toEqual(expect.arrayContaining(red.map(({ id }) => id)));
    expect(await dryRun('agreeToNotices', 'commander', offered)).toMatchObject({ done: offered.length });
    const issuable = (await awaiting('issue', 'supervisor')).map(({ id }) => id);
    expect(issuable.filter((id) => offered.some((one) => one.id === id))).toEqual([]);
    // Not before the commander has agreed.
    expect(outcomes(resultOf(await send({ ...issuing, items: red }, 'supervisor')))).toEqual(
      red.map(() => [409, 'NoticeNotAgreed']),
    );
    await prove({
      act: 'agreeToNotices',
      by: 'commander',
      not: 'supervisor',
      kind: 'draftNotice',
      items: red,
    });
    expect(await turns(red)).toEqual(['issue 督查室']);
    await prove({ ...issuing, items: await drafted() });
  });

  test('is refused whole where there is nothing, too much, or an input that no act has', async () => {
    const many = Array.from({ length: BATCH_AT_MOST + 1 }, (_, index) => ({
      id: `30000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      version: 0,
    }));
    const codeOf = async (items: Item[], input?: Record<string, unknown>): Promise<string> => {
      const answer = await send(
        { act: 'signTasks', items, ...(input === undefined ? {} : { input }) },
        'liaison',
      );
      return answer.status === 200
        ? `${resultOf(answer).refused} refused`
        : (/"code":"(\w+)"/.exec(answer.text)?.[1] ?? '');
    };
    expect(await codeOf([])).toBe('RequestInvalid');
    expect(await codeOf(many)).toBe('RequestInvalid');
    expect(await codeOf(many.slice(1))).toBe(`${BATCH_AT_MOST} refused`);
    expect(await codeOf([many[0], many[0]] as Item[])).toBe('BatchItemTwice');
    const own = { id: TASKS['A1-01'].id, version: 0 };
    expect(
      outcomes(resultOf(await send({ act: 'signTasks', items: [own], input: { as: 'hq' } }, 'liaison'))),
    ).toEqual([[400, 'RequestInvalid']]);
  });

  test('was proven of every act that there is', () => {
    expect([...proven].sort()).toEqual([...BATCH_ACT_NAMES].sort());
    expect(world.errors).toEqual([]);
  });
});
