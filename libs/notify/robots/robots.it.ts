import {
  startDingtalkRobot,
  startFeishuRobot,
  startHttpPeer,
  startWecomRobot,
  type HttpPeer,
} from '#testing';
import {
  DINGTALK,
  FEISHU,
  OUTGOING_RULES,
  robotChannel,
  WECOM,
  type Attempt,
  type Letter,
  type RobotKind,
} from '../index.js';

const LETTER: Letter = {
  idempotencyKey: 'k1',
  title: '催报：区教育局4月中旬进展',
  body: '共11项任务未报。',
  link: 'https://luoshi.example/desk',
  again: false,
};
/** The receivers of these tests stand on this machine. */
const RULES = { ...OUTGOING_RULES, allowPlain: true, allowAddresses: ['127.0.0.1'] };

const open: HttpPeer[] = [];
const kept = async (peer: Promise<HttpPeer>): Promise<HttpPeer> => {
  open.push(await peer);
  return peer;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((peer) => peer.close()));
});

let now = Date.parse('2024-04-19T09:30:00.000Z');
const send = (
  kind: RobotKind,
  address: string,
  secret: string | null,
  letter = LETTER,
  rules = RULES,
): Promise<Attempt> => robotChannel(kind, { secret }, () => new Date(now), rules).send(letter, address);
const ending = async (attempt: Promise<Attempt>): Promise<string> => {
  const ended = await attempt;
  return ended.state === 'sent' ? 'sent' : `${ended.state} ${ended.code}`;
};

describe('a robot of 企业微信', () => {
  it('takes a message as text', async () => {
    const peer = await kept(startWecomRobot({ now: () => now }));
    expect(await ending(send(WECOM, `${peer.url}/cgi-bin/webhook/send?key=genuine`, null))).toBe('sent');
    expect(JSON.parse(peer.received[0]?.body ?? '')).toEqual({
      msgtype: 'text',
      text: { content: expect.stringContaining('区教育局') },
    });
  });

  it('gets no more bytes than it takes, whatever the message says', async () => {
    const peer = await kept(startWecomRobot({ now: () => now }));
    const long = { ...LETTER, body: '区教育局、区农业农村局、'.repeat(400) };
    expect(await ending(send(WECOM, `${peer.url}/?key=genuine`, null, long))).toBe('sent');
  });

  it('that was taken out of its group has failed for good', async () => {
    const peer = await kept(startWecomRobot({ now: () => now }));
    expect(await ending(send(WECOM, `${peer.url}/?key=gone`, null))).toBe('failedForGood AddressRefused');
  });

  it('that is asked for a 21st message within a minute wants a minute of rest', async () => {
    const peer = await kept(startWecomRobot({ now: () => now }));
    for (let i = 0; i < 20; i += 1) await send(WECOM, `${peer.url}/?key=genuine`, null);
    expect(await send(WECOM, `${peer.url}/?key=genuine`, null)).toMatchObject({
      state: 'failedForNow',
      code: 'TooManyRequests',
      retryAfterMs: 60_000,
    });
  });
});

describe('a robot of 钉钉', () => {
  const url = (peer: HttpPeer): string => `${peer.url}/robot/send?access_token=genuine`;

  it('takes what is signed with its secret, and nothing else', async () => {
    const peer = await kept(startDingtalkRobot({ now: () => now, secret: 'SEC-密钥' }));
    expect(await ending(send(DINGTALK, url(peer), 'SEC-密钥'))).toBe('sent');
    expect(await ending(send(DINGTALK, url(peer), 'SEC-other'))).toBe('failedForGood CredentialsRefused');
    expect(await ending(send(DINGTALK, url(peer), null))).toBe('failedForGood CredentialsRefused');
  });

  it('that was asked for too much is left alone for ten minutes', async () => {
    const peer = await kept(startDingtalkRobot({ now: () => now }));
    for (let i = 0; i < 20; i += 1) await send(DINGTALK, url(peer), null);
    expect(await send(DINGTALK, url(peer), null)).toMatchObject({
      state: 'failedForNow',
      retryAfterMs: 600_000,
    });
    now += 600_000;
    expect(await ending(send(DINGTALK, url(peer), null))).toBe('sent');
  });
});

describe('a robot of 飞书', () => {
  it('takes what is signed with its secret, and nothing else', async () => {
    const peer = await kept(startFeishuRobot({ now: () => now, secret: 'gh-密钥' }));
    expect(await ending(send(FEISHU, peer.url, 'gh-密钥'))).toBe('sent');
    expect(await ending(send(FEISHU, peer.url, 'gh-other'))).toBe('failedForGood CredentialsRefused');
  });

  it('gets a request of less than 20 kB whatever the message says', async () => {
    const peer = await kept(startFeishuRobot({ now: () => now }));
    const long = { ...LETTER, body: '"引号"与\\反斜线\n'.repeat(3_000) };
    expect(await ending(send(FEISHU, peer.url, null, long))).toBe('sent');
  });

  it('of an older make answers with StatusCode', async () => {
    const peer = await kept(startHttpPeer(() => ({ body: { StatusCode: 0, StatusMessage: 'success' } })));
    expect(await ending(send(FEISHU, peer.url, null))).toBe('sent');
  });
});

describe('a robot that does not behave', () => {
  it.each([
    ['is silent', 'silent', 'unknown NotAnswered'],
    ['hangs up after the request', 'hangUp', 'unknown NotAnswered'],
    ['answers with a page', { body: '<html>login</html>' }, 'unknown AnswerNotUnderstood'],
    ['answers with a code that nobody knows', { body: { errcode: 777 } }, 'failedForNow PeerInTrouble'],
    ['answers 502', { status: 502 }, 'failedForNow PeerInTrouble'],
    ['wants rest', { status: 429, headers: { 'retry-after': '7' } }, 'failedForNow TooManyRequests'],
    [
      'sends elsewhere',
      { status: 302, headers: { location: 'http://10.0.0.1/' } },
      'failedForGood AddressRefused',
    ],
  ] as const)('and %s is understood', async (_, answer, ended) => {
    const peer = await kept(startHttpPeer(() => answer));
    // Silence is waited for; an answer is not. Where a busy machine has not even asked by then, longer.
    let said = '';
    for (let withinMs = 1_000; peer.received.length === 0 && withinMs < 100_000; withinMs *= 4)
      said = await ending(
        send(WECOM, peer.url, null, LETTER, answer === 'silent' ? { ...RULES, withinMs } : RULES),
      );
    expect(said).toBe(ended);
    expect(peer.received).toHaveLength(1);
  });

  it('answers more than anybody wants to read, and is not read to the end', async () => {
    const peer = await kept(
      startHttpPeer(() => ({ body: `{"errcode":0,"errmsg":"${'x'.repeat(5_000_000)}"}` })),
    );
    expect(await ending(send(WECOM, peer.url, null))).toBe('unknown AnswerNotUnderstood');
  });

  it('is not there', async () => {
    const peer = await startHttpPeer(() => ({}));
    await peer.close();
    expect(await ending(send(WECOM, peer.url, null))).toBe('failedForNow Unreachable');
  });
});
