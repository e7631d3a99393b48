import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#persistence';
import { createEmptyDatabase, createTestDatabase, type EmptyDatabase, type TestDatabase } from '#testing';
import { runMain } from '../testing/run-main.js';

let folder: string;
let db: TestDatabase;
let empty: EmptyDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luoshi-backup-'));
  db = await createTestDatabase();
  empty = await createEmptyDatabase();
  const units = join(folder, 'units.yaml');
  await writeFile(
    units,
    `schema: luoshi.units/1
jurisdiction: { code: "990501", name: 甲县, fullPrefixes: [甲县], shortPrefix: 县 }
units: [{ code: office, name: 县政府办, kind: office }]
`,
  );
  await runMain(db, 'district', 'found', '--units', units, '--administrator', '张三', '--username', 'admin');
});
afterAll(async () => {
  await Promise.all([db.drop(), empty.drop(), rm(folder, { recursive: true, force: true })]);
});

describe('a drill: back up, check, restore elsewhere', () => {
  const file = (): string => join(folder, 'backup.tar.gz');

  it('writes a file that nobody else can read, and says what is in it', async () => {
    const { code, out, err } = await runMain(db, 'backup', file());
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^已备份到 .+backup\.tar\.gz（\d+ 个表、\d+ 行，\d+ kB），并已核验。\n$/u);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
  });

  it('overwrites nothing', async () => {
    const before = await readFile(file());
    expect((await runMain(db, 'backup', file())).err).toMatch(/^错误 FILE_EXISTS：/u);
    expect(await readFile(file())).toEqual(before);
  });

  it('is checked without a database, and a damaged one is found out', async () => {
    expect((await runMain(db, 'backup', '--check', file())).out).toMatch(/^备份完好：/u);
    const damaged = join(folder, 'damaged.tar.gz');
    await writeFile(damaged, (await readFile(file())).subarray(0, -100));
    expect(await runMain(db, 'backup', '--check', damaged)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^错误 BACKUP_DAMAGED：/u) as unknown,
    });
  });

  it('restores into an empty database and into no other', async () => {
    const restored = await runMain(empty, 'restore', file());
    expect(restored.out).toMatch(/^已恢复 \d+ 个表、\d+ 行。核验 \d+ 个事项、\d+ 条记录，全部完好。\n$/u);
    const listed = await runMain(empty, 'units', 'list');
    expect(listed.out).toContain('县政府办');
    expect((await runMain(empty, 'restore', file())).err).toMatch(/^错误 RESTORE_NOT_EMPTY：/u);
  });

  it('takes an outside server’s backup into a new embedded one, and backs that up while it runs', async () => {
    const data = join(folder, 'new');
    const nowhere = { url: process.env['DATABASE_URL'], owner: process.env['DATABASE_OWNER_URL'] };
    const embedded = { appUrl: '', ownerUrl: '' };
    const restored = await runMain(embedded, 'restore', file(), '--data', data);
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('全部完好') as unknown });
    const running = await startEmbeddedPostgres({ dataDir: data });
    const copy = join(folder, 'running.tar.gz');
    const backed = await runMain(embedded, 'backup', copy, '--data', data);
    await running.stop();
    expect(backed).toMatchObject({ code: 0, err: '' });
    expect((await runMain(embedded, 'backup', '--check', copy)).code).toBe(0);
    expect({ url: process.env['DATABASE_URL'], owner: process.env['DATABASE_OWNER_URL'] }).toEqual(nowhere);
  });
});
