import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Seal, TrailReport } from '#sealing';
import { asOwner, createTestDatabase, Story, type TestDatabase } from '#testing';
import { runMain, type Ran } from '../testing/run-main.js';

let db: TestDatabase;
let folder: string;
const before = process.env['LUOSHI_DATA'];
beforeAll(async () => {
  [db, folder] = await Promise.all([createTestDatabase(), mkdtemp(join(tmpdir(), 'luoshi-audit-'))]);
  // Where the key that seals is made.
  process.env['LUOSHI_DATA'] = folder;
  const story = await Story.begin(db.database, '2024-09-23 09:00', 2);
  for (const task of [1, 2]) await story.task('2024-09-23 09:30', 'hq', task, 'confirm');
});
afterAll(async () => {
  if (before === undefined) delete process.env['LUOSHI_DATA'];
  else process.env['LUOSHI_DATA'] = before;
  await db.drop();
  await rm(folder, { recursive: true });
});

const audit = (...args: string[]): Promise<Ran> => runMain(db, 'audit', ...args);
const NOWHERE = { appUrl: 'postgresql://x@127.0.0.1:1/x', ownerUrl: 'postgresql://x@127.0.0.1:1/x' };
const at = (name: string): string => join(folder, name);
const reportOf = ({ out }: Ran): TrailReport => {
  const [report] = JSON.parse(out) as TrailReport[];
  if (report === undefined) throw new Error('there is a jurisdiction');
  return report;
};

describe('luoshi audit', () => {
  it('seals with a key of its own, publishes the seals, exports the trail, and checks the file without a record', async () => {
    const first = await audit('verify', '--json');
    expect(reportOf(first)).toMatchObject({ broken: [], seals: { count: 0, until: null } });
    expect(reportOf(first).unsealed).toBe(reportOf(first).checked);

    expect((await audit('seal')).out).toContain('第 1 次封存');
    expect((await audit('seal')).out).toContain('不需要封存');
    const seals = (await audit('seals')).out;
    const [seal] = seals
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Seal);
    await writeFile(at('seals.jsonl'), seals);
    const exported = await audit('export', at('trail.jsonl'));
    expect(exported).toMatchObject({ code: 0 });

    const offline = await runMain(
      NOWHERE,
      ...['audit', 'verify', '--file', at('trail.jsonl'), '--seals', at('seals.jsonl')],
      ...['--key', seal?.publicKey ?? '', '--json'],
    );
    expect(offline.code).toBe(0);
    expect(reportOf(offline)).toEqual({
      ...reportOf(await audit('verify', '--json')),
      seals: { count: 1, until: seal?.sealedAt, keys: [seal?.publicKey], faults: [] },
      // That it was taken away is on the trail itself.
      unsealed: 1,
      personal: null,
    });
    const words = await audit('verify');
    expect(words.out).toContain('全部完好');
  });

  it('proves one event, and one seal by a later one, to somebody who has nothing but the file and the key', async () => {
    const story = await readFile(at('trail.jsonl'), 'utf8');
    const task = /"subjectKind":"task","subjectId":"([\w-]{36})"/.exec(story)?.[1] ?? '';
    const key = /"publicKey":"([^"]+)"/.exec(story)?.[1] ?? '';
    await writeFile(at('proof.json'), (await audit('proof', 'task', task, '1')).out);
    const verify = (file: string, ...more: string[]): Promise<Ran> =>
      runMain(NOWHERE, 'audit', 'verify', '--proof', at(file), ...more);
    expect(await verify('proof.json', '--key', key)).toMatchObject({
      code: 0,
      out: expect.stringContaining(`证明成立：task ${task} 第 1 条记录`),
    });
    expect(await verify('proof.json', '--key', 'MCow')).toMatchObject({
      code: 1,
      out: expect.stringContaining('封存不是用指定的密钥签的'),
    });
    const forged = (await readFile(at('proof.json'), 'utf8')).replace(
      '"idempotencyKey":"',
      '"idempotencyKey":"not-',
    );
    await writeFile(at('forged.json'), forged);
    expect(await verify('forged.json')).toMatchObject({
      code: 1,
      out: expect.stringContaining('与其哈希不符'),
    });
    expect((await verify('trail.jsonl')).err).toContain('FILE_INVALID');
    expect((await audit('proof', 'task', task, '99')).err).toContain('NOT_SEALED');
    expect((await audit('proof', 'tusk', task, '1')).err).toContain('OPTION_INVALID');
    expect((await audit('consistency', '1', '2')).err).toContain('NOT_SEALED');
  });

  it('names what was changed in the record, in the words of its page, and ends with 1', async () => {
    await asOwner(db.ownerUrl, async (owner) => {
      await owner.query(`set search_path = luoshi; alter table event disable trigger all;
        update event set payload = '{"reason":"otherwise"}' where subject_kind = 'task' and seq = 2;
        alter table event enable trigger all`);
    });
    const told = await audit('verify');
    expect(told.code).toBe(1);
    expect(told.out).toMatch(/✗ task [\w-]{36} 第 2 条：内容被改动/);
    expect(told.out).toContain('请保全现场');
  });

  it('says at which line a file is damaged, and that a file of another kind is none', async () => {
    const lines = (await readFile(at('trail.jsonl'), 'utf8')).split('\n');
    await writeFile(at('cut.jsonl'), lines.slice(0, 3).join('\n'));
    const cut = await audit('verify', '--file', at('cut.jsonl'));
    expect(cut).toMatchObject({ code: 1, err: expect.stringMatching(/FILE_INVALID.*第 4 行.*文件不完整/s) });
    await writeFile(at('none.txt'), '方案');
    expect((await audit('verify', '--file', at('none.txt'))).err).toContain('不是 npx luoshi audit export');
    expect((await audit('verify', '--file', at('absent'))).err).toContain('FILE_UNREADABLE');
    expect((await audit('verify', '--seals', at('none.txt'))).err).toContain('不是封存记录');
  });
});
