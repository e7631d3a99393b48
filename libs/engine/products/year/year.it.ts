import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { planIdOf } from '#accountability';
import { addDays, civilDateOf, periodFromKey } from '#calendar';
import { createEngine, keepIssuedNotices, noticeFileOf, type WantedProduct } from '#engine';
import { checkOwnDocument } from '#official';
import type { Database, ProductRead } from '#persistence';
import { runSimulation } from '#simulation';
import {
  asOwner,
  createTestDatabase,
  manualClock,
  moment,
  simulatedFortnight,
  type ManualClock,
  type TestDatabase,
} from '#testing';
import { assessTheYear } from './testing/assess-the-year.js';
import { wrongFigures, type Compared } from './testing/compare-products.js';
import { drawnByLibreOffice } from './testing/drawn.js';
import { everyWanted, issued, makers, produced, type YearOf } from './testing/produce-everything.js';

const VERIFY = process.env['LUOSHI_VERIFY'];
const WHOLE = VERIFY === 'soak' || VERIFY === 'wide';
if (!WHOLE)
  process.stderr.write(
    VERIFY === undefined
      ? 'skipped: the products of the simulated year are recounted in CI (first weeks) and in the soak (the year)\n'
      : 'skipped: of the simulated year only the first weeks are recounted, one product of each kind is issued, none is drawn by LibreOffice\n',
  );
/** How far the year is lived: for a look at a part of it. */
const TO = process.env['LUOSHI_YEAR_TO'] ?? '2025-02-05';
const IS_WHOLE_YEAR = TO === '2025-02-05';
const HOUR = 3_600_000;
const OF_PERIODS = new Set<string>([
  'dispatchBrief',
  'monthlyBulletin',
  'publication',
  'quarterlyReview',
  'annualAssessment',
]);
const JURISDICTION = '430811';
const PLAN = 'wulingyuan-2024';
const planId = planIdOf(JURISDICTION, PLAN);
const seeds = (relative: string): string =>
  new URL(`../../../../seeds/${relative}`, import.meta.url).pathname;

(VERIFY === undefined ? describe.skip : describe)('every product of the simulated year', () => {
  let db: TestDatabase;
  let owner: pg.Client;
  let year: YearOf;
  let clock: ManualClock;
  const drafted: ProductRead[] = [];
  const read = <T extends object>(sql: string, params: unknown[] = []): Promise<T[]> =>
    owner.query(sql, params).then(({ rows }) => rows as T[]);

  beforeAll(async () => {
    db = WHOLE ? await yearOf() : await simulatedFortnight();
    owner = new pg.Client({ connectionString: db.ownerUrl });
    await owner.connect();
    await owner.query('set search_path = luoshi');
    clock = manualClock(moment(WHOLE ? `${addDays(TO, 1)} 09:00` : '2024-05-02 09:00'));
    const { context } = createEngine({ database: db.database, clock, papers: { sweepNow: () => true } });
    year = { context, jurisdictionId: JURISDICTION, planId, planCode: PLAN };
  }, HOUR);
  afterAll(async () => {
    await owner.end();
    await db.drop();
  });

  it(
    'is written, or there is nothing to write of; and each figure in each is what SQL of its own makes of the record',
    async () => {
      const begun = Date.now();
      const actorOf = await makers(year);
      const nothing: WantedProduct[] = [];
      const today = civilDateOf(year.context.clock.now());
      for (const wanted of await everyWanted(year)) {
        // A period that is not over has no end to be counted at.
        if (OF_PERIODS.has(wanted.kind) && periodFromKey(wanted.period).end >= today) continue;
        if (wanted.kind === 'annualAssessment') await assessTheYear(year, clock, actorOf);
        const draft = await produced(year, actorOf, wanted);
        if (draft === null) nothing.push(wanted);
        else drafted.push(draft);
      }
      // Before the plan took effect there was nothing to write of.
      const first = /^2024-(?:0[1-3]|04 上旬|Q1)/u;
      expect(
        [...new Set(nothing.map(({ period }) => period))].filter((period) => !first.test(period)),
      ).toEqual([]);
      const compared: Compared = await wrongFigures(owner, planId, drafted);
      say(
        `${drafted.length} products, ${compared.figures} figures recounted, ${compared.drawn} of them in charts, ${compared.wrong.length} wrong, in ${seconds(begun)}`,
        compared.byKind,
      );
      expect(compared.wrong.slice(0, 40)).toEqual([]);
      expect(compared.figures).toBeGreaterThan(WHOLE && IS_WHOLE_YEAR ? 15_000 : 500);
      expect(compared.drawn).toBeGreaterThan(WHOLE && IS_WHOLE_YEAR ? 2_000 : 50);
    },
    HOUR,
  );

  it(
    'is issued: its number follows the one before without a gap, and its .docx passes the checker',
    async () => {
      const begun = Date.now();
      const actorOf = await makers(year);
      const seen = new Set<string>();
      const some = drafted.filter(({ kind }) => WHOLE || (!seen.has(kind) && seen.add(kind)));
      const out: ProductRead[] = [];
      for (const draft of some) out.push(await issued(year, actorOf, draft));
      const off: string[] = [];
      for (const { id, title } of out) {
        const [file] = await read<{ bytes: Buffer; sha256: string }>(
          `select bytes, sha256 from product_file where product_id = $1 and format = 'docx'`,
          [id],
        );
        if (!file) throw new Error(`${title} has no file`);
        expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(file.sha256);
        const found = await checkOwnDocument(file.bytes);
        off.push(...found.map(({ code, text }) => `${title} ${code} ${text ?? ''}`));
      }
      say(`${out.length} products issued and checked in ${seconds(begun)}`);
      expect(off.slice(0, 20)).toEqual([]);
      expect(await gaps()).toEqual([]);
    },
    HOUR,
  );

  it(
    'keeps the documents of all notices that were issued, with their own numbers and words, and a crash among them leaves whole ones',
    async () => {
      const begun = Date.now();
      let kept = 0;
      const dying = {
        ...year.context,
        fault: (point: string) => {
          if (point === 'notices.kept') throw new Error('the process dies');
        },
      };
      await expect(keepIssuedNotices(dying, JURISDICTION)).rejects.toThrow('dies');
      for (let some = 1; some > 0; kept += some) some = await keepIssuedNotices(year.context, JURISDICTION);
      const notices = await read<{ id: string; number: string; body: string }>(
        'select id, number, body from notice where issued_at is not null order by issued_at, id',
      );
      expect(kept).toBe(notices.length - 1);
      const off: string[] = [];
      for (const { id, number } of notices) {
        const docx = await noticeFileOf(year.context, JURISDICTION, id, 'docx');
        const pdf = await noticeFileOf(year.context, JURISDICTION, id, 'pdf');
        if (!docx || !pdf) throw new Error(`${number} has no files`);
        expect(createHash('sha256').update(docx.bytes).digest('hex')).toBe(docx.sha256);
        expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
        off.push(
          ...(await checkOwnDocument(docx.bytes)).map(({ code, text }) => `${number} ${code} ${text ?? ''}`),
        );
      }
      say(`${notices.length} notices kept and checked in ${seconds(begun)}`);
      expect(off.slice(0, 20)).toEqual([]);
    },
    HOUR,
  );

  (WHOLE ? it : it.skip)(
    'is drawn by LibreOffice, one of each kind: no page without its foot, no table over the edge',
    async () => {
      const rows = await read<{ kind: string; bytes: Buffer }>(
        `select distinct on (p.kind, p.scope_kind) p.kind || '-' || p.scope_kind as kind, f.bytes from product p
         join product_file f on f.product_id = p.id and f.format = 'docx' where p.state = 'issued' order by p.kind, p.scope_kind, f.size desc`,
      );
      const notices = await read<{ kind: string; bytes: Buffer }>(
        `select distinct on (n.kind) n.kind, f.bytes from notice n join notice_file f on f.notice_id = n.id and f.format = 'docx' order by n.kind, f.size desc`,
      );
      const drawn = await drawnByLibreOffice([...rows, ...notices]);
      for (const { kind, pages, pageNumbers } of drawn) {
        say(`${kind}: ${pages} pages`);
        expect(pages).toBeGreaterThan(0);
        // A letter of one page has none.
        if (pageNumbers !== null) expect(pageNumbers).toBeGreaterThanOrEqual(pages - 1);
      }
      expect(drawn.length).toBeGreaterThanOrEqual(rows.length);
    },
    HOUR,
  );

  /** Series whose numbers do not run from 1 to the last: products and notices count in the same book. */
  const gaps = (): Promise<{ series: string }[]> =>
    read(
      `with given as (
         select substring(number from '^(.+)〔') as series, (substring(number from '〔([0-9]+)〕'))::int as year,
           (substring(number from '〕([0-9]+)号'))::int as serial
         from (select number from product where number is not null union all select number from notice where number is not null) n)
       select s.series from notice_series s left join given g on g.series = s.series and g.year = s.year
       group by s.series, s.year, s.last_number having count(distinct serial) <> s.last_number or max(serial) <> s.last_number or count(*) <> s.last_number`,
    );
});

const seconds = (since: number): string => `${Math.round((Date.now() - since) / 1000)} s`;
const say = (line: string, more?: unknown): boolean =>
  process.stderr.write(`soak: ${line}${more === undefined ? '' : ` ${JSON.stringify(more)}`}\n`);

/** The year, lived; with `LUOSHI_LIVED` once, in a database of that name, of which every later run takes a copy. */
async function yearOf(): Promise<TestDatabase> {
  const kept = process.env['LUOSHI_LIVED'];
  if (kept === undefined) {
    const db = await createTestDatabase();
    await live(db.database);
    return db;
  }
  if (!(await onServer('select from pg_database where datname = $1', [kept]))) {
    const { name, database } = await createTestDatabase();
    await live(database);
    await database.close();
    await onServer(`alter database ${name} rename to ${pg.escapeIdentifier(kept)}`);
  }
  return createTestDatabase({ template: pg.escapeIdentifier(kept) });
}

/** Whether a statement finds a row, beside all databases of the server that outlives the run. */
const onServer = async (sql: string, params: unknown[] = []): Promise<boolean> =>
  asOwner(process.env['TEST_DATABASE_URL'] ?? '', async (server) => {
    const { rowCount } = await server.query(sql, params);
    return rowCount === 1;
  });

async function live(database: Database): Promise<void> {
  const begun = Date.now();
  const folder = await mkdtemp(path.join(tmpdir(), 'luoshi-year-'));
  try {
    const scenarioFile = path.join(folder, 'looked-at.yaml');
    const lookedAt = new URL('./testing/looked-at.yaml', import.meta.url);
    const parts = [seeds('scenarios/typical.yaml'), lookedAt].map((file) => readFile(file, 'utf8'));
    await writeFile(scenarioFile, (await Promise.all(parts)).join('\n'));
    await runSimulation({ database, seedsDir: seeds(''), scenarioFile, from: '2024-04-12', to: TO, seed: 1 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  say(`a year lived in ${seconds(begun)}`);
}
