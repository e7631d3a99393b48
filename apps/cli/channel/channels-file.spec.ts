import { readChannelsFile } from './channels-file.js';

const FILE = `schema: luoshi.channels/1
channels:
  - name: 政务邮箱
    kind: mail
    settings: { host: mail.example.gov.cn, from: 督查室 <ducha@example.gov.cn>, user: ducha }
    secret: { password: '\${MAIL_PASSWORD}' }
  - name: 教育局群
    kind: dingtalk
    secret: { url: 'https://oapi.dingtalk.com/robot/send?access_token=\${TOKEN}', signing: '\${SIGNING}' }
contacts:
  - { channel: 政务邮箱, person: jyj-liaison, address: li@example.gov.cn }
  - { channel: 教育局群, unit: 区教育局, wants: notices }
`;
const ENV = { MAIL_PASSWORD: 'p w', TOKEN: 't', SIGNING: 's' };
const problems = (text: string): string[] => {
  const read = readChannelsFile(text, ENV);
  return read.ok ? [] : read.problems;
};

describe('a file of channels', () => {
  it('is read with its secrets filled in from the environment', () => {
    expect(readChannelsFile(FILE, ENV)).toMatchObject({
      ok: true,
      value: {
        channels: [
          { name: '政务邮箱', secret: { password: 'p w' } },
          { secret: { url: 'https://oapi.dingtalk.com/robot/send?access_token=t', signing: 's' } },
        ],
        contacts: [{ wants: 'everything', anyHour: false }, { address: '' }],
      },
    });
  });

  it('whose secrets are not in the environment is refused, by their names', () => {
    expect(readChannelsFile(FILE, { TOKEN: 't' })).toEqual({
      ok: false,
      problems: ['环境变量 MAIL_PASSWORD、SIGNING 没有设置，口令无从填入。'],
    });
  });

  it.each([
    ['host: mail.example.gov.cn, ', '', /^5:\d+ .*host/u],
    ['kind: mail', 'kind: pigeon', /^4:\d+ /u],
    ['host: mail', 'hots: mail', /^5:\d+ /u],
    ['address: li@example.gov.cn', 'address: li.example.gov.cn', /^11:\d+ .*邮箱地址格式不对/u],
    ['person: jyj-liaison, ', '', /^11:\d+ .*请写明 person/u],
    [
      'unit: 区教育局,',
      'unit: 区教育局, address: https://example.com,',
      /^12:\d+ .*群机器人的地址写在渠道里/u,
    ],
    ['name: 教育局群', 'name: 政务邮箱', /^7:\d+ .*渠道名称重复/u],
    ["url: 'https://oapi", "url: 'oapi", /^9:\d+ .*完整的网址/u],
  ])('with “%s” as “%s” is refused with line and column', (before, after, problem) => {
    expect(FILE).toContain(before);
    expect(problems(FILE.replace(before, after))).toContainEqual(expect.stringMatching(problem));
  });
});
