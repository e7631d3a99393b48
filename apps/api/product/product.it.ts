import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProductChanges, ProductFigure, ProductFigures, ProductView } from '#contract';
import { readDocument } from '#documents';
import type { OfficialDocument } from '#official';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import type { Answer, Browser } from '../testing/browser.js';
import { JURISDICTION, PLAN, UNITS } from '../testing/district.js';

const LED = [
  ['排查隐患', 'farming'],
  ['整改隐患', 'farming'],
  ['复查隐患', 'forestry'],
] as const;

/** What sets type takes seconds to load. */
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;
if (process.env['LUOSHI_VERIFY'] === undefined)
  process.stderr.write('skipped: the issue of a product over HTTP (LUOSHI_VERIFY)\n');

/** A bulletin of the plan, from its draft to its acknowledgement, and what stands behind it. */
describe('what stands behind a product, over HTTP', () => {
  const clock = manualClock('2024-04-12T01:00:00.000Z');
  let db: TestDatabase;
  let api: ApiUnderTest;
  let hq: Browser;
  let farming: Browser;
  let at: string;
  let bulletin: ProductView;
  const tasks: string[] = [];
  const prepared: string[] = [];

  const read = async (browser: Browser = hq): Promise<ProductView> =>
    (await browser.get(at)).body as unknown as ProductView;
  const act = (action: string, browser: Browser = hq): Promise<Answer> =>
    browser.change(`${at}/actions/${action}`, {}, { ifMatch: bulletin.version });
  const batch = async (act: string, dryRun: boolean, browser: Browser = hq): Promise<unknown[]> => {
    const { id, version } = await read(browser);
    const { body } = await browser.change(`/api/v1/batches/${act}`, { dryRun, items: [{ id, version }] });
    return (body['items'] as { status: number; code: string | null }[]).map(({ status, code }) => [
      status,
      code,
    ]);
  };
  const figure = async (name: string, query = '', browser: Browser = hq): Promise<ProductFigure> =>
    (await browser.get(`${at}/figures/${encodeURIComponent(name)}${query}`)).body as unknown as ProductFigure;

  beforeAll(async () => {
    db = await createTestDatabase();
    const prepareToWrite = ({ title }: OfficialDocument): void => void prepared.push(title);
    api = await startApi(db.database, clock, { more: { prepareToWrite } });
    [hq, farming] = [await api.as('hq'), await api.as('farming')];
    for (const [title, unit] of LED) {
      const made = await hq.change('/api/v1/tasks', {
        ...{ planId: PLAN.id, actionCode: 'A1', source: 'instruction', ref: '指挥长4月12日批示' },
        ...{ title, text: `${title}，年底前完成。`, leadUnitIds: [UNITS[unit].id] },
      });
      expect([made.status, made.body['code']]).toEqual([201, expect.any(String)]);
      const id = String(made.body['taskId']);
      tasks.push(id);
      for (const step of ['confirm', 'dispatch']) {
        const path = `/api/v1/tasks/${id}`;
        const version = Number((await hq.get(path)).body['version']);
        expect((await hq.change(`${path}/actions/${step}`, {}, { ifMatch: version })).status).toBe(200);
      }
    }
    clock.set('2024-05-06T01:00:00.000Z');
    [hq, farming] = [await api.as('hq'), await api.as('farming')];
    const made = await hq.change('/api/v1/products', {
      ...{ kind: 'monthlyBulletin', planId: PLAN.id, scopeKind: 'plan', scopeId: PLAN.id, period: '2024-04' },
    });
    expect([made.status, made.body['code']]).toEqual([201, undefined]);
    bulletin = made.body as unknown as ProductView;
    at = `/api/v1/products/${bulletin.id}`;
  });
  afterAll(async () => {
    await api.stop();
    await db.drop();
  });

  it('names every figure of the text with what it was counted from', async () => {
    const { items, frozen } = (await hq.get(`${at}/figures`)).body as unknown as ProductFigures;
    expect(frozen).toBe(false);
    const inText = bulletin.blocks
      .flatMap(({ line }) => line ?? [])
      .flatMap(({ source, text }) => (source === undefined ? [] : [[source, text]]));
    expect(inText.length).toBeGreaterThan(0);
    const printed = new Map(items.map((item) => [item.name, item]));
    for (const [name, text] of inText) {
      const known = printed.get(String(name));
      expect([known?.printed, known?.value === 0 ? '没有' : known?.printed]).toContain(text);
    }
    expect(printed.get('tasks.total')).toMatchObject({
      value: 3,
      printed: '3',
      of: [{ kind: 'task', count: 3 }],
    });
  });

  it('gives the rows behind a figure page by page, each with its task', async () => {
    const first = await figure('tasks.total', '?limit=2');
    expect(first).toMatchObject({ printed: '3', total: 3, frozen: false });
    expect(first.items.map(({ title, taskId }) => [title.split(' ')[1], taskId])).toEqual([
      ['排查隐患', tasks[0]],
      ['整改隐患', tasks[1]],
    ]);
    const rest = await figure('tasks.total', `?limit=2&cursor=${first.nextCursor}`);
    expect([rest.items.map(({ id }) => id), rest.nextCursor]).toEqual([[tasks[2]], null]);
    expect((await hq.get(`${at}/figures/tasks.nothing`)).status).toBe(404);
    expect((await hq.get(`${at}/figures/__proto__`)).status).toBe(404);
    const foreign = await hq.get(`${at}/figures/filings.due?cursor=${first.nextCursor}`);
    expect(foreign.body['code']).toBe('CursorInvalid');
  });

  it('is not there for a unit as long as it is a draft, also by what stands behind it', async () => {
    const behind = [
      '/figures',
      '/figures/tasks.total',
      '/versions/1',
      '/issue-preview',
      '/page',
      '/wall-charts',
    ];
    for (const path of ['', ...behind]) expect((await farming.get(at + path)).status).toBe(404);
  });

  it('shows mistakes of an edit at their blocks, and what a reader would stumble over at its own', async () => {
    const place = bulletin.blocks.findIndex(({ kind, text }) => kind === 'paragraph' && text.includes('{{'));
    const edited = (text: string) => ({
      blocks: bulletin.blocks.map((_, keep) =>
        keep === place ? { instead: keep, level: 0, text } : { keep },
      ),
    });
    const wrong = await hq.change(`${at}/text`, edited('共有{{没有}}项。'), {
      ifMatch: bulletin.version,
      method: 'PUT',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body['errors']).toEqual([
      { path: `/blocks/${place}`, message: expect.stringContaining('没有名为“没有”的数字') as unknown },
    ]);
    const words = `${bulletin.blocks[place]?.text ?? ''}要高度重视，另有7项`;
    const saved = await hq.change(`${at}/text`, edited(words), { ifMatch: bulletin.version, method: 'PUT' });
    expect(saved.status).toBe(200);
    bulletin = await read();
    expect(bulletin.checks.map(({ block, code }) => [block, code])).toEqual([
      [place, 'openEnd'],
      [place, 'typedNumber'],
      [place, 'emptyPhrase'],
    ]);
    const before = (await hq.get(`${at}/versions/1`)).body as unknown as Pick<ProductView, 'blocks'>;
    expect(before.blocks[place]?.text).not.toBe(bulletin.blocks[place]?.text);
  });

  it('says before its issue which number comes next and to whom it will go, and takes none', async () => {
    expect(await batch('reviewProducts', true)).toEqual([[200, null]]);
    expect((await read()).state).toBe('draft');
    expect(await batch('reviewProducts', false)).toEqual([[200, null]]);
    bulletin = await read();
    const preview = async () => (await hq.get(`${at}/issue-preview`)).body;
    // Who looks at it is spared the wait for programs and typefaces; a unit that only reads prepares nothing.
    expect(prepared.splice(0)).toContain(bulletin.title);
    const said = await preview();
    expect(prepared.splice(0)).toEqual([bulletin.title]);
    expect(said).toMatchObject({ number: { next: expect.stringMatching(/〔2024〕1号$/) as unknown } });
    expect(said['people']).toBeGreaterThan(0);
    expect(await batch('issueProducts', true)).toEqual([[200, null]]);
    expect(prepared.splice(0)).toEqual([bulletin.title, bulletin.title]);
    expect(await preview()).toEqual(said);
    expect((await read()).files).toEqual([]);
  });

  it('is, as a publication without a verified task, issued only by who confirms that, alone and among many', async () => {
    const wanted = { kind: 'publication', planId: PLAN.id, scopeKind: 'plan', scopeId: PLAN.id };
    const made = await hq.change('/api/v1/products', { ...wanted, period: '2024-04' });
    expect(made.status).toBe(201);
    const { id, version } = made.body as unknown as ProductView;
    const path = `/api/v1/products/${id}/actions`;
    const reviewed = await hq.change(`${path}/review`, {}, { ifMatch: version });
    const items = [{ id, version: Number(reviewed.body['version']) }];
    const issue = async (input: object): Promise<unknown> =>
      (await hq.change('/api/v1/batches/issueProducts', { dryRun: true, input, items })).body['items'];
    expect(await issue({})).toMatchObject([{ status: 409, code: 'PublicationEmpty' }]);
    expect(await issue({ publishEmpty: true })).toMatchObject([{ status: 200, code: null }]);
    const ifMatch = { ifMatch: items[0]?.version ?? 0 };
    expect((await hq.change(`${path}/issue`, {}, ifMatch)).body['code']).toBe('PublicationEmpty');
    await hq.change(`${path}/abandon`, {}, ifMatch);
  });

  inCi('is issued among many, each with its own result', async () => {
    expect(await batch('issueProducts', false)).toEqual([[200, null]]);
    bulletin = await read();
    expect(bulletin.number).toMatch(/〔2024〕1号$/u);
    expect(bulletin.files.map(({ format }) => format)).toEqual(['docx', 'pdf']);
    expect(bulletin.deliveries.length).toBe(bulletin.delivered);
    expect(await batch('issueProducts', false)).toEqual([[403, 'NotPermitted']]);
    expect((await figure('tasks.total')).frozen).toBe(true);
  });

  inCi('shows a unit of a figure the rows that are its own, and says how many there are in all', async () => {
    const own = await figure('tasks.total', '', farming);
    expect(own.of).toEqual([{ kind: 'task', label: '任务', count: 3 }]);
    expect(own.total).toBe(2);
    expect((await farming.get(`${at}/versions/1`)).status).toBe(404);
    expect((await farming.get(`${at}/issue-preview`)).status).toBe(403);
    await api.engine.sweep(JURISDICTION);
    expect((await farming.get('/api/v1/inbox')).body['items']).toEqual(
      expect.arrayContaining([expect.objectContaining({ productId: bulletin.id })]),
    );
  });

  inCi('is acknowledged by who received it, and the list counts that', async () => {
    const listed = async (browser: Browser) =>
      ((await browser.get('/api/v1/products?state=issued&sort=dueAt')).body['items'] as ProductView[])[0];
    expect((await listed(farming))?.acts).toEqual(['acknowledge']);
    expect(await batch('acknowledgeProducts', false, farming)).toEqual([[200, null]]);
    expect((await listed(farming))?.acts).toEqual([]);
    expect(await listed(hq)).toMatchObject({ acknowledged: 1, delivered: bulletin.delivered });
    expect((await act('acknowledge', farming)).status).toBe(200);
  });

  inCi(
    'tells its office alone what of its figures has changed since its issue, and where the correction is',
    async () => {
      const changes = async (): Promise<ProductChanges> =>
        (await hq.get(`${at}/changes`)).body as unknown as ProductChanges;
      // Nothing came in late for April in this district: what changes is the engine's story, and the page's.
      expect(await changes()).toEqual({ figuresAt: bulletin.figuresAt, items: [], correction: null });
      expect((await farming.get(`${at}/changes`)).status).toBe(403);
      bulletin = await read();
      const begun = await act('correct');
      expect(begun.body).toMatchObject({ edition: 2, state: 'draft' });
      expect((await changes()).correction).toEqual({
        id: begun.body['id'],
        state: { code: 'draft', label: expect.any(String) as unknown },
      });
      const draft = `/api/v1/products/${String(begun.body['id'])}/changes`;
      expect((await hq.get(draft)).body).toMatchObject({ items: [], correction: null });
    },
  );

  it('is a page in the official format that may run and load nothing', async () => {
    const answer = await hq.raw('GET', `${at}/page`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    const html = await answer.text();
    expect(html).toContain('official-mark');
    expect(html).not.toMatch(/<script| style=| on\w+=/u);
  });

  it('has its wall charts as one PDF of sheets of 16 by 9, with the figures that it gives itself', async () => {
    const answer = await hq.raw('GET', `${at}/wall-charts`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const pages = Buffer.from(bytes)
      .toString('latin1')
      .match(/\/MediaBox \[0 0 960 540\]/gu);
    // The whole, its one action, and what is to be decided or how the two units stand.
    expect(pages?.length).toBeGreaterThanOrEqual(3);
    const { blocks } = await readDocument(bytes, (page) => new TextDecoder().decode(page));
    const words = blocks.map((block) => (block.type === 'paragraph' ? block.text : '')).join('\n');
    // The first tile of the first sheet.
    expect(words.split('\n')[1]?.split(' ')[0]).toBe((await figure('tasks.total')).printed);
    for (const title of ['《测试方案》', '产业发展行动', '提请会议决定的事项'])
      expect(words).toContain(title);
  });
});
