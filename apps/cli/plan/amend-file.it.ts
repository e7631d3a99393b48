import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#testing';
import { runMain } from '../testing/run-main.js';

const HEAD =
  '甲县人民政府办公室关于印发《2025年兴水行动方案》的通知\n甲政办发〔2025〕NUMBER号\n2025年3月1日\n一、重点任务\n';
const textOf = (number: number, ...tasks: string[]): string =>
  HEAD.replace('NUMBER', String(number)) + tasks.map((task, i) => `${i + 1}.${task}`).join('\n');
const RIVER = '整治河道。6月底前拆除沿岸违章建筑，恢复岸线。(县水利局牵头,县财政局配合)';
const CANAL = '修复灌渠。10月底前修复干渠，恢复灌溉。(县水利局负责)';
const WELLS = '保障饮水。年底前更换老旧管网，水质监测全覆盖。(县水利局负责)';

let db: TestDatabase;
let folder: string;
const write = async (name: string, text: string): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
};
beforeAll(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'luoshi-amend-'));
  const units = await write(
    'units.yaml',
    `schema: luoshi.units/1
jurisdiction: { code: "990502", name: 甲县, fullPrefixes: [甲县], shortPrefix: 县 }
units:
  - { code: office, name: 县政府办, kind: office }
  - { code: water, name: 县水利局, kind: government-department }
  - { code: finance, name: 县财政局, kind: government-department }
`,
  );
  const found = ['district', 'found', '--units', units, '--administrator', '张三', '--username', 'admin2'];
  expect(await runMain(db, ...found)).toMatchObject({ code: 0 });
  const first = await write('plan.txt', textOf(1, RIVER, CANAL));
  expect(
    await runMain(db, 'plan', 'import', first, '--id', 'water-2025', '--issued-on', '2025-03-01'),
  ).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('plan amend', () => {
  it('tells in a table what the revised text changes, and changes nothing', async () => {
    const file = await write(
      'revised.txt',
      textOf(2, WELLS, RIVER.replace('6月底前', '9月底前').replace('县财政局', '县审计局')),
    );
    const { code, out } = await runMain(db, 'plan', 'amend', file, '--plan', 'water-2025');
    expect(code).toBe(0);
    expect(out).toContain('对照：新增 1 项，删除 1 项，修改 1 项，未变 0 项。');
    expect(out).toMatch(/新增 +保障饮水/);
    expect(out).toMatch(/修改 +A1-01 +整治河道/);
    expect(out).toMatch(/责任（配合） +县财政局 +县审计局/);
    expect(out).toMatch(/时限 +2025年6月30日 +2025年9月30日/);
    expect(out).toMatch(/删除 +A1-02 +修复灌渠/);
    expect(out).toContain('单位名录中没有：县审计局');
    expect(out).toContain('没有改动任何数据');
    expect((await runMain(db, 'plan', 'amend', file, '--plan', 'water-2025')).out).toBe(out);
  });

  it('tells the same as JSON', async () => {
    const file = await write('same.txt', textOf(1, RIVER, CANAL));
    const { code, out } = await runMain(db, 'plan', 'amend', file, '--plan', 'water-2025', '--json');
    expect(code).toBe(0);
    const { items } = JSON.parse(out) as { items: { kind: string; code: string; changes: unknown[] }[] };
    expect(items.map((item) => [item.kind, item.code, item.changes])).toEqual([
      ['unchanged', 'A1-01', []],
      ['unchanged', 'A1-02', []],
    ]);
  });

  it('refuses a plan that nobody knows, and a text without tasks', async () => {
    const file = await write('again.txt', textOf(1, RIVER));
    const unknown = await runMain(db, 'plan', 'amend', file, '--plan', 'fire-2025');
    expect(unknown).toMatchObject({ code: 1, out: '' });
    expect(unknown.err).toContain('没有代号为 fire-2025 的方案');
    const empty = await write('empty.txt', '今天天气很好。');
    expect((await runMain(db, 'plan', 'amend', empty, '--plan', 'water-2025')).err).toContain(
      '没有识别出任务',
    );
  });
});
