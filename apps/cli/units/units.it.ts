import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#testing';
import { runMain } from '../testing/run-main.js';
import type { ListedUnits } from './list-units.js';

let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'luoshi-units-'));
  const file = join(folder, 'units.yaml');
  await writeFile(
    file,
    `schema: luoshi.units/1
jurisdiction: { code: "990501", name: 甲县, fullPrefixes: [甲县], shortPrefix: 县 }
units:
  - { code: office, name: 县政府办, kind: office }
  - { code: farming, name: 县农业农村局, kind: government-department }
  - { code: revival, name: 县乡村振兴局, kind: government-department }
  - { code: east, name: 东乡, kind: township }
  - { code: towns, name: 各乡镇, kind: group, group: true }
`,
  );
  const founded = await runMain(
    db,
    'district',
    'found',
    '--units',
    file,
    '--administrator',
    '张三',
    '--username',
    'admin',
  );
  expect(founded.code).toBe(0);
});
afterAll(async () => {
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});

const units = (...args: string[]) => runMain(db, 'units', ...args);
const listed = async (): Promise<ListedUnits> =>
  JSON.parse((await units('list', '--json')).out) as ListedUnits;
const named = async (name: string) => (await listed()).units.find((unit) => unit.name === name);

describe('units', () => {
  it('are listed in words', async () => {
    const { code, out, err } = await units('list');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/县农业农村局 +政府部门/);
    expect(out).toContain('共 5 个单位');
  });

  it('are added, of the kind that their name tells, once', async () => {
    const { code, out } = await units('add', '西乡', '--alias', '西乡人民政府');
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^已登记“西乡”，编号 unit-[0-9a-f]{8}。\n$/) as unknown,
    });
    expect(await named('西乡')).toMatchObject({ kind: 'township', aliases: ['西乡人民政府'] });
    await units('add', '县招商局', '--kind', '事业单位');
    expect(await named('县招商局')).toMatchObject({ kind: 'public-institution' });
    expect((await units('add', '县航天局', '--kind', '天上的')).err).toContain('没有“天上的”这一类别');
    const again = await units('add', '西乡人民政府');
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toBe('错误 REFUSED：“西乡人民政府”已是“西乡”的名称或别名，不能再登记为新单位。\n');
  });

  it('get the names by which documents call them, which can be taken back', async () => {
    const said = await units('alias', '县农委', '县农业农村局', '--from', '甲政办发〔2024〕2号');
    expect(said.out).toBe('已记下：“县农委”指“县农业农村局”。\n');
    expect((await units('alias', '县农委', '县农业农村局')).out).toContain('没有改动');
    expect((await listed()).learned).toMatchObject([
      { printed: '县农委', unitName: '县农业农村局', learnedFrom: '甲政办发〔2024〕2号' },
    ]);
    expect((await units('alias', '县农委', '县政府办')).err).toContain('一个名称不能指两个单位');
    expect((await units('alias', '县农委', '--undo')).out).toBe('已撤销别名“县农委”。\n');
    expect((await listed()).learned).toEqual([]);
    expect((await units('alias', '县农委', '县航天局')).err).toContain('单位目录中没有“县航天局”');
  });

  it('are succeeded by others from a day on; what is refused leaves nothing', async () => {
    const merge = ['县乡村振兴局', '县农业农村局', '--kind', 'merge'];
    expect((await units('succeed', ...merge)).err).toContain('--from');
    expect((await units('succeed', ...merge, '--from', '2024-02-30')).err).toContain('--from');
    expect((await named('县乡村振兴局'))?.succeeded).toBeNull();
    const done = await units('succeed', ...merge, '--from', '2024-11-01', '--reason', '机构改革');
    expect(done.out).toBe('“县乡村振兴局”自2024-11-01起并入县农业农村局\n');
    expect((await named('县乡村振兴局'))?.succeeded).toBe('“县乡村振兴局”自2024-11-01起并入县农业农村局');
    expect((await units('succeed', '县乡村振兴局', '--undo')).out).toContain('已撤销');
    expect((await named('县乡村振兴局'))?.succeeded).toBeNull();
  });

  it('of a group are named by hand', async () => {
    expect((await units('members', '各乡镇', '东乡', '西乡人民政府')).out).toBe('“各乡镇”现有 2 个成员。\n');
    expect((await named('各乡镇'))?.members).toEqual(['东乡', '西乡']);
    expect((await units('members', '县政府办', '东乡')).err).toContain('不是单位组');
  });
});
