import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planIdOf, taskIdOf, unitIdOf, type Outcome } from '#accountability';
import { secretBox } from '#courier';
import {
  correctProduct,
  issueProduct,
  orderVerification,
  produceProduct,
  recordFinding,
  refreshProduct,
  returnProduct,
  reviewProduct,
  withdrawProduct,
  type WantedProduct,
  todayIn,
} from '#engine';
import { validXml } from './testing/valid-xml.js';
import { noLongerTrueOf, readDesk, type NoLongerTrueRow, type ProductRead } from '#persistence';
import { openDataSchema, type OpenData } from '#publication';
import {
  actor,
  asOwner,
  createTestDatabase,
  insertDistrict,
  SMALL_DISTRICT,
  Story,
  type TestDatabase,
} from '#testing';
import { createApi, DEFAULT_API_CONFIG, type Api } from '../../api/index.js';
import { exportSite } from './export-site.js';

const PLAN = planIdOf(SMALL_DISTRICT, 'small-plan');
const WANTED: WantedProduct = {
  ...{ kind: 'publication', planId: PLAN },
  ...{ scopeKind: 'plan', scopeId: PLAN, period: '2024-05' },
};
const taskId = (number: number): string => taskIdOf(SMALL_DISTRICT, 'small-plan', `A1-0${number}`);
const BASE = `/public/${SMALL_DISTRICT}`;
const PERIOD = `${BASE}/plans/small-plan/2024-05`;

/** Words that nobody may read on the public site: of people, reports, notices, findings, tasks that nobody verified, others. */
const SECRETS = [
  ...[
    '某甲乙',
    '填报原文',
    '存在问题',
    '下步打算',
    '请求协调',
    '督办正文',
    '核实笔录',
    '核查理由',
    '未核实的任务',
  ],
  ...['消息正文', '另一个区县', '佐证说明'],
];

const inCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;
if (process.env['LUOSHI_VERIFY'] === undefined)
  process.stderr.write(
    'skipped: what is published, from its issue to a copy of the site (LUOSHI_VERIFY=ci)\n',
  );

/** A month of the small plan in which one task was found true, and what of it becomes public. */
inCi('what is published', () => {
  let db: TestDatabase;
  let story: Story;
  let api: Api;
  let url: string;
  let product: ProductRead;
  const context = () => story.engine.context;
  const by = (username: string) => ({
    jurisdictionId: SMALL_DISTRICT,
    actor: actor(username),
    idempotencyKey: randomBytes(8).toString('hex'),
  });
  const of = (one: ProductRead) => ({ ...by('hq'), productId: one.id });
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url + path, { headers, redirect: 'manual' });
  const text = async (path: string): Promise<string> => (await get(path)).text();
  const HEADQUARTERS = { role: 'headquartersOffice', scopeKind: 'plan', scopeId: 'small-plan' } as const;
  const onDesk = async (name: string, role: Parameters<typeof readDesk>[1][number] = HEADQUARTERS) => {
    const now = story.clock.now();
    const cards = await db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, async (tx) => {
      const today = (await todayIn(story.engine.context.book, tx, now)).values;
      return readDesk(tx, [role], { personId: actor('hq').personId ?? '', now, today });
    });
    return cards.find(({ card }) => card.name === name);
  };
  const noLongerTrue = (one: ProductRead): Promise<NoLongerTrueRow[]> =>
    db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) => noLongerTrueOf(tx, one.id));
  const data = async (): Promise<OpenData> =>
    openDataSchema.parse(await (await get(`${PERIOD}/data.json`)).json());

  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-04-30 09:00', 3);
    for (const task of [1, 2, 3]) {
      await story.task('2024-04-30 09:30', 'hq', task, 'confirm');
      await story.task('2024-04-30 10:00', 'hq', task, 'dispatch');
      await story.task('2024-04-30 11:00', 'liaison', task, 'sign');
    }
    await story.files('2024-05-10 15:00', 'liaison', '2024-05 上旬', 40);
    await story.until('2024-05-14 09:00');
    const { verificationId } = allowed(
      await orderVerification(context(), {
        ...by('supervisor'),
        ...{ taskId: taskId(1), unitId: unitIdOf(SMALL_DISTRICT, 'education'), reason: '核查理由' },
      }),
    );
    await story.until('2024-05-15 09:00');
    allowed(
      await recordFinding(context(), {
        ...by('supervisor'),
        ...{ verificationId, finding: 'true', found: 40, words: '核实笔录', evidence: [] },
      }),
    );
    // From the twentieth on nobody reports: reminders and cards come of it.
    await story.until('2024-06-03 09:00');
    await asOwner(db.ownerUrl, async (owner) => {
      await owner.query('set search_path = luoshi');
      await insertDistrict(owner, '430812');
      for (const sql of [
        `update person set name = '某甲乙'`,
        `update progress_report set done = '填报原文', problems = '存在问题', help_wanted = '请求协调', next_steps = '下步打算'`,
        `update notice set title = '督办正文', body = '督办正文'`,
        `update message set title = '消息正文', body = '消息正文'`,
        `update task set title = '未核实的任务' where code <> 'A1-01'`,
        `update plan set title = '另一个区县' where jurisdiction_id = '430812'`,
        `update unit set name = '另一个区县' || code where jurisdiction_id = '430812'`,
      ])
        await owner.query(sql);
    });
    api = await createApi({
      ...{ database: db.database, engine: story.engine, clock: story.clock },
      config: { ...DEFAULT_API_CONFIG, port: 0 },
      secrets: secretBox(randomBytes(32)),
    });
    ({ url } = await api.start());
  });
  afterAll(async () => {
    await api?.stop();
    await db?.drop();
  });

  it('is nothing while nothing was issued: a draft and a reviewed text are papers of the house', async () => {
    expect((await get(`${BASE}/`)).status).toBe(404);
    product = allowed(await produceProduct(context(), { ...WANTED, ...by('hq') }));
    product = allowed(await reviewProduct(context(), of(product)));
    expect(await onDesk('toRelease')).toMatchObject({ count: 1, items: [{ id: product.id }] });
    expect(await onDesk('products')).toMatchObject({ count: 0 });
    for (const path of [`${BASE}/`, `${PERIOD}/`, `${PERIOD}/data.json`, `${BASE}/catalog.json`])
      expect((await get(path)).status).toBe(404);
    expect(await text('/public/')).not.toContain(SMALL_DISTRICT);
    expect(await story.read('select 1 from publication_release')).toEqual([]);
  });

  it('does not go out with the number of a person in it', async () => {
    await asOwner(db.ownerUrl, (owner) =>
      owner.query(
        `update luoshi.product set document = jsonb_set(document, '{title}', '"公示，请致电13812345678"') where id = $1`,
        [product.id],
      ),
    );
    const outcome = await issueProduct(context(), of(product));
    expect(!outcome.ok && outcome.rejection).toMatchObject({ code: 'ReleaseRefused' });
    expect(!outcome.ok && outcome.rejection.message).toContain('138…78');
    expect(await story.read('select 1 from publication_release')).toEqual([]);
    await asOwner(db.ownerUrl, (owner) =>
      owner.query(
        `update luoshi.product set document = jsonb_set(document, '{title}', to_jsonb(title)) where id = $1`,
        [product.id],
      ),
    );
    product = allowed(await returnProduct(context(), of(product)));
    product = allowed(await refreshProduct(context(), of(product)));
    product = allowed(await reviewProduct(context(), of(product)));
  });

  it('is released when it is issued: pages and a data set of what was verified, and of nothing else', async () => {
    product = allowed(await issueProduct(context(), of(product)));
    expect(await data()).toMatchObject({
      id: `${SMALL_DISTRICT}/small-plan/2024-05`,
      edition: 1,
      overview: { tasks: 4, closed: 0, verified: 1, undispatched: 1, onTrack: null },
      tasks: [
        {
          id: `${SMALL_DISTRICT}/small-plan/A1-01`,
          title: '第1件实事',
          leadUnits: ['区教育局'],
          outcome: 'foundTrue',
          verifiedOn: '2024-05-15',
          progress: null,
          schedule: null,
        },
      ],
      indicators: [],
      tenDays: [],
    });
    const page = await text(`${PERIOD}/`);
    expect(page).toContain('第1件实事');
    expect(page).not.toContain('data-source');
    const [row] = await story.read<{ sha256: string; bytes: Buffer }>(
      'select sha256, bytes from publication_release',
    );
    const served = Buffer.from(await (await get(`${PERIOD}/data.json`)).arrayBuffer());
    expect(served.equals(row?.bytes ?? Buffer.alloc(0))).toBe(true);
    expect(createHash('sha256').update(served).digest('hex')).toBe(row?.sha256);
  });

  it('tells of no person, report, notice, finding, unverified task and other jurisdiction, in any of its files', async () => {
    for (const { path, body } of await everything()) {
      for (const secret of SECRETS) expect([path, body.includes(secret)]).toEqual([path, false]);
      expect([path, /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/u.test(body.replaceAll(product.id, ''))]).toEqual([
        path,
        false,
      ]);
    }
  });

  it('gives table programmes files that they open as they are', async () => {
    const csv = Buffer.from(await (await get(`${PERIOD}/tasks.csv`)).arrayBuffer());
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.toString('utf8').slice(1)).toBe(
      '报告期,版次,标识,任务编号,行动,任务,牵头单位,核实情况,核实日期,经核实的进度,进度状态\r\n' +
        `2024-05,1,${SMALL_DISTRICT}/small-plan/A1-01,A1-01,A1,第1件实事,区教育局,核实属实,2024-05-15,,\r\n`,
    );
    for (const format of ['docx', 'pdf']) {
      const file = await get(`${PERIOD}/document.${format}`);
      expect(file.status).toBe(200);
      expect(file.headers.get('content-disposition')).toContain('filename*=');
    }
  });

  it('is read without sign-in, cookie or script, is kept by caches and asked for again with its tag', async () => {
    const page = await get(`${PERIOD}/`);
    expect(page.headers.get('set-cookie')).toBeNull();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('content-security-policy')).not.toContain('script-src');
    expect(page.headers.get('cache-control')).toBe('public, max-age=60, must-revalidate');
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
    expect((await page.text()).match(/<script|\son\w+=|style="/u)).toBeNull();
    const etag = page.headers.get('etag') ?? '';
    const since = page.headers.get('last-modified') ?? '';
    const asked = { 'cache-control': 'max-age=0', pragma: 'x' };
    expect((await get(`${PERIOD}/`, { ...asked, 'if-none-match': etag })).status).toBe(304);
    expect((await get(`${PERIOD}/`, { ...asked, 'if-modified-since': since })).status).toBe(304);
    expect((await get(`${PERIOD}/data.json`)).headers.get('access-control-allow-origin')).toBe('*');
    expect((await get(BASE)).headers.get('location')).toBe(`${BASE}/`);
    expect(await text('/robots.txt')).toContain('Allow: /public/');
    for (const [method, path] of [
      ['POST', `${PERIOD}/`],
      ['GET', `${PERIOD}/none.csv`],
      ['GET', `${BASE}/..%2f..%2fpackage.json`],
      ['GET', '/public/%00/'],
      ['GET', `/public/430812'--/`],
    ] as const)
      expect((await fetch(url + path, { method, redirect: 'manual' })).status).toBe(404);
  });

  it('has feeds and maps that are valid XML and name addresses that are there', async () => {
    for (const name of ['feed.xml', 'atom.xml', 'sitemap.xml']) {
      const xml = await text(`${BASE}/${name}`);
      const { addresses } = validXml(xml);
      expect(addresses.length).toBeGreaterThan(0);
      for (const address of addresses)
        expect([address, (await fetch(address)).status]).toEqual([address, 200]);
    }
    expect(await text(`${BASE}/feed.xml`)).toMatch(/<pubDate>Mon, 03 Jun 2024 01:00:00 \+0000<\/pubDate>/u);
    expect(validXml(await text('/public/sitemap.xml')).addresses).toContain(`${url}${BASE}/sitemap.xml`);
  });

  it('is exported as files that a plain web server hands out: the same bytes, every link there, none to elsewhere', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'luoshi-public-'));
    const options = { url: `${url}/public`, division: SMALL_DISTRICT };
    const first = await exportSite(context(), folder, options);
    expect(first).toMatchObject({ removed: 0, written: first.files });
    const paths = await filesIn(folder);
    expect(paths).toHaveLength(first.files + 1);
    for (const path of paths.filter((one) => one.startsWith(SMALL_DISTRICT))) {
      const live = Buffer.from(await (await get(`/public/${path}`)).arrayBuffer());
      expect([path, live.equals(await readFile(join(folder, path)))]).toEqual([path, true]);
    }
    const plain = await plainServer(folder);
    try {
      const { pages, broken, outside } = await crawl(`http://127.0.0.1:${plain.port}/`);
      expect([broken, outside]).toEqual([[], []]);
      // Every page and file of the division is reached from the first one, but for what only programmes ask for.
      const unreached = paths.filter((path) => !pages.has(`/${path}`));
      expect(unreached.sort()).toEqual(
        [`${SMALL_DISTRICT}/sitemap.xml`, 'catalog.json', 'manifest.json', 'sitemap.xml'].sort(),
      );
    } finally {
      plain.server.close();
    }
    const before = await timesOf(folder);
    expect(await exportSite(context(), folder, options)).toMatchObject({ written: 0, removed: 0 });
    expect(await timesOf(folder)).toEqual(before);
    // Without an address there are no feeds, and no link to one.
    const without = await mkdtemp(join(tmpdir(), 'luoshi-public-'));
    await exportSite(context(), without, { url: null, division: SMALL_DISTRICT });
    expect((await filesIn(without)).filter((path) => path.endsWith('.xml'))).toEqual([]);
    expect(await readFile(join(without, SMALL_DISTRICT, 'data.html'), 'utf8')).not.toContain('feed.xml');
    await rm(without, { recursive: true });
    await rm(folder, { recursive: true });
  });

  it('stands on the desk of who released it, as due to be corrected once a task of it is found untrue', async () => {
    expect(await onDesk('toRelease')).toMatchObject({ count: 0 });
    expect(await onDesk('released')).toMatchObject({ count: 1, items: [{ id: product.id }] });
    expect(await onDesk('correctionsDue')).toMatchObject({ count: 0 });
    expect(await onDesk('helpWanted')).toMatchObject({ count: 3 });
    const of = { taskId: taskId(1), unitId: unitIdOf(SMALL_DISTRICT, 'education') };
    const { verificationId } = allowed(
      await orderVerification(context(), { ...by('supervisor'), ...of, reason: '核查理由' }),
    );
    const found = { finding: 'untrue', found: 10, words: '核实笔录' } as const;
    const evidence = [{ label: '佐证说明', ref: '督核〔2024〕6号' }];
    allowed(await recordFinding(context(), { ...by('supervisor'), verificationId, ...found, evidence }));
    expect(await onDesk('correctionsDue')).toMatchObject({
      count: 1,
      items: [{ id: product.id, note: 'A1-01' }],
    });
    expect(await noLongerTrue(product)).toEqual([
      { id: taskId(1), code: 'A1-01', title: '第1件实事', reopened: false },
    ]);
    const unit = { role: 'leadUnitHead', scopeKind: 'unit', scopeId: of.unitId } as const;
    const before = await onDesk('noticesToAnswer', unit);
    const [card] = await story.read<{ id: string }>(
      `select id from notice where state = 'drafted' and rung = 'yellow'`,
    );
    allowed(await story.engine.issueNotice({ ...by('supervisor'), noticeId: card?.id ?? '' }));
    const after = await onDesk('noticesToAnswer', unit);
    expect(after).toMatchObject({
      count: (before?.count ?? 0) + 1,
      items: expect.arrayContaining([
        expect.objectContaining({ id: card?.id, at: expect.stringMatching(/^2024-06-/u) as unknown }),
      ]) as unknown,
    });
  });

  it('is corrected visibly: the new edition takes the place, the old one stays in the history', async () => {
    story.clock.set('2024-06-05T02:00:00.000Z');
    let second = allowed(await correctProduct(context(), of(product)));
    second = allowed(await reviewProduct(context(), of(second)));
    // Nothing verified is left on it: nobody publishes that by pressing on.
    const asked = await issueProduct(context(), of(second));
    expect(!asked.ok && asked.rejection.code).toBe('PublicationEmpty');
    expect(await story.read('select 1 from publication_release where edition = 2')).toEqual([]);
    second = allowed(await issueProduct(context(), { ...of(second), publishEmpty: true }));
    expect(second.edition).toBe(2);
    expect(await onDesk('correctionsDue')).toMatchObject({ count: 0 });
    expect(await onDesk('released')).toMatchObject({ count: 1, items: [{ id: second.id }] });
    // What was found untrue is on the page no more, nor in its data.
    expect(await data()).toMatchObject({ edition: 2, overview: { verified: 0 }, tasks: [] });
    expect([await noLongerTrue(product), await noLongerTrue(second)]).toEqual([[], []]);
    const page = await text(`${PERIOD}/`);
    expect(page).toContain('本期已更正');
    expect(page).toContain('第1版于2024年6月3日发布，已由后一版替代');
    const history = await text(`${BASE}/releases.html`);
    expect(history.match(/<tr role="row">/gu)).toHaveLength(3);
    expect(await text(`${BASE}/feed.xml`)).toContain('【更正】');
    product = second;
  });

  it('is withdrawn with its reason in sight: data and files are gone, the earlier edition does not come back', async () => {
    story.clock.set('2024-06-06T02:00:00.000Z');
    const folder = await mkdtemp(join(tmpdir(), 'luoshi-public-'));
    await exportSite(context(), folder, { url: null, division: SMALL_DISTRICT });
    const asked = { 'cache-control': 'max-age=0', pragma: 'x' };
    const tag = (await get(`${PERIOD}/`)).headers.get('etag') ?? '';
    allowed(await withdrawProduct(context(), { ...of(product), reason: '核实口径<有误>' }));
    const page = await get(`${PERIOD}/`, { ...asked, 'if-none-match': tag });
    expect(page.status).toBe(200);
    const words = await page.text();
    expect(words).toContain('撤回原因：核实口径&lt;有误&gt;');
    expect(words).not.toContain('第1件实事');
    for (const file of ['data.json', 'tasks.csv', 'document.pdf'])
      expect((await get(`${PERIOD}/${file}`)).status).toBe(410);
    for (const { path, body } of await everything())
      expect([path, body.includes('第1件实事')]).toEqual([path, false]);
    const exported = await exportSite(context(), folder, { url: null, division: SMALL_DISTRICT });
    expect(exported.removed).toBe(7);
    expect((await filesIn(folder)).filter((path) => /data\.json|\.csv|document/u.test(path))).toEqual([]);
    await rm(folder, { recursive: true });
    await expect(
      db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) =>
        tx.execute(`update publication_release set withdrawn_reason = '改写' where withdrawn_at is not null`),
      ),
    ).rejects.toThrow('is not changed');
  });

  /** Every file of the site as text; packed documents as what stands in them. */
  async function everything(): Promise<{ path: string; body: string }[]> {
    const found: { path: string; body: string }[] = [];
    const { pages } = await crawl(`${url}${BASE}/`);
    for (const path of [...pages.keys(), '/public/', '/public/catalog.json', '/robots.txt']) {
      const bytes = Buffer.from(await (await get(path)).arrayBuffer());
      found.push({ path, body: path.endsWith('.docx') ? await unpacked(bytes) : bytes.toString('utf8') });
    }
    return found;
  }
});

function allowed<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.rejection.code}: ${outcome.rejection.message}`);
  return outcome.value;
}

async function unpacked(bytes: Buffer): Promise<string> {
  const { unzipSync, strFromU8 } = await import('fflate');
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

const timesOf = async (folder: string): Promise<[string, number][]> =>
  Promise.all(
    (await filesIn(folder)).map(async (path): Promise<[string, number]> => [
      path,
      (await stat(join(folder, path))).mtimeMs,
    ]),
  );

/** The plainest of web servers: a file is a file, a folder its index.html. */
async function plainServer(folder: string): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, port: (server.address() as AddressInfo).port };
}

/** Follows every link from a page: what is there by its path, what is not, what leads elsewhere. */
async function crawl(
  start: string,
): Promise<{ pages: Map<string, string>; broken: string[]; outside: string[] }> {
  const { origin } = new URL(start);
  const pages = new Map<string, string>();
  const [broken, outside]: [string[], string[]] = [[], []];
  const waiting = [start];
  const seen = new Set<string>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const answer = await fetch(next);
    if (answer.status !== 200) {
      broken.push(next);
      continue;
    }
    const { pathname } = new URL(next);
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const body = await answer.text();
    pages.set(path, body);
    if (!path.endsWith('.html')) continue;
    for (const [, href = ''] of body.matchAll(/(?:href|src)="([^"#][^"]*)"/gu)) {
      if (href.startsWith('data:')) continue;
      if (/^[a-z]+:|^\//u.test(href)) outside.push(`${path} ${href}`);
      const target = new URL(href, next);
      if (target.origin === origin) waiting.push(`${target.origin}${target.pathname}`);
    }
  }
  return { pages, broken, outside };
}
