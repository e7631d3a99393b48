import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, Story, type TestDatabase } from '#testing';
import { runMain } from '../testing/run-main.js';

const inCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;
if (process.env['LUOSHI_VERIFY'] === undefined)
  process.stderr.write('apps/cli/archive: skipped, it runs in CI (LUOSHI_VERIFY=ci)\n');

const NOWHERE = { appUrl: 'postgresql://x@127.0.0.1:1/x', ownerUrl: 'postgresql://x@127.0.0.1:1/x' };

inCi('luoshi archive', () => {
  let from: TestDatabase;
  let to: TestDatabase;
  let folder: string;
  const before = process.env['LUOSHI_DATA'];
  const at = (name: string): string => join(folder, name);
  beforeAll(async () => {
    [from, to, folder] = await Promise.all([
      createTestDatabase(),
      createTestDatabase(),
      mkdtemp(join(tmpdir(), 'luoshi-archive-cli-')),
    ]);
    process.env['LUOSHI_DATA'] = folder;
    const story = await Story.begin(from.database, '2024-09-23 09:00', 1);
    await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
  });
  afterAll(async () => {
    if (before === undefined) delete process.env['LUOSHI_DATA'];
    else process.env['LUOSHI_DATA'] = before;
    await Promise.all([from.drop(), to.drop(), rm(folder, { recursive: true })]);
  });

  it('writes an archive that nobody else can read and overwrites none, checks it without a database, and takes it in', async () => {
    const exported = await runMain(from, 'archive', 'export', '--to', at('a.tar.gz'));
    expect(exported).toMatchObject({ code: 0, err: '' });
    expect(exported.out).toMatch(/已导出 示例区（990101）：\d+ 类、\d+ 条记录，0 个文件/u);
    expect((await stat(at('a.tar.gz'))).mode & 0o777).toBe(0o600);
    expect((await runMain(from, 'archive', 'export', '--to', at('a.tar.gz'))).err).toContain('FILE_EXISTS');

    const verified = await runMain(NOWHERE, 'archive', 'verify', at('a.tar.gz'));
    expect(verified).toMatchObject({ code: 0, err: '' });
    expect(verified.out).toContain('全部完好');

    const imported = await runMain(to, 'archive', 'import', at('a.tar.gz'));
    expect(imported.code).toBe(0);
    expect(imported.out).toContain('个账号没有带来密码');
    expect((await runMain(to, 'archive', 'import', at('a.tar.gz'))).err).toContain('ARCHIVE_ALREADY_THERE');
    expect((await runMain(to, 'audit', 'verify')).code).toBe(0);
    expect((await runMain(to, 'people', 'reset', 'hq')).out).toContain('初始密码');
  });

  it('gives the same archive again, also as a folder, unless the time is asked for', async () => {
    const hashOf = async (...args: string[]): Promise<string> =>
      /SHA-256：([0-9a-f]{64})/u.exec((await runMain(from, 'archive', 'export', '--to', ...args)).out)?.[1] ??
      '';
    const first = await hashOf(at('b'));
    expect(first).toMatch(/^[0-9a-f]{64}$/u);
    expect(await hashOf(at('c.tar'))).toBe(first);
    expect(await hashOf(at('stamped'), '--stamp')).not.toBe(first);
    expect(await readFile(join(at('stamped'), 'manifest.json'), 'utf8')).toContain('exportedAt');
    expect((await runMain(NOWHERE, 'archive', 'verify', at('b'))).code).toBe(0);
  });
});
