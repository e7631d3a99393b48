import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Policy } from '#accountability';
import { secretBox } from '#courier';
import { directoryOf } from '#engine';
import { DEFAULT_IDENTITY_SETTINGS, findSession, signIn, type IdentityShell } from '#identity';
import { systemClock } from '#persistence';
import { resolveUnitName } from '#plan';
import { createTestDatabase, type TestDatabase } from '#testing';
import { runMain } from '../testing/run-main.js';
import type { FoundedDistrict } from './found-district.js';

let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'luoshi-district-'));
});
afterAll(async () => {
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});

const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const unitsYaml = (code: string, name: string): string => `schema: luoshi.units/1
jurisdiction: { code: "${code}", name: ${name}, fullPrefixes: [丙市${name}], shortPrefix: 县 }
units:
  - { code: office, name: 县政府办, kind: office, functions: [headquarters-office] }
  - { code: farming, name: 县农业农村局, kind: government-department, predecessors: [{ name: 县乡村振兴局, kind: merge, from: 2024-11-01 }] }
  - { code: towns, name: 各乡镇, kind: group, group: true, members: [east] }
  - { code: east, name: 东乡, kind: township }
`;
const shell = (): IdentityShell => ({
  database: db.database,
  clock: systemClock,
  secrets: secretBox(Buffer.alloc(32)),
  settings: { ...DEFAULT_IDENTITY_SETTINGS, refusalTakesMs: 0 },
});
const administrator = (username: string): string[] => ['--administrator', '张三', '--username', username];
const found = (...args: string[]) => runMain(db, 'district', 'found', ...args);
const jurisdictions = () =>
  db.database.outsideTenants((tx) => tx.query('select id, name, level from all_jurisdictions()'));

async function workbook(rows: string[][], merge?: string): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名单');
  for (const row of rows) sheet.addRow(row);
  if (merge !== undefined) sheet.mergeCells(merge);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('district found', () => {
  it('founds a district out of a unit directory; its administrator signs in and must change the password', async () => {
    const units = await file('units.yaml', unitsYaml('990401', '甲县'));
    const people = await file(
      'people.yaml',
      `schema: luoshi.people/1
offices:
  - { username: jia-hq, name: 李四, unit: office, role: headquartersOffice }
  - { username: jia-farming, name: 王五, unit: farming, role: liaison }
signIn: []
`,
    );
    const { code, out } = await found(
      '--units',
      units,
      '--people',
      people,
      ...administrator('jia-admin'),
      '--json',
    );
    const founded = JSON.parse(out) as FoundedDistrict;
    expect({ code, ...founded, accounts: undefined }).toEqual({
      code: 0,
      jurisdictionId: '990401',
      name: '甲县',
      units: 5,
      names: { issuer: '丙市甲县政府办', numberWord: '丙甲' },
      accounts: undefined,
    });
    expect(founded.accounts.map(({ username, role, unit }) => [username, role, unit])).toEqual([
      ['jia-admin', 'administrator', '县政府办'],
      ['jia-hq', 'headquartersOffice', '县政府办'],
      ['jia-farming', 'liaison', '县农业农村局'],
    ]);
    for (const { username, password } of founded.accounts) {
      expect(password).toMatch(/^[a-zA-Z2-9]{14}$/);
      const signed = await signIn(shell(), { username, password });
      if (!signed.ok) throw new Error(`${username} cannot sign in`);
      const session = await findSession(shell(), signed.value.token);
      expect(session).toMatchObject({ jurisdictionId: '990401', mustChange: true });
    }
    const directory = await db.database.transaction({ jurisdictionId: '990401' }, (tx) => directoryOf(tx));
    expect(resolveUnitName('丙市甲县农业农村局', directory)).toMatchObject({ ok: true, unit: 'farming' });
    expect(resolveUnitName('县乡村振兴局', directory, '2025-01-01')).toMatchObject({ unit: 'farming' });
    expect(resolveUnitName('县乡村振兴局', directory, '2024-01-01')).toMatchObject({ name: '县乡村振兴局' });
    expect(directory.units.get('towns')?.members).toEqual(['east']);
    // Not under the names that the shipped rules have from the plan that comes with them.
    const [rules] = await db.database.transaction({ jurisdictionId: '990401' }, (tx) =>
      tx.query<{ body: Policy }>(`select body from policy_version`),
    );
    expect(rules?.body.issuer).toBe('丙市甲县政府办');
    expect(rules?.body.numbering).toMatchObject({ reminderLetter: '丙甲督提', circular: '丙甲督通' });
    expect(rules?.body.products).toMatchObject({
      issuers: { ofActions: {} },
      organs: { headquartersOffice: '丙甲指', assessor: '丙甲绩' },
    });
    expect(JSON.stringify(rules?.body)).not.toMatch(/武陵源|张武/u);
  });

  it('tells the accounts once, in words, and refuses to found the same district again', async () => {
    const units = await file('two.yaml', unitsYaml('990402', '乙县'));
    const first = await found('--units', units, ...administrator('yi-admin'));
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/已建立 乙县（990402）：5 个单位，1 个账号。/);
    expect(first.out).toMatch(/ +yi-admin +系统管理员 +[a-zA-Z2-9]{14} +张三 +县政府办/);
    expect(first.out).toContain('npx luoshi start --no-seed');
    const again = await found('--units', units, ...administrator('yi-admin-2'));
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toContain('错误 REFUSED：数据库中已有辖区 990402（乙县）');
  });

  it('founds one out of a workbook of units and people, columns found by their words', async () => {
    const book = await workbook(
      [
        ['丁县单位联络员名单', '', '', '', '', ''],
        ['序号', '单位名称', '简称', '类别', '联系人', '职务', '登录账号'],
        ['1', '县发展和改革局', '县发改局、县发改委', '政府部门', '赵一', '局长', 'ding-zhao'],
        ['', '县发展和改革局', '', '', '钱二', '联络员', 'DING-QIAN'],
        ['2', '县委组织部', '', '', '', '', ''],
        ['3', '东乡人民政府', '东乡', '乡镇', '孙三', '经办人', 'ding-sun'],
        ['4', '县政府督查室', '', '', '李四', '督查室', 'ding-li'],
        ['注：名单如有变动请及时报送', '', '', '', '', '', ''],
      ],
      'A1:G1',
    );
    const list = await file('list.xlsx', book);
    const args = [
      '--code',
      '990403',
      '--name',
      '丁县',
      '--full-prefix',
      '戊市丁县',
      '--unit',
      '县政府督查室',
    ];
    const { code, out, err } = await found(
      '--units',
      list,
      ...args,
      ...administrator('ding-admin'),
      '--json',
    );
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    const { accounts } = JSON.parse(out) as FoundedDistrict;
    expect(accounts.map(({ username, role, unit }) => [username, role, unit])).toEqual([
      ['ding-admin', 'administrator', '县政府督查室'],
      ['ding-zhao', 'leadUnitHead', '县发展和改革局'],
      ['ding-qian', 'liaison', '县发展和改革局'],
      ['ding-sun', 'liaison', '东乡人民政府'],
      ['ding-li', 'supervisor', '县政府督查室'],
    ]);
    const rows = await db.database.transaction({ jurisdictionId: '990403' }, (tx) =>
      tx.query('select name, kind, aliases from unit order by kind, name'),
    );
    expect(rows).toEqual([
      { name: '县发展和改革局', kind: 'government-department', aliases: ['县发改局', '县发改委'] },
      { name: '县政府督查室', kind: 'office', aliases: [] },
      { name: '县委组织部', kind: 'party-organ', aliases: [] },
      { name: '东乡人民政府', kind: 'township', aliases: ['东乡'] },
    ]);
    const scopes = await db.database.transaction({ jurisdictionId: '990403' }, (tx) =>
      tx.query('select role, scope_kind from role_assignment order by role'),
    );
    expect(scopes).toEqual([
      { role: 'administrator', scope_kind: 'jurisdiction' },
      { role: 'leadUnitHead', scope_kind: 'unit' },
      { role: 'liaison', scope_kind: 'unit' },
      { role: 'liaison', scope_kind: 'unit' },
      { role: 'supervisor', scope_kind: 'jurisdiction' },
    ]);
  });

  it('says where a file is wrong, and leaves nothing behind', async () => {
    const before = await jurisdictions();
    const yaml = await file(
      'bad.yaml',
      unitsYaml('990404', '戊县').replace('members: [east]', 'members: [nowhere]'),
    );
    const wrong = await found('--units', yaml, ...administrator('wu-admin'));
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toMatch(
      /错误 FILE_INVALID：[^\n]+\n[^\n]*bad\.yaml:6:\d+ [^\n]*没有编号为 nowhere 的单位/,
    );
    const list = await file(
      'bad.xlsx',
      await workbook([
        ['单位', '联络员', '联络员账号'],
        ['县财政局', '周五', 'wu zhou'],
        ['县民政局', '吴六', ''],
      ]),
    );
    const facts = ['--code', '990404', '--name', '戊县'];
    const told = await found('--units', list, ...facts, ...administrator('wu-admin'));
    expect(told.err).toContain('名单第 2 行）周五的账号“wu zhou”不合规则');
    expect(told.err).toContain('名单第 3 行）吴六的账号没有填');
    expect((await found('--units', list, ...administrator('wu-admin'))).err).toContain('--code');
    const taken = await file('taken.yaml', unitsYaml('990404', '戊县'));
    const refused = await found('--units', taken, ...administrator('jia-admin'));
    expect(refused.err).toContain('错误 REFUSED：有账号已被其他辖区的人使用');
    expect((await found('--units', taken, ...administrator('Wu Admin'))).err).toContain('错误 FILE_INVALID');
    expect((await found('--units', join(folder, 'none.yaml'), ...administrator('x1'))).err).toContain(
      'FILE_UNREADABLE',
    );
    await expect(jurisdictions()).resolves.toEqual(before);
  });

  it('takes a calendar and rules of one’s own, and checks them', async () => {
    const units = await file('own.yaml', unitsYaml('990405', '己县'));
    const rules = await file('rules.yaml', 'schema: luoshi.policy/1\n');
    const wrong = await found('--units', units, '--policy', rules, ...administrator('ji-admin'));
    expect(wrong.err).toMatch(/错误 FILE_INVALID：.*rules\.yaml/);
    const args = [
      '--policy',
      'seeds/policies/default.yaml',
      '--calendar',
      'seeds/calendars/cn-state-council.yaml',
    ];
    await expect(found('--units', units, ...args, ...administrator('ji-admin'))).resolves.toMatchObject({
      code: 0,
    });
  });

  it('needs an administrator: without one the usage is wrong', async () => {
    const { code, err } = await found('--units', 'x.yaml');
    expect(code).toBe(2);
    expect(err).toContain('缺少选项 --administrator <姓名>');
  });
});

describe('district admit', () => {
  const admit = (...args: string[]) => runMain(db, 'district', 'admit', '--jurisdiction', '990401', ...args);
  const usernames = async (): Promise<unknown[]> => {
    const rows = await db.database.transaction({ jurisdictionId: '990401' }, (tx) =>
      tx.query<{ username: string }>('select username from person order by username'),
    );
    return rows.map(({ username }) => username);
  };

  it('lets one person in, who signs in and must change the password', async () => {
    const person = [
      '--name',
      '吴六',
      '--username',
      'jia-wu',
      '--unit',
      '丙市甲县农业农村局',
      '--role',
      '牵头单位负责人',
    ];
    const { code, out } = await admit(...person, '--json');
    expect(code).toBe(0);
    const { accounts } = JSON.parse(out) as Pick<FoundedDistrict, 'accounts'>;
    expect(accounts).toMatchObject([{ username: 'jia-wu', role: 'leadUnitHead', unit: '县农业农村局' }]);
    const [{ password = '' } = {}] = accounts;
    const signed = await signIn(shell(), { username: 'jia-wu', password });
    expect(signed.ok).toBe(true);
    const again = await admit(...person);
    expect(again.err).toContain('错误 REFUSED：有账号已被使用');
  });

  it('lets a list of people in, all or none', async () => {
    const header = ['单位', '联络员', '账号'];
    const good = await file(
      'more.xlsx',
      await workbook([header, ['县政府办', '郑七', 'jia-zheng'], ['东乡', '王八', 'jia-wang']]),
    );
    expect((await admit('--people', good)).out).toMatch(/ +jia-wang +联络员 +\S{14} +王八 +东乡/);
    const before = await usernames();
    const bad = await file(
      'bad-more.xlsx',
      await workbook([header, ['县政府办', '冯九', 'jia-feng'], ['南乡', '陈十', 'jia-chen']]),
    );
    expect((await admit('--people', bad)).err).toContain('jia-chen 的单位“南乡”不在单位目录中');
    const taken = await file(
      'taken.xlsx',
      await workbook([header, ['县政府办', '冯九', 'jia-feng'], ['东乡', '陈十', 'jia-wang']]),
    );
    expect((await admit('--people', taken)).err).toContain('有账号已被使用');
    expect((await admit('--name', '某')).err).toContain('--username');
    expect(
      (await admit('--name', '某', '--username', 'x1', '--unit', '东乡', '--role', '皇帝')).err,
    ).toContain('没有“皇帝”');
    await expect(usernames()).resolves.toEqual(before);
  });
});
