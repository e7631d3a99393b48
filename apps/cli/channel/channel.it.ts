import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createTestDatabase,
  startDingtalkRobot,
  startMailServer,
  type HttpPeer,
  type MailServer,
  type TestDatabase,
} from '#testing';
import { runMain, type Ran } from '../testing/run-main.js';

let db: TestDatabase;
let folder: string;
let mail: MailServer;
let robot: HttpPeer;
const before = { ...process.env };

const cli = (...args: string[]): Promise<Ran> => runMain(db, ...args, '--data', folder);
const put = async (text: string): Promise<Ran> => {
  const file = join(folder, 'channels.yaml');
  await writeFile(file, text);
  return cli('channel', 'put', file);
};
const channelsFile = (): string => `schema: luoshi.channels/1
channels:
  - name: 政务邮箱
    kind: mail
    settings: { host: localhost, port: ${mail.port}, from: 督查室 <ducha@luoshi.example>, user: ducha, ca: ${JSON.stringify(mail.ca)} }
    secret: { password: '\${TEST_MAIL_PASSWORD}' }
  - name: 办公室群
    kind: dingtalk
    secret: { url: '${robot.url}/?access_token=genuine', signing: SEC }
contacts:
  - { channel: 政务邮箱, person: admin, address: zhang@luoshi.example, anyHour: true }
  - { channel: 办公室群, unit: 县政府办 }
`;

beforeAll(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'luoshi-channels-'));
  mail = await startMailServer({ login: { user: 'ducha', password: 'p w' } });
  robot = await startDingtalkRobot({ secret: 'SEC', now: () => Date.now() });
  Object.assign(process.env, {
    TEST_MAIL_PASSWORD: 'p w',
    LUOSHI_OUTGOING_ALLOW: '127.0.0.0/8',
    LUOSHI_OUTGOING_PLAIN: 'true',
  });
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
    'district',
    'found',
    '--units',
    units,
    '--administrator',
    '张三',
    '--username',
    'admin',
  );
  expect(founded.code).toBe(0);
});
afterAll(async () => {
  process.env = before;
  await Promise.all([mail.close(), robot.close(), db.drop(), rm(folder, { recursive: true, force: true })]);
});

describe('channels at the command line', () => {
  it('are set up from a file, listed without their secrets, and kept sealed in the database', async () => {
    expect(await put(channelsFile())).toMatchObject({ code: 0, out: '已设置 2 个渠道，2 个接收地址。\n' });
    const listed = (await cli('channel', 'list')).out + (await cli('channel', 'list', '--json')).out;
    expect(listed).toMatch(/张三 +政务邮箱 +zhang@luoshi.example +全部消息 +不限时段 +在用/u);
    expect(listed).not.toMatch(/p w|access_token|SEC/u);
    const rows = await db.database.transaction({ jurisdictionId: '990501' }, (tx) =>
      tx.query('select settings::text || sealed_secret as kept from channel'),
    );
    expect(JSON.stringify(rows)).not.toMatch(/p w|access_token|SEC/u);
  });

  it('of a file with a mistake leave nothing changed', async () => {
    const refused = await put(
      channelsFile().replace('person: admin', 'person: nobody').replace('name: 办公室群', 'name: 新群'),
    );
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/^错误 (FILE_INVALID|REFUSED)：/u);
    expect((await cli('channel', 'list')).out).not.toContain('新群');
  });

  it('are tried with a letter that really goes out', async () => {
    expect((await cli('channel', 'test', '政务邮箱', '--to', 'zhang@luoshi.example')).out).toContain(
      '已经由“政务邮箱”发出',
    );
    expect(mail.received.at(-1)).toMatchObject({
      to: ['zhang@luoshi.example'],
      encrypted: true,
      user: 'ducha',
    });
    expect((await cli('channel', 'test', '办公室群')).code).toBe(0);
    expect(robot.received).toHaveLength(1);
  });

  it('that do not work say why', async () => {
    await put(channelsFile().replace("'${TEST_MAIL_PASSWORD}'", 'wrong'));
    const tried = await cli('channel', 'test', '政务邮箱', '--to', 'zhang@luoshi.example');
    expect(tried.err).toMatch(/^错误 REFUSED：没有发出：邮件服务器拒绝了用户名或口令/u);
  });

  it('are paused with a reason and go on', async () => {
    await cli('channel', 'pause', '政务邮箱', '--reason', '检修');
    expect((await cli('channel', 'list')).out).toMatch(/政务邮箱 +电子邮件 +已暂停：检修/u);
    await cli('channel', 'resume', '政务邮箱');
    expect((await cli('channel', 'list')).out).toMatch(/政务邮箱 +电子邮件 +在用/u);
    expect((await cli('channel', 'pause', '没有', '--reason', 'x')).err).toContain('没有名为“没有”的渠道');
  });

  it('have letters, which are listed and sent again', async () => {
    expect((await cli('letters', 'list')).out).toContain('共 0 封');
    expect((await cli('letters', 'requeue')).out).toBe('已重新排队 0 封。\n');
    expect((await cli('letters', 'list', '--state', 'lost')).code).toBe(2);
  });

  it('take a mail that came back; what is none of ours, or no such mail, is no error to the mail server', async () => {
    const id = '0d5d7d6e-4f43-4b4e-9d56-000000000007';
    await db.database.transaction({ jurisdictionId: '990501' }, (tx) =>
      tx.execute(
        `insert into letter (jurisdiction_id, id, contact_id, channel_id, title, body, state, attempts, created_at, sent_at)
         select $1, $2, id, channel_id, '催报', '', 'sent', 1, created_at, created_at from contact where address like 'zhang@%'`,
        ['990501', id],
      ),
    );
    const bounce = async (key: string): Promise<Ran> => {
      const file = join(folder, 'back.eml');
      const parts = [
        'Content-Type: multipart/report; boundary=b\r\n',
        'Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n',
        `Content-Type: text/rfc822-headers\r\n\r\nX-Luoshi-Key: ${key}\r\n`,
      ];
      await writeFile(file, `${parts.join('\r\n--b\r\n')}\r\n--b--\r\n`);
      return cli('mail', 'bounce', file);
    };
    expect(await bounce('0d5d7d6e-4f43-4b4e-9d56-000000000008')).toMatchObject({
      code: 0,
      out: expect.stringContaining('不是本系统发出的邮件') as string,
    });
    expect((await bounce(id)).out).toContain('已登记退信');
    expect((await bounce(id)).out).toContain('没有改动');
    expect((await cli('channel', 'list')).out).toMatch(/zhang@luoshi.example .*退信：5.1.1/u);
    await writeFile(join(folder, 'other.eml'), 'Subject: x\r\n\r\n收到');
    expect((await cli('mail', 'bounce', join(folder, 'other.eml'))).code).toBe(0);
  });
});
