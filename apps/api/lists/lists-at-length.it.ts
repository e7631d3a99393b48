import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ListDeclaration, ListFilter } from '#contract';
import { ALONG_INDEXES, pageStatement } from '#persistence';
import {
  asOwner,
  createTestDatabase,
  findChromium,
  manualClock,
  openBrowser,
  until,
  type TestDatabase,
} from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import type { Browser } from '../testing/browser.js';
import { JURISDICTION, PLAN } from '../testing/district.js';
import { fillTables } from './testing/fill-tables.js';
import { LISTS } from './testing/lists.js';
import { sampleOf } from './testing/sample-of.js';

/** Minutes of making rows; elsewhere than in CI and the long runs one line says that it was left out. */
const isLong = process.env['LUOSHI_VERIFY'] !== undefined;
const long = isLong ? it : it.skip;
if (!isLong) process.stderr.write('lists at length: left out here; LUOSHI_VERIFY=ci runs them\n');

let db: TestDatabase;
let api: ApiUnderTest;
let hq: Browser;
const TASKS = 50_000;
const MEGABYTE = 1024 * 1024;
/** So much a heap may grow before what of it is garbage is looked at again. */
const TOLERABLE = 30 * MEGABYTE;
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
/** What is held at most of a heap that has grown: what is garbage by then is held by nobody. */
class HeldHeap {
  readonly #before: number;
  #looked: number;
  most = 0;
  looks = 0;

  constructor() {
    collectGarbage();
    this.#before = this.#looked = process.memoryUsage().heapUsed;
  }

  look(): void {
    const used = process.memoryUsage().heapUsed;
    this.#looked = Math.min(this.#looked, used);
    if (used - this.#looked < TOLERABLE) return;
    collectGarbage();
    this.#looked = process.memoryUsage().heapUsed;
    this.most = Math.max(this.most, this.#looked - this.#before);
    this.looks += 1;
  }
}
/** What a jurisdiction has after some years. */
const FILLED = {
  task: 20_000,
  responsibility: 40_000,
  obligation: 60_000,
  sitting: 20_000,
  verification: 10_000,
  notice: 20_000,
  message: 40_000,
  alert: 20_000,
  letter: 20_000,
  plan_review: 5_000,
  contact: 3_000,
};

const chromium = findChromium();
if (isLong && chromium === null)
  process.stderr.write('lists at length: there is no Chromium to open their page with (CHROMIUM)\n');

const ROOT = new URL('../../../', import.meta.url);
/** Where the page of these sources lies, built where it is not there or older. */
async function builtPage(): Promise<string> {
  const { buildWhatIsStale } = (await import(new URL('apps/cli/bin/build-what-is-stale.js', ROOT).href)) as {
    buildWhatIsStale: (wanted: { page: boolean }) => Promise<boolean>;
  };
  if (!(await buildWhatIsStale({ page: true }))) throw new Error('the page cannot be built');
  return fileURLToPath(new URL('dist/web/', ROOT));
}

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Sort Key'?: string[];
  Plans?: Node[];
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

function valueOf(name: string, filter: ListFilter): unknown {
  if (filter.type === 'uuid') return undefined;
  const parsed = filter.schema.safeParse(sampleOf(filter));
  if (!parsed.success) throw new Error(`${name}: no sample`);
  return parsed.data;
}

/** Of a few hundred things one that is there: found again by its name. */
async function thing(kind: string): Promise<string> {
  const [row] = await db.database.outsideTenants((tx) =>
    tx.query<{ id: string }>(`select md5($1 || 7)::uuid as id`, [kind]),
  );
  return row?.id ?? '';
}
const KIND_OF: Readonly<Record<string, string>> = {
  plan: 'plan',
  action: 'action',
  unit: 'unit',
  lead: 'unit',
  task: 'task',
  channel: 'channel',
};

async function planOf(
  { list, source, given }: (typeof LISTS)[number],
  filters: Record<string, unknown>,
  sort: string,
): Promise<Node[]> {
  return db.database.transaction({ jurisdictionId: JURISDICTION }, async (tx) => {
    const wanted = {
      filters,
      sort,
      limit: 201,
      given: { ...given, person: given['person'] === undefined ? undefined : null },
    };
    if (list.name === 'inbox') wanted.given.person = (await thing('person')) as never;
    const { sql, params } = pageStatement(source, list, JURISDICTION, wanted);
    tx.send(ALONG_INDEXES);
    const [row] = await tx.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (format json) ${sql}`, params);
    if (row === undefined) throw new Error('no plan');
    return nodesOf(row['QUERY PLAN'][0].Plan);
  });
}

/** What of a plan reads all rows of the list's own table. */
const readsAll = (nodes: Node[], table: string): string[] =>
  nodes
    .filter((node) => node['Node Type'].includes('Seq Scan') && node['Relation Name'] === table)
    .map((node) => `${node['Node Type']} on ${table}`);
const indexesOf = (nodes: Node[]): string[] => nodes.flatMap((node) => node['Index Name'] ?? []);
/**
 * Indexes that serve as well as the declared one, where the planner may take either. The plan's own order of tasks is one
 * over two tables, which no index has: those of the jurisdiction, or of the plan, are read and put in order.
 */
const AS_GOOD: Readonly<Record<string, readonly string[]>> = {
  sitting_report_due: ['sitting_due'],
  alert_state_raised: ['alert_open'],
  verification_state: ['verification_open'],
  obligation_submitted: ['obligation_waiting', 'obligation_waiting_unit'],
  obligation_waiting: ['obligation_submitted', 'obligation_waiting_unit'],
  task_action_code: ['task_pkey'],
};
/** Small tables of a few hundred rows that are cheaper to read than to look up in. */
const SMALL = new Set(['plan', 'unit', 'reporting_line', 'person']);

describe('in a jurisdiction of some years', () => {
  beforeAll(async () => {
    if (!isLong) return;
    db = await createTestDatabase();
    const more = chromium === null ? {} : { webRoot: await builtPage() };
    api = await startApi(db.database, manualClock('2024-04-12T01:00:00.000Z'), { more });
    hq = await api.as('hq');
    await asOwner(db.ownerUrl, (owner) =>
      owner.query(
        `insert into luoshi.task (jurisdiction_id, id, plan_id, action_id, code, number, title, place, deadline_on,
           original_deadline_on, deadline_inferred, state, machine_version, policy_version, calendar_version, snapshot,
           version, head_hash)
         select jurisdiction_id, gen_random_uuid(), plan_id, action_id, 'B-' || lpad(i::text, 6, '0'), number,
           '任务' || i, place, deadline_on, original_deadline_on, deadline_inferred, state, machine_version,
           policy_version, calendar_version, snapshot, version, head_hash
         from luoshi.task t, generate_series(1, ${TASKS}) i where t.plan_id = '${PLAN.id}' and t.code = 'A1-03'`,
      ),
    );
    await asOwner(db.ownerUrl, (owner) => owner.query('vacuum analyze luoshi.task'));
  }, 600_000);
  afterAll(async () => {
    if (!isLong) return;
    await api.stop();
    await db.drop();
  });

  const open = (path: string, encoding = 'identity'): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const headers = { Cookie: hq.cookie, 'Accept-Encoding': encoding };
      httpGet(`${api.url}${path}`, { headers, agent: false }, resolve).on('error', reject);
    });
  const atRest = (): boolean => {
    const { total, idle, waiting } = db.database.connections();
    return total === idle && waiting === 0;
  };

  long(
    'all tasks go out in one file, and at no time are they all in memory',
    async () => {
      const heap = new HeldHeap();
      // Also while the answer is not there yet: what waits for the whole of it holds it then.
      const looking = setInterval(() => heap.look(), 10);
      let lines = 0;
      let bytes = 0;
      try {
        const response = await open('/api/v1/tasks?format=csv');
        for await (const piece of response) {
          const text = piece as Buffer;
          bytes += text.length;
          for (const byte of text) if (byte === 10) lines += 1;
          heap.look();
        }
        expect(response.complete).toBe(true);
      } finally {
        clearInterval(looking);
      }
      expect(lines).toBe(TASKS + 3 + 1);
      // Held on purpose, all that goes out comes to 31 MB; as it is, to 2.
      expect(heap.looks).toBeGreaterThan(0);
      expect(heap.most).toBeLessThan(16 * MEGABYTE);
      expect(bytes).toBeGreaterThan(TASKS * 50);
    },
    240_000,
  );

  (isLong && chromium !== null ? it : it.skip)(
    'their page asks for at most four things, and stands before the last of them has come',
    async () => {
      const { callsOf } = await import('../../web/testing/calls-of.js');
      const browser = await openBrowser(String(chromium), api.url);
      try {
        const page = await browser.newWindow();
        // By the clock of these tests it would have run out long ago: it is given without its end.
        const [, name = '', value = ''] = /^([^=]+)=([^;]+)/u.exec(hq.cookie) ?? [];
        await page.context().addCookies([{ name, value, url: api.url }]);
        let letCome = (): void => undefined;
        const held = new Promise<void>((resolve) => (letCome = resolve));
        await page.route(/format=jsonl/u, async (route) => {
          await held;
          await route.continue();
        });
        const counted = callsOf(page, '/tasks');
        const count = page.getByTestId('task-count');
        await count.getByText('已读 5000 项，其余正在读取…').waitFor();
        await page.getByTestId('task-table').getByRole('link').first().waitFor();
        letCome();
        await count.getByText(`共 ${TASKS + 3} 项`, { exact: true }).waitFor();
        const calls = await counted;
        expect(calls.filter((call) => call.includes('/api/v1/tasks'))).toHaveLength(2);
        expect(calls.length).toBeLessThanOrEqual(4);
        // All are there, also the last one.
        await page.getByLabel('按名称、编号或单位查找').fill(`B-0${TASKS}`);
        await count.getByText(`1 项，共 ${TASKS + 3} 项`).waitFor();
      } finally {
        await browser.close();
      }
    },
    240_000,
  );

  long(
    'a reader who goes away frees what served it, and may come again as often as before',
    async () => {
      for (let time = 0; time < 4; time += 1) {
        const response = await open('/api/v1/tasks?format=jsonl', time % 2 === 0 ? 'identity' : 'br');
        expect(response.statusCode).toBe(200);
        await new Promise((resolve) => response.once('readable', resolve));
        response.destroy();
        await until(atRest);
      }
      // Four at a time are more than a person may have: those who went away count no more.
      const last = await open('/api/v1/tasks?format=jsonl');
      expect(last.statusCode).toBe(200);
      last.destroy();
      await until(atRest);
    },
    120_000,
  );

  long(
    'a file that breaks off does not look whole',
    async () => {
      const response = await open('/api/v1/tasks?format=csv');
      await new Promise((resolve) => response.once('readable', resolve));
      await asOwner(db.ownerUrl, (owner) => owner.query('revoke select on luoshi.task from luoshi_app'));
      const broke = await (async () => {
        try {
          for await (const _ of response);
          return null;
        } catch (error) {
          return (error as NodeJS.ErrnoException).code;
        } finally {
          await asOwner(db.ownerUrl, (owner) => owner.query('grant select on luoshi.task to luoshi_app'));
        }
      })();
      expect(broke).toBe('ECONNRESET');
      expect(response.complete).toBe(false);
    },
    120_000,
  );

  long(
    'every filter and every order of a list goes along an index',
    async () => {
      await fillTables(db.ownerUrl, JURISDICTION, FILLED);
      const amiss: string[] = [];
      const ask = async (tested: (typeof LISTS)[number], filters: Record<string, unknown>, sort: string) => {
        const nodes = await planOf(tested, filters, sort);
        const { table } = tested.source;
        const found = indexesOf(nodes);
        const said = `${tested.list.name} by ${JSON.stringify(filters)} in order of ${sort}`;
        if (!SMALL.has(table)) amiss.push(...readsAll(nodes, table).map((what) => `${said}: ${what}`));
        // The one that finds what is filtered by, or the one that has the order and ends with the page.
        const declared = [tested.list.sorts[sort.replace('-', '')]?.index];
        for (const name of Object.keys(filters)) declared.push(tested.list.filters[name]?.index);
        const serving = declared.flatMap((index) =>
          index === undefined ? [] : [index, ...(AS_GOOD[index] ?? [])],
        );
        if (!SMALL.has(table) && !serving.some((index) => found.includes(index)))
          amiss.push(`${said}: none of ${declared.join(', ')} but ${found.join(', ')}`);
      };
      for (const tested of LISTS) {
        const list: ListDeclaration = tested.list;
        for (const sort of Object.keys(list.sorts))
          for (const name of [sort, `-${sort}`]) await ask(tested, {}, name);
        for (const [name, filter] of Object.entries(list.filters)) {
          const kind = KIND_OF[name];
          const value = kind === undefined ? valueOf(name, filter) : await thing(kind);
          await ask(tested, { [name]: value }, list.usual);
        }
      }
      expect(amiss).toEqual([]);
    },
    240_000,
  );
});
