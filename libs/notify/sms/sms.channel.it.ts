import { startHttpPeer, type PeerAnswer } from '#testing';
import { OUTGOING_RULES, smsChannel, smsGatewaySchema, type Attempt, type Letter } from '../index.js';

const RULES = { ...OUTGOING_RULES, allowPlain: true, allowAddresses: ['127.0.0.1'] };
const LETTER: Letter = {
  idempotencyKey: 'k1',
  title: '催报"4月中旬"&进展',
  body: '共11项任务未报。',
  link: 'https://luoshi.example/desk',
  again: false,
};

async function sentBy(
  gateway: Record<string, unknown>,
  answer: PeerAnswer = { body: { code: '0', data: { id: 77 } } },
  phone = '13800000000',
): Promise<{ attempt: Attempt; body: string; path: string; headers: Record<string, unknown> }> {
  const peer = await startHttpPeer(() => answer);
  const { url = '/sms', ...rest } = gateway;
  const channel = smsChannel(smsGatewaySchema.parse({ url: `${peer.url}${String(url)}`, ...rest }), RULES);
  const attempt = await channel.send(LETTER, phone);
  const [received] = peer.received;
  await peer.close();
  return {
    attempt,
    body: received?.body ?? '',
    path: received?.path ?? '',
    headers: received?.headers ?? {},
  };
}

const JSON_GATEWAY = {
  headers: { authorization: 'Bearer t' },
  body: '{"to":"{{phone}}","text":"{{text}}","id":"{{key}}"}',
  success: { field: 'code', values: ['0'] },
  failedForGood: ['4'],
  reference: 'data.id',
};

describe('a text message', () => {
  it('goes to a gateway that takes JSON, with quotes as JSON writes them', async () => {
    const { attempt, body, headers } = await sentBy(JSON_GATEWAY);
    expect(attempt).toEqual({ state: 'sent', reference: '77' });
    expect(JSON.parse(body)).toEqual({
      to: '13800000000',
      text: '【落实】催报"4月中旬"&进展 https://luoshi.example/desk',
      id: 'k1',
    });
    expect(headers['authorization']).toBe('Bearer t');
  });

  it('goes to a gateway that takes a form, and to one that takes an address', async () => {
    const form = await sentBy({ format: 'form', body: 'mobile={{phone}}&content={{text}}' });
    expect(Object.fromEntries(new URLSearchParams(form.body))).toEqual({
      mobile: '13800000000',
      content: '【落实】催报"4月中旬"&进展 https://luoshi.example/desk',
    });
    const get = await sentBy({ method: 'GET', url: '/send?m={{phone}}&c={{title}}' });
    expect(new URL(get.path, 'http://gateway').searchParams.get('c')).toBe(LETTER.title);
    expect(get.attempt.state).toBe('sent');
  });

  it.each([
    ['0', 'sent'],
    ['4', 'failedForGood'],
    ['9', 'failedForNow'],
  ])('whose gateway answers %s is %s', async (code, state) => {
    expect((await sentBy(JSON_GATEWAY, { body: { code } })).attempt.state).toBe(state);
  });

  it('whose gateway answers something else may or may not have gone out', async () => {
    expect((await sentBy(JSON_GATEWAY, { body: 'OK' })).attempt).toMatchObject({
      state: 'unknown',
      code: 'AnswerNotUnderstood',
    });
  });

  it.each(['', '12345', '138 0000 0000', '13800000000,13900000000', '{{key}}'])(
    'to the number “%s” is not sent',
    async (phone) => {
      const { attempt, path } = await sentBy(JSON_GATEWAY, {}, phone);
      expect(attempt).toMatchObject({ state: 'failedForGood', code: 'AddressRefused' });
      expect(path).toBe('');
    },
  );
});
