import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { asOwner, createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { IDEMPOTENCY_HEADER, ROUTES, type DraftTask, type PlanReview, type Route } from '#contract';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { problemOf, type Answer, type Browser } from '../testing/browser.js';
import { JURISDICTION, UNITS } from '../testing/district.js';
import { PEOPLE, type Username } from '../testing/people.js';

/** Where there is time for what takes long. */
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? test.skip : test;

const TEXT = `武陵源区人民政府办公室关于印发《2024年绿色村庄行动方案》的通知
武政办发〔2024〕9号
武陵源区人民政府办公室
2024年4月8日
2024年绿色村庄行动方案
一、重点任务
1.种好行道树。6月底前栽种行道树500株：（1）选好树种；（2）管护到位。每季度检查1次。（区林业局牵头，区农业农村局配合）
2.整治村庄环境。年底前整治村庄30个。（区农业农村局牵头，区林草局配合）
3.加强宣传引导。（区农业农村局、区林业局按职责分工负责）
`;
const PATH = '/api/v1/plan-reviews';

let db: TestDatabase;
let api: ApiUnderTest;
let hq: Browser;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, manualClock('2024-04-12T01:00:00.000Z'));
  hq = await api.as('hq');
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

let keys = 0;
function upload(
  browser: Browser,
  file: string | Uint8Array,
  options: { name?: string; key?: string } = {},
): Promise<Answer> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : Buffer.from(file);
  return browser.sendBytes(`${PATH}?fileName=${encodeURIComponent(options.name ?? '方案.txt')}`, bytes, {
    [IDEMPOTENCY_HEADER]: options.key ?? `upload-${(keys += 1)}`,
  });
}
const reviewOf = ({ body }: Answer): PlanReview => body as unknown as PlanReview;
const taskOf = (review: PlanReview, code: string): DraftTask => {
  const found = review.tasks.find((task) => task.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
};

describe('a plan that is uploaded', () => {
  let id: string;
  const now = async (): Promise<PlanReview> => reviewOf(await hq.get(`${PATH}/${id}`));
  const taskPath = (task: DraftTask): string => `${PATH}/${id}/tasks/${task.id}`;

  test('is there to be reviewed, once, however often the same request is sent', async () => {
    const first = await upload(hq, TEXT, { key: 'same' });
    expect(first.status).toBe(201);
    id = reviewOf(first).id;
    expect(first.headers.get('etag')).toBe('"1"');
    expect(reviewOf(first)).toMatchObject({
      state: 'open',
      counts: { proposed: 3 },
      mayChange: true,
      mayDispatch: false,
    });
    const again = await upload(hq, TEXT, { key: 'same' });
    expect([again.status, again.headers.get('idempotency-replayed'), reviewOf(again).id]).toEqual([
      201,
      'true',
      id,
    ]);
    const other = await upload(hq, `${TEXT}。`, { key: 'same' });
    expect(problemOf(other)).toMatchObject({ status: 422, code: 'IdempotencyKeyReused' });
    const twice = await upload(hq, TEXT);
    expect(reviewOf(twice)).toMatchObject({ id, notice: expect.stringContaining('同一份文件') as unknown });
    const { body } = await hq.get(PATH);
    expect(body['items']).toHaveLength(1);
  });

  test('shows its text, gives the file back as it came, and never to be shown by a browser', async () => {
    const { body } = await hq.get(`${PATH}/${id}/document`);
    expect(body).toMatchObject({ kind: 'text', fileName: '方案.txt', text: TEXT });
    const original = await hq.get(`${PATH}/${id}/original`);
    expect(original.body['text']).toBe(TEXT);
    expect(original.headers.get('content-type')).toBe('application/octet-stream');
    expect(original.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/);
    expect(original.headers.get('x-content-type-options')).toBe('nosniff');
    const gold = await hq.get(`${PATH}/${id}/gold.json`);
    expect(gold.body).toMatchObject({ schema: 'luoshi.extraction/1' });
    expect((await hq.get(`${PATH}/${id}/steps`)).body['items']).toMatchObject([
      { seq: 1, label: '上传文件' },
    ]);
  });

  test('is not made anew for who knows it, until something of it or of what it rests on has changed', async () => {
    const path = `${PATH}/${id}`;
    const again = (known: string | null) =>
      hq.raw('GET', path, { headers: { 'If-None-Match': String(known), 'Cache-Control': 'max-age=0' } });
    const first = (await hq.get(path)).headers.get('etag');
    const same = await again(first);
    expect([same.status, await same.text()]).toEqual([304, '']);
    await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.execute("update person set name = name || '甲' where username = 'retired'"),
    );
    const other = await again(first);
    expect(other.status).toBe(200);
    expect(other.headers.get('etag')).not.toBe(first);
    const colleague = await api.as('supervisor');
    const theirs = (await colleague.get(path)).headers.get('etag');
    expect(theirs).not.toBe(other.headers.get('etag'));
  });

  test('suggests units for a name that nobody answers to', async () => {
    const { unmatched, findings } = await now();
    expect(unmatched).toMatchObject([{ printed: '区林草局', suggestions: [{ unit: { name: '区林业局' } }] }]);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'UNIT_UNKNOWN',
    ]);
  });

  test('is not corrected by who sends back what was shown', async () => {
    for (const task of (await now()).tasks) {
      const { section, number, deadlines, ongoing, indicators, subItems, span, actionCode } = task;
      const choice = ({ printed, unit }: DraftTask['lead'][number]) => ({
        printed,
        ...(unit === null ? {} : { unitId: unit.id }),
      });
      const body = {
        ...{ section, number, deadlines, ongoing, indicators, subItems, span, actionCode },
        title: task.title,
        lead: task.lead.map(choice),
        support: task.support.map(choice),
        cadences: task.cadences.map(({ kind, every }) => ({ kind, every })),
      };
      const same = await hq.change(taskPath(task), body, { method: 'PUT', ifMatch: task.version });
      expect(same.body).toEqual(task);
    }
  });

  test('is corrected task by task; who saw an older one gets the present one to compare', async () => {
    const task = taskOf(await now(), 'A1-01');
    const body = { title: '种树', deadlines: [{ date: '2024-09-30', raw: '', inferred: false }] };
    const unseen = await hq.change(taskPath(task), body, { method: 'PUT' });
    expect(problemOf(unseen)).toMatchObject({ status: 428, code: 'IfMatchMissing' });
    const done = await hq.change(taskPath(task), body, { method: 'PUT', ifMatch: task.version });
    expect(done.status).toBe(200);
    expect(done.headers.get('etag')).toBe(`"${task.version + 1}"`);
    expect(done.body).toMatchObject({
      title: '种树',
      titleIsLabel: true,
      corrected: expect.arrayContaining(['title', 'deadlines']) as unknown,
    });
    const late = await hq.change(taskPath(task), { title: '植树' }, { method: 'PUT', ifMatch: task.version });
    expect(problemOf(late)).toMatchObject({ status: 412, code: 'VersionConflict' });
    expect(late.body['current']).toMatchObject({
      tasks: [{ id: task.id, title: '种树', changedBy: { name: 'hq同志' } }],
    });
  });

  test('is split and merged, with the tasks as they are now in the answer', async () => {
    const task = taskOf(await now(), 'A1-02');
    if (!('start' in task.span)) throw new Error('a place of the text was expected');
    const cut = Array.from(TEXT.slice(0, TEXT.indexOf('年底前整治'))).length;
    const split = await hq.change(
      `${taskPath(task)}/acts`,
      { type: 'split', at: [cut] },
      { ifMatch: task.version },
    );
    expect(split.status).toBe(200);
    const parts = split.body['tasks'] as DraftTask[];
    expect(parts.map(({ code, position }) => [code, position])).toEqual([
      ['A1-02', 2],
      ['A1-02b', 3],
    ]);
    const tasks = parts.map(({ id: part, version }) => ({ id: part, version }));
    const merged = await hq.change(`${PATH}/${id}/acts`, { type: 'merge', tasks });
    expect(reviewOf(merged).tasks.map(({ code }) => code)).toEqual(['A1-01', 'A1-02', 'A1-03']);
  });

  test('is not dispatched before all is settled, and a dry run says what is in the way', async () => {
    const { version } = await now();
    const dry = await hq.change(`${PATH}/${id}/dispatch`, { dryRun: true }, { ifMatch: version });
    expect(dry.body).toMatchObject({ dryRun: true, tasks: 3, dispatched: 2, waitingForLead: 1 });
    expect((dry.body['obstacles'] as { code: string }[]).map(({ code }) => code)).toContain('UNIT_UNKNOWN');
    const refused = await hq.change(`${PATH}/${id}/dispatch`, {}, { ifMatch: version });
    expect(problemOf(refused)).toMatchObject({ status: 409, code: 'ReviewNotReady' });
    expect(refused.body['errors']).toEqual(
      expect.arrayContaining([expect.objectContaining({ path: '/tasks/A1-01' })]),
    );
  });

  test('is dispatched to whoever leads', async () => {
    const name = { type: 'nameUnit', printed: '区林草局', unitId: UNITS.forestry.id, learn: true };
    expect((await hq.change(`${PATH}/${id}/acts`, name)).status).toBe(200);
    const facts = { planCode: 'green-2024' };
    const { version } = await now();
    const corrected = await hq.change(`${PATH}/${id}/facts`, facts, { method: 'PUT', ifMatch: version });
    expect(corrected.body).toMatchObject({ facts });
    const { tasks } = await now();
    const all = { type: 'confirm', tasks: tasks.map((task) => ({ id: task.id, version: task.version })) };
    const confirmed = await hq.change(`${PATH}/${id}/acts`, all);
    expect(reviewOf(confirmed)).toMatchObject({ mayDispatch: true, counts: { confirmed: 3, doubtful: 0 } });
    const done = await hq.change(`${PATH}/${id}/dispatch`, {}, { ifMatch: reviewOf(confirmed).version });
    expect(done.body).toMatchObject({ dispatched: 2, waitingForLead: 1, obstacles: [] });
    const forestry = await api.as('forestry');
    const { body } = await forestry.get(`/api/v1/tasks?plan=${String(done.body['planId'])}`);
    const mine = (body['items'] as { code: string; state: string }[]).map(({ code, state }) => [code, state]);
    expect(mine).toEqual(expect.arrayContaining([['A1-01', 'dispatched']]));
    expect(await now()).toMatchObject({ state: 'dispatched', mayChange: false, planId: done.body['planId'] });
  });

  test('shows its text, and takes the very file again where it was loaded without it', async () => {
    const { planId } = await now();
    const path = `/api/v1/plans/${planId}/source`;
    const words = async (): Promise<unknown[]> =>
      (
        await asOwner(db.ownerUrl, (owner) =>
          owner.query<{ text: string | null }>(
            'select text from luoshi.task where plan_id = $1 order by code',
            [planId],
          ),
        )
      ).rows;
    const before = await words();
    expect((await hq.get(path)).body).toMatchObject({ text: TEXT, mayAttach: false });
    await asOwner(db.ownerUrl, async (owner) => {
      await owner.query('update luoshi.plan set source_text = null where id = $1', [planId]);
      await owner.query('update luoshi.task set text = null where plan_id = $1', [planId]);
    });
    expect((await hq.get(path)).body).toMatchObject({ text: null, mayAttach: true });

    const attach = (browser: Browser, text: string): Promise<Answer> =>
      browser.sendBytes(path, Buffer.from(text), { [IDEMPOTENCY_HEADER]: `attach-${(keys += 1)}` }, 'PUT');
    expect(problemOf(await attach(hq, `${TEXT} `))).toEqual({ status: 409, code: 'SourceDiffers' });
    const liaison = await api.as('farming');
    expect((await liaison.get(path)).body).toMatchObject({ text: null, mayAttach: false });
    expect(problemOf(await attach(liaison, TEXT))).toEqual({ status: 403, code: 'NotPermitted' });
    expect((await attach(hq, TEXT)).body).toMatchObject({ planId, tasks: 3 });
    expect((await hq.get(path)).body).toMatchObject({ text: TEXT, mayAttach: false });
    // The second one was put together of two passages in the review: from the file it comes as one.
    const after = await words();
    expect([after[0], after[2]]).toEqual([before[0], before[2]]);
    expect(after[1]).toEqual({ text: expect.stringContaining('年底前整治村庄30个') });
  });

  test('says how far it is while it is dispatched in batches, to whoever asks again', async () => {
    expect((await now()).dispatching).toBeNull();
    await asOwner(db.ownerUrl, (owner) =>
      owner.query('update luoshi.plan_review set dispatch_total = 3000, dispatch_done = 1000 where id = $1', [
        id,
      ]),
    );
    expect((await now()).dispatching).toEqual({ total: 3000, done: 1000 });
    const listed = (await hq.get(PATH)).body['items'] as PlanReview[];
    expect(listed.find((one) => one.id === id)?.dispatching).toEqual({ total: 3000, done: 1000 });
    await asOwner(db.ownerUrl, (owner) =>
      owner.query('update luoshi.plan_review set dispatch_done = 3000 where id = $1', [id]),
    );
    expect((await now()).dispatching).toBeNull();
  });
});

describe('who reviews plans', () => {
  const REVIEW = Object.entries<Route>(ROUTES).filter(
    ([name, { path }]) => path.startsWith(PATH) && !/mendment/.test(name),
  );
  /** 404 and 422 come from those who were let in. */
  async function answers(browser: Browser): Promise<Record<string, boolean>> {
    const entries = await Promise.all(
      REVIEW.map(async ([name, route]) => {
        const none = '00000000-0000-4000-8000-000000000000';
        const path = route.path.replace('{id}', none).replace('{taskId}', none);
        const answer =
          name === 'uploadPlan'
            ? await upload(browser, 'PK\u0003\u0004nothing')
            : route.method === 'get'
              ? await browser.get(path)
              : await browser.change(path, BODIES[name] ?? {}, {
                  method: route.method.toUpperCase(),
                  ifMatch: 1,
                });
        return [name, problemStatus(answer) !== 403] as const;
      }),
    );
    return Object.fromEntries(entries);
  }
  const problemStatus = ({ status }: Answer): number => status;
  const BODIES: Record<string, object> = {
    actOnPlanReview: { type: 'abandon', reason: '重新上传' },
    addDraftTask: { span: { start: 0, end: 1 }, actionCode: 'A1', after: null },
    actOnDraftTask: { type: 'confirm' },
    correctPlanFacts: { year: 2024 },
    dispatchPlan: {},
  };

  test.each(Object.keys(PEOPLE).filter((name) => !['newcomer', 'retired'].includes(name)) as Username[])(
    'as %s',
    async (username) => {
      const allowed = await answers(await api.as(username));
      const { role } = PEOPLE[username];
      const reads = ['headquartersOffice', 'supervisor', 'auditor'].includes(role);
      for (const [name, route] of REVIEW) {
        const may = route.change === true ? role === 'headquartersOffice' : reads;
        expect([name, allowed[name]]).toEqual([name, may]);
      }
    },
  );
});

describe('a hostile file', () => {
  const counted = async (): Promise<unknown> =>
    db.database.transaction({ jurisdictionId: '430811' }, (tx) =>
      tx.query('select count(*) as n from plan_document'),
    );

  test.each([
    ['nothing at all', new Uint8Array(), 422, 'DOCUMENT_EMPTY'],
    ['a broken archive', Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9]), 422, 'DOCUMENT_DAMAGED'],
    [
      'a program',
      Uint8Array.from({ length: 600 }, (_, i) => (i * i * 37) % 256),
      422,
      'DOCUMENT_KIND_UNKNOWN',
    ],
  ])('that is %s is refused with its code and leaves nothing', async (_what, bytes, status, code) => {
    const before = await counted();
    const answer = await upload(hq, bytes);
    expect(problemOf(answer)).toEqual({ status, code });
    expect(String(answer.body['detail'])).toMatch(/[\u4e00-\u9fff]/);
    expect(await counted()).toEqual(before);
  });

  test('that is too large is refused before it is read, with or without saying how large it is', async () => {
    const large = new Uint8Array(20 * 1024 * 1024 + 1).fill(0x61);
    expect(problemOf(await upload(hq, large))).toEqual({ status: 413, code: 'DOCUMENT_TOO_LARGE' });
    const unsaid = await hq.sendStream(`${PATH}?fileName=x.txt`, streamOf(large), {
      [IDEMPOTENCY_HEADER]: 'stream',
    });
    expect(problemOf(unsaid)).toEqual({ status: 413, code: 'DOCUMENT_TOO_LARGE' });
  });

  inCi('that takes its time keeps nobody waiting', async () => {
    const slow = upload(hq, '1.整治河道。（县水利局牵头，县财政局配合）\n'.repeat(120_000), {
      name: '大.txt',
    });
    let longest = 0;
    let answered = 0;
    let done = false;
    void slow.finally(() => (done = true));
    while (!done) {
      const from = Date.now();
      const { status } = await hq.get('/healthz');
      expect(status).toBe(200);
      longest = Math.max(longest, Date.now() - from);
      answered += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(problemOf(await slow)).toMatchObject({ status: 422 });
    // Others were answered while it was read; how soon is for a measurement to say.
    expect(answered).toBeGreaterThan(5);
    process.stderr.write(`while 120,000 lines were read, ${answered} answers, the longest ${longest} ms\n`);
  });

  test('that pretends to be JSON is not taken', async () => {
    const answer = await hq.change(`${PATH}?fileName=x.txt`, { a: 1 });
    expect(problemOf(answer)).toMatchObject({ status: 400, code: 'RequestUnreadable' });
  });
});

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.subarray(at, (at += 1 << 16)));
    },
  });
}
