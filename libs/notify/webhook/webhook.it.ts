import fc from 'fast-check';
import { startHttpPeer } from '#testing';
import {
  OUTGOING_RULES,
  REPLAY_WINDOW_SECONDS,
  signatureOf,
  verifySignature,
  webhookChannel,
  type Letter,
} from '../index.js';

const RULES = { ...OUTGOING_RULES, allowPlain: true, allowAddresses: ['127.0.0.1'] };
const SECRET = 'a secret of at least sixteen characters';
const NOW = Date.parse('2024-04-19T09:30:00.000Z');
const LETTER: Letter = {
  idempotencyKey: 'k1',
  title: '催报',
  body: '共11项任务未报。',
  link: null,
  again: false,
};

describe('a signed webhook', () => {
  it('is verified by its receiver, within five minutes and not later', async () => {
    const peer = await startHttpPeer(() => ({ status: 204 }));
    const channel = webhookChannel({ secret: SECRET }, () => new Date(NOW), RULES);
    expect(await channel.send(LETTER, `${peer.url}/luoshi`)).toEqual({ state: 'sent', reference: null });
    const [{ headers, body } = { headers: {} as Record<string, unknown>, body: '' }] = peer.received;
    const came = {
      timestamp: String(headers['luoshi-timestamp']),
      signature: String(headers['luoshi-signature']),
      body,
    };
    expect(headers['idempotency-key']).toBe('k1');
    expect(verifySignature([SECRET], came, NOW)).toBe('genuine');
    expect(verifySignature(['the next secret, sixteen', SECRET], came, NOW)).toBe('genuine');
    expect(verifySignature(['another secret, as long'], came, NOW)).toBe('wrongSignature');
    expect(verifySignature([SECRET], came, NOW + (REPLAY_WINDOW_SECONDS + 1) * 1000)).toBe('outsideWindow');
    await peer.close();
  });

  it('has reached its addressee only where the answer is a receipt for it', async () => {
    let body: unknown = { receipt: 'k1' };
    const peer = await startHttpPeer(() => ({ status: 200, body }));
    const channel = webhookChannel({ secret: SECRET }, () => new Date(NOW), RULES);
    const taken = { state: 'sent', reference: null };
    expect(await channel.send(LETTER, peer.url)).toEqual({ ...taken, delivered: true });
    for (body of [{ receipt: 'another' }, { ok: true }, 'received', null])
      expect(await channel.send(LETTER, peer.url)).toEqual(taken);
    await peer.close();
  });

  it('is not genuine once its text, its time or its signature is another', () => {
    const timestamp = String(NOW / 1000);
    fc.assert(
      fc.property(fc.string(), fc.string(), (body, other) => {
        const signature = signatureOf(SECRET, timestamp, body);
        const came = { timestamp, signature, body };
        expect(verifySignature([SECRET], came, NOW)).toBe('genuine');
        fc.pre(other !== body);
        expect(verifySignature([SECRET], { ...came, body: other }, NOW)).toBe('wrongSignature');
        expect(verifySignature([SECRET], { ...came, signature: other }, NOW)).toBe('wrongSignature');
        expect(verifySignature([SECRET], { ...came, timestamp: `${timestamp}0` }, NOW)).toBe(
          'wrongSignature',
        );
      }),
    );
  });
});
