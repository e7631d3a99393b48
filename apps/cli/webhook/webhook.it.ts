import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#testing';
import { runMain, type Ran } from '../testing/run-main.js';

let db: TestDatabase;
let folder: string;
const cli = (...args: string[]): Promise<Ran> => runMain(db, 'webhook', ...args, '--data', folder);
const ADDRESS = 'https://oa.example.gov.cn/luoshi';

beforeAll(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'luoshi-webhooks-'));
  const units = join(folder, 'units.yaml');
  await writeFile(
    units,
    `schema: luoshi.units/1
jurisdiction: { code: "990501", name: 甲县, fullPrefixes: [甲县], shortPrefix: 县 }
units: [{ code: office, name: 县政府办, kind: office }]
`,
  );
  const founded = await runMain(
    db,
    ...['district', 'found', '--units', units, '--administrator', '张三', '--username', 'admin'],
  );
  expect(founded.code).toBe(0);
});
afterAll(async () => {
  await Promise.all([db.drop(), rm(folder, { recursive: true, force: true })]);
});

describe('subscriptions at the command line', () => {
  it('are registered, and their secrets shown this once', async () => {
    const added = await cli(
      'add',
      '县办系统',
      '--url',
      ADDRESS,
      '--unit',
      '县政府办',
      '--events',
      'task.*,notice.issued',
    );
    expect(added).toMatchObject({ code: 0 });
    const [, secret = ''] = /签名密钥 (whsec_\S+)/u.exec(added.out) ?? [];
    expect(secret).toHaveLength(50);
    const listed = (await cli('list')).out + (await cli('list', '--json')).out;
    expect(listed).toMatch(/县办系统 +县政府办 +任务：全部、文书签发 +https:\/\/oa\S+ +推送中 +0 +0 +–/u);
    expect(listed).not.toContain(secret);
    expect(listed).not.toMatch(/sealed/iu);
  });

  it.each([
    [['add', '县办系统', '--url', ADDRESS], '已有同名的订阅'],
    [['add', '乙', '--url', 'ftp://x'], '接收地址应为完整的网址'],
    [['add', '乙', '--url', ADDRESS, '--events', 'task.none'], '没有这种事件'],
    [['add', '乙', '--url', ADDRESS, '--unit', '没有的局'], '单位目录中没有“没有的局”'],
    [['ping', '没有'], '没有名为“没有”的事件订阅'],
    [['replay', '县办系统', '--after', '99'], '还没有推送过'],
  ])('refuse %j and say why', async (args, words) => {
    const refused = await cli(...args);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(words);
  });

  it('are tried, paused, resumed, renewed and removed', async () => {
    expect((await cli('ping', '县办系统')).out).toContain('测试事件');
    expect((await cli('deliveries', '县办系统')).out).toMatch(/– +测试事件 +待发 +0 +–/u);
    expect((await cli('deliveries', '县办系统', '--state', 'dead')).out).toBe('没有推送记录。\n');
    const [row] = JSON.parse((await cli('deliveries', '县办系统', '--json')).out) as { id: string }[];
    expect((await cli('send-again', '县办系统', row?.id ?? '')).out).toBe('已重新排队。\n');
    await cli('pause', '县办系统', '--reason', '升级');
    expect((await cli('list')).out).toContain('已暂停：升级');
    expect((await cli('resume', '县办系统', '--leave-out')).out).toBe('“县办系统”已恢复，跳过 0 件。\n');
    expect((await cli('renew', '县办系统')).out).toMatch(
      /whsec_\S+\n拉取密钥 luoshi_\S+\n.*\n旧密钥有效至 /u,
    );
    expect((await cli('replay', '县办系统', '--after', '0')).out).toContain('从游标 0 之后重新推送');
    expect((await cli('replay', '县办系统')).code).toBe(2);
    expect((await cli('remove', '县办系统')).out).toContain('已删除');
    expect((await cli('list')).out).toContain('还没有事件订阅');
  });
});
