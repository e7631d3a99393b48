import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDocument } from '#documents';
import { createTestDatabase, EditedWorkbook, GOOD, Story, type TestDatabase } from '#testing';
import { runMain, type Ran } from '../testing/run-main.js';

const ENV = { clock: process.env['LUOSHI_CLOCK'], key: process.env['LUOSHI_SECRET_KEY'] };
const PERIOD = '2024-09 下旬';
let db: TestDatabase;
let story: Story;
let folder: string;

/** Four tasks of one unit, on the day before their reports are due. */
beforeAll(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'luoshi-ledger-'));
  story = await Story.begin(db.database, '2024-09-23 09:00', 4);
  for (const task of [1, 2, 3, 4]) {
    await story.task('2024-09-23 09:30', 'hq', task, 'confirm');
    await story.task('2024-09-23 10:00', 'hq', task, 'dispatch');
    await story.task('2024-09-24 09:00', 'liaison', task, 'sign');
  }
  await story.until('2024-09-29 15:00');
  process.env['LUOSHI_CLOCK'] = story.clock.now();
  process.env['LUOSHI_SECRET_KEY'] = Buffer.alloc(32, 7).toString('base64');
});
afterAll(async () => {
  for (const [name, value] of [
    ['LUOSHI_CLOCK', ENV.clock],
    ['LUOSHI_SECRET_KEY', ENV.key],
  ] as const)
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});

const ledger = (...args: string[]): Promise<Ran> => runMain(db, 'ledger', ...args);
const at = (name: string): string => join(folder, name);
const get = async (name: string, ...more: string[]): Promise<EditedWorkbook> => {
  const got = await ledger('get', '--plan', 'small-plan', '--period', PERIOD, '--out', at(name), ...more);
  expect([got.err, got.code]).toEqual(['', 0]);
  return EditedWorkbook.open(await readFile(at(name)));
};
const reports = async (): Promise<number> => (await story.read('select 1 from progress_report')).length;

describe('luoshi ledger', () => {
  it('gets a ledger of a plan, an action or a unit, with what somebody owes on a sheet of its own', async () => {
    const plain = await get('plan.xlsx');
    expect(plain.book.worksheets.map(({ name }) => name)).not.toContain('填报');
    const book = await get('own.xlsx', '--unit', '区教育局', '--as', 'liaison');
    expect(book.book.worksheets[0]?.name).toBe('填报');
    expect(book.codes()).toHaveLength(4);
    expect((await get('action.xlsx', '--action', 'A1')).book.worksheets.length).toBeGreaterThan(1);
    expect(
      (await ledger('get', '--plan', 'small-plan', '--period', PERIOD, '--out', at('own.xlsx'))).err,
    ).toContain('不覆盖');
    const none = await ledger('get', '--plan', 'small-plan', '--period', '2024-13', '--out', at('none.xlsx'));
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('没有“2024-13”这样的报告期')]);
    expect((await ledger('get', '--plan', 'small-plan', '--period', PERIOD, '--as', 'hq')).err).toContain(
      '没有填报的职责',
    );
  });

  it('tries a filled-in one row by row without changing anything, and files its good rows, handing the others back', async () => {
    const book = await EditedWorkbook.open(await readFile(at('own.xlsx')));
    const [one = '', two = '', three = ''] = book.codes();
    book.fill(one, GOOD).fill(two, { '本期进度（%）': 145, 本期进展: '完成' }).fill(three, GOOD);
    await writeFile(at('filled.xlsx'), await book.bytes());
    const before = await reports();

    const tried = await ledger('check', at('filled.xlsx'), '--as', 'liaison');
    expect(tried.code).toBe(1);
    expect(tried.out).toContain('试读，未改动');
    expect(tried.out).toContain('可提交 2 行');
    expect(tried.out).toMatch(new RegExp(`${two} .*有误\\n +[A-Z]+\\d+ 本期进度（%）：`, 'u'));
    expect(await reports()).toBe(before);
    expect((await readdir(folder)).filter((name) => name.includes('待处理'))).toEqual([]);

    const filed = await ledger('file', at('filled.xlsx'), '--as', 'liaison', '--json');
    const said = JSON.parse(filed.out) as { counts: Record<string, number>; marked: string; left: boolean };
    expect([filed.code, said.counts, said.left]).toEqual([1, { filed: 2, error: 1, untouched: 1 }, true]);
    expect(await reports()).toBe(before + 2);
    const [person] = await story.read(
      `select distinct p.username from progress_report r join person p on p.id = r.filed_by`,
    );
    expect(person).toEqual({ username: 'liaison' });

    // What was wrong came back whole, can be mended, and is filed then; what was filed is not filed again.
    const rest = await EditedWorkbook.open(await readFile(said.marked));
    expect(rest.cell(two, '本期进度（%）').value).toBe(145);
    expect(rest.codes()).not.toContain(one);
    rest.fill(two, { '本期进度（%）': 45 });
    await writeFile(at('mended.xlsx'), await rest.bytes());
    const mended = await ledger('file', at('mended.xlsx'), '--as', 'liaison');
    expect([mended.code, mended.out]).toEqual([0, expect.stringContaining('已提交 1 行')]);
    const again = await ledger('file', at('mended.xlsx'), '--as', 'liaison');
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('内容相同')]);
    expect(await reports()).toBe(before + 3);
  });

  it('writes over nothing that was filed in other words meanwhile, and takes nothing that is not its own', async () => {
    const book = await EditedWorkbook.open(await readFile(at('own.xlsx')));
    const [one = ''] = book.codes();
    book.fill(one, { ...GOOD, '本期进度（%）': 77 });
    await writeFile(at('late.xlsx'), await book.bytes());
    const before = await reports();
    const conflict = await ledger('file', at('late.xlsx'), '--as', 'liaison');
    expect([conflict.code, conflict.out]).toEqual([1, expect.stringContaining('有冲突')]);
    expect(await reports()).toBe(before);

    await writeFile(at('no.xlsx'), 'no workbook');
    expect((await ledger('check', at('no.xlsx'), '--as', 'liaison')).err).toContain('不是可以读取的 .xlsx');
    expect((await ledger('check', at('nowhere.xlsx'), '--as', 'liaison')).err).toContain('读不了文件');
    process.env['LUOSHI_SECRET_KEY'] = Buffer.alloc(32, 8).toString('base64');
    const foreign = await ledger('check', at('own.xlsx'), '--as', 'liaison');
    expect(foreign.code).toBe(1);
    expect(foreign.err).toMatch(/不是|另/u);
  });
});

describe('luoshi wall-charts', () => {
  const words = async (pdf: Uint8Array): Promise<string> => {
    const { blocks } = await readDocument(pdf, (bytes) => new TextDecoder().decode(bytes));
    return blocks.map((block) => (block.type === 'paragraph' ? block.text : '')).join(' ');
  };

  const wordsOf = (svg = ''): string[] => (/<desc id="words">([^<]+)/u.exec(svg)?.[1] ?? '').split('；');

  it('writes every sheet as a drawing of 16 by 9 with its words, as a picture of twice that, and all as one PDF', async () => {
    // The reports above were filed a moment after the hour at which each command's clock begins.
    process.env['LUOSHI_CLOCK'] = '2024-09-29T08:00:00.000Z';
    const charts = (...more: string[]): Promise<Ran> =>
      runMain(db, 'wall-charts', '--plan', 'small-plan', '--period', PERIOD, '--out', at('wall'), ...more);
    const { code, out } = await charts('--png', '--json');
    const { files } = JSON.parse(out) as { files: string[] };
    const svgs = files.filter((name) => name.endsWith('.svg'));
    expect([code, files]).toEqual([
      0,
      ['wall-charts.pdf', ...svgs.flatMap((name) => [name, name.replace('.svg', '.png')])],
    ]);
    const drawn = await Promise.all(svgs.map((name) => readFile(at(join('wall', name)), 'utf8')));
    const titles = drawn.map((svg) => /<title id="title">([^<]*)/u.exec(svg)?.[1] ?? '');
    expect(titles).toEqual([
      expect.stringContaining('2024年9月下旬'),
      expect.stringContaining('行动'),
      expect.stringContaining('提请会议决定的事项'),
    ]);
    for (const [index, svg] of drawn.entries()) {
      expect(svg).toContain('width="1600" height="900" viewBox="0 0 1600 900"');
      expect(wordsOf(svg).length).toBeGreaterThan(1);
      // The back row: a fortieth of the height at least, whatever is drawn.
      for (const [, size] of svg.matchAll(/font-size="([\d.]+)"/gu))
        expect(Number(size)).toBeGreaterThanOrEqual(900 / 40);
      const png = await readFile(at(join('wall', svgs[index]?.replace('.svg', '.png') ?? '')));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2400, 1350]);
    }
    const pdf = await readFile(at(join('wall', 'wall-charts.pdf')));
    expect(pdf.toString('latin1').match(/\/MediaBox \[0 0 960 540\]/gu)).toHaveLength(svgs.length);

    // What stands on the sheets is what the record says, counted here by itself.
    const [counted] = await story.read<Record<'tasks' | 'dispatched' | 'reported', string>>(
      `select (select count(*) from task) as tasks,
         (select count(distinct subject_id) from event where subject_kind = 'task' and type = 'DISPATCHED') as dispatched,
         (select count(distinct task_id) from progress_report) as reported`,
    );
    const [tasks, dispatched, reported] = [counted?.tasks, counted?.dispatched, counted?.reported].map(
      Number,
    ) as [number, number, number];
    expect(reported).toBe(3);
    const overview = wordsOf(drawn[0]);
    expect(overview[overview.indexOf('任务') - 1]).toBe(String(tasks));
    // The bar of the only action, in the order of its legend: on schedule or behind, without a report, not dispatched.
    const bar = overview.slice(overview.indexOf('办好实事行动') + 1).map((word) => Number.parseInt(word, 10));
    expect(bar.slice(-3)).toEqual([dispatched - reported, tasks - dispatched, tasks]);
    expect(bar.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(tasks);
    for (const sheet of drawn.slice(0, 2)) expect(wordsOf(sheet)).toContain('填报按时率');
    expect(await words(pdf)).toContain(titles[0]?.replace('\u3000', ' '));
  });

  it('are of one action alone where that is asked for, and none where nothing is', async () => {
    const of = (...more: string[]): Promise<Ran> =>
      runMain(db, 'wall-charts', '--plan', 'small-plan', '--out', at('action'), ...more);
    expect((await of('--period', PERIOD, '--action', 'A1')).code).toBe(0);
    expect((await readdir(at('action'))).filter((name) => name.endsWith('.svg')).length).toBeGreaterThan(0);
    expect((await of('--period', PERIOD, '--action', 'A9')).err).toContain('没有代号为 A9 的行动');
    expect((await of('--period', '2023-05')).err).toContain('还没有可以上图的内容');
    expect((await of('--period', '五月')).err).toContain('没有“五月”这样的报告期');
  });
});
