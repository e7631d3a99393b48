import { startHttpPeer, type HttpPeer } from '#testing';
import { OUTGOING_RULES, post } from './post.js';

const PLAIN = { ...OUTGOING_RULES, allowPlain: true };
const request = (url: string): Parameters<typeof post>[0] => ({ url, headers: {}, body: '{}' });

describe('a request to the outside', () => {
  let peer: HttpPeer;
  beforeAll(async () => {
    peer = await startHttpPeer(() => ({ body: { ok: true } }));
  });
  afterAll(() => peer.close());

  it.each([
    'http://127.0.0.1:{port}/',
    'http://localhost:{port}/',
    'http://[::1]:{port}/',
    'http://[::ffff:127.0.0.1]:{port}/',
    'http://2130706433:{port}/',
    'http://0.0.0.0:{port}/',
    'http://10.1.2.3/',
    'http://172.16.0.9/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://[fd00::1]/',
  ])('to %s, which is inside the house, is refused before anything goes out', async (address) => {
    const url = address.replace('{port}', new URL(peer.url).port);
    expect(await post(request(url), PLAIN)).toMatchObject({ came: false, why: 'refusedHere' });
    expect(peer.received).toEqual([]);
  });

  it.each([
    'http://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'https://a:b@example.com/',
    'no address',
  ])('to %s is refused where only https is allowed', async (url) => {
    expect(await post(request(url))).toMatchObject({ came: false, why: 'refusedHere', handedOut: false });
  });

  it('that is answered with a way to somewhere else goes nowhere else', async () => {
    const elsewhere = await startHttpPeer(() => ({
      status: 302,
      headers: { location: `${peer.url}/inside` },
    }));
    try {
      const answer = await post(request(elsewhere.url), { ...PLAIN, allowAddresses: ['127.0.0.0/8'] });
      expect(answer).toMatchObject({ came: true, status: 302 });
      expect(peer.received).toEqual([]);
    } finally {
      await elsewhere.close();
    }
  });

  it('to an address inside the house that was allowed by name goes out', async () => {
    expect(await post(request(peer.url), { ...PLAIN, allowAddresses: ['127.0.0.0/8'] })).toMatchObject({
      came: true,
      status: 200,
      text: '{"ok":true}',
    });
    peer.received.length = 0;
  });
});
