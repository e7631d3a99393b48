import { startMailServer, type MailServer } from '#testing';
import { mailChannel, mailSettingsSchema, type Attempt, type Channel, type Letter } from '../index.js';

const LETTER: Letter = {
  idempotencyKey: '0d5d7d6e-4f43-4b4e-9d56-000000000001',
  title: '催报：区教育局4月中旬进展',
  body: '共11项任务未报，请于今日18:00前补报。\n.\n.. 以点开头的行',
  link: 'https://luoshi.example/desk',
  again: false,
};
const LOGIN = { user: 'ducha', password: '口令 with spaces' };

let server: MailServer;
const channels: Channel[] = [];

function mail(more: Record<string, unknown> = {}): Channel {
  const channel = mailChannel(
    mailSettingsSchema.parse({
      host: 'localhost',
      port: server.port,
      user: LOGIN.user,
      password: LOGIN.password,
      from: '督查室 <ducha@luoshi.example>',
      ca: server.ca,
      ...more,
    }),
  );
  channels.push(channel);
  return channel;
}

const decoded = (text: string): string => {
  const [head = '', ...body] = text.split('\r\n\r\n');
  return /base64/u.test(head)
    ? Buffer.from(body.join(''), 'base64').toString('utf8')
    : body
        .join('\r\n\r\n')
        .replace(/=\r\n/gu, '')
        .replace(/(=[0-9A-F]{2})+/gu, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'));
};

beforeEach(async () => {
  server = await startMailServer({
    login: LOGIN,
    refuses: { 'gone@luoshi.example': 550, 'full@luoshi.example': 452 },
  });
});
afterEach(async () => {
  await Promise.all(channels.splice(0).map((channel) => channel.close()));
  await server.close();
});

describe('e-mail', () => {
  it('arrives encrypted, signed in, in Chinese, with where to deal with it', async () => {
    const attempt = await mail().send(LETTER, 'li@luoshi.example');
    expect(attempt).toEqual({ state: 'sent', reference: `<${LETTER.idempotencyKey}@luoshi.example>` });
    const [received] = server.received;
    expect(received).toMatchObject({ to: ['li@luoshi.example'], encrypted: true, user: LOGIN.user });
    expect(decoded(received?.text ?? '').replaceAll('\r\n', '\n')).toContain(
      `${LETTER.body}\n\n查看办理：https://luoshi.example/desk`,
    );
  });

  it('has the same Message-ID at every attempt, so that mail programmes know a repeat', async () => {
    const channel = mail();
    await channel.send(LETTER, 'li@luoshi.example');
    await channel.send({ ...LETTER, again: true }, 'li@luoshi.example');
    const ids = server.received.map(({ text }) => /^Message-ID: (.+)$/imu.exec(text)?.[1]);
    expect(new Set(ids)).toEqual(new Set([`<${LETTER.idempotencyKey}@luoshi.example>`]));
    expect(decoded(server.received[1]?.text ?? '')).toContain('可能重复');
  });

  it('cannot be given another header or addressee by what stands in a title or an address', async () => {
    const channel = mail();
    await channel.send({ ...LETTER, title: '催报\r\nBcc: spy@luoshi.example' }, 'li@luoshi.example');
    expect(server.received[0]?.to).toEqual(['li@luoshi.example']);
    expect(server.received[0]?.text).not.toMatch(/^Bcc:/imu);
    const twice = await channel.send(LETTER, 'li@luoshi.example, spy@luoshi.example');
    expect(server.received.flatMap(({ to }) => to)).not.toContain('spy@luoshi.example');
    expect(twice.state).not.toBe('unknown');
  });

  const outcome = async (attempt: Promise<Attempt>): Promise<string> => {
    const ended = await attempt;
    return ended.state === 'sent' ? 'sent' : `${ended.state} ${ended.code}`;
  };

  it('to an address that the server does not know has failed for good, to a full box for now', async () => {
    expect(await outcome(mail().send(LETTER, 'gone@luoshi.example'))).toBe('failedForGood AddressRefused');
    expect(await outcome(mail().send(LETTER, 'full@luoshi.example'))).toBe('failedForNow PeerInTrouble');
  });

  it('with a wrong password has failed for good, and says so', async () => {
    expect(await outcome(mail({ password: 'wrong' }).send(LETTER, 'li@luoshi.example'))).toBe(
      'failedForGood CredentialsRefused',
    );
  });

  it('is not sent in the clear where encryption was asked for', async () => {
    await server.close();
    server = await startMailServer({ encrypts: false });
    expect(
      await outcome(mail({ user: undefined, password: undefined }).send(LETTER, 'li@luoshi.example')),
    ).toBe('failedForGood EncryptionRefused');
    expect(server.received).toEqual([]);
  });

  it('is not sent to a server with a certificate that nobody vouches for', async () => {
    expect(await outcome(mail({ ca: undefined }).send(LETTER, 'li@luoshi.example'))).toBe(
      'failedForGood EncryptionRefused',
    );
    expect(server.received).toEqual([]);
  });

  it.each([
    [451, 'failedForNow PeerInTrouble'],
    [554, 'failedForGood ContentRefused'],
  ])('whose text is answered with %i has %s', async (code, ended) => {
    server.misbehave(code);
    expect(await outcome(mail().send(LETTER, 'li@luoshi.example'))).toBe(ended);
  });

  it.each(['silent', 'hangUp'] as const)(
    'whose text was taken by a server that then is %s may or may not have arrived',
    async (manner) => {
      server.misbehave(manner);
      // Silence is waited for; an answer is not. Where a busy machine has not even taken the text by then, longer.
      let ended = '';
      for (let withinMs = 1_000; server.received.length === 0 && withinMs < 100_000; withinMs *= 4)
        ended = await outcome(
          mail(manner === 'silent' ? { withinMs } : {}).send(LETTER, 'li@luoshi.example'),
        );
      expect(ended).toBe('unknown NotAnswered');
      expect(server.received).toHaveLength(1);
    },
  );

  it('without a server has failed for now', async () => {
    const channel = mail();
    await server.close();
    expect(await outcome(channel.send(LETTER, 'li@luoshi.example'))).toBe('failedForNow Unreachable');
    server = await startMailServer();
  });
});
