import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { startDnsServer, startHttpPeer, type DnsServer, type HttpPeer } from '#testing';
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

describe('a name that its owner turns round', () => {
  /** Stands for the world outside: the one address of this machine that may be called. */
  const OUTSIDE = '127.0.0.2';
  let servers: Server[] = [];
  let port = 0;
  let knocked = 0;
  let called = 0;
  let names: DnsServer | undefined;

  const answering = (): Server =>
    createServer((socket) => {
      called += 1;
      socket.on('error', () => undefined);
      socket.once('data', () =>
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'),
      );
    });
  const counting = (): Server =>
    createServer((socket) => {
      knocked += 1;
      socket.destroy();
    });
  const at = async (server: Server, on: number, host: string): Promise<number> => {
    servers.push(server);
    server.listen(on, host);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };

  /** The same port outside and inside, so that only the address is another: one that all three have free. */
  beforeAll(async () => {
    for (;;) {
      try {
        port = await at(answering(), 0, OUTSIDE);
        await at(counting(), port, '127.0.0.1');
        // Where a machine has no IPv6, nobody can knock there.
        await at(counting(), port, '::1').catch((error: NodeJS.ErrnoException) => {
          if (error.code === 'EADDRINUSE') throw error;
        });
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
        for (const server of servers) server.close();
        servers = [];
      }
    }
  });
  afterEach(async () => {
    await names?.close();
  });
  afterAll(() => {
    for (const server of servers) server.close();
  });

  const send = (): ReturnType<typeof post> =>
    post(request(`http://rebound.example:${port}/hook`), {
      ...PLAIN,
      allowAddresses: [OUTSIDE],
      ...(names === undefined ? {} : { lookup: names.lookup }),
    });

  it.each([
    ['this machine', ['127.0.0.1']],
    ['this machine by IPv6', ['::1']],
    ['this machine, dressed as IPv6', ['::ffff:127.0.0.1']],
    ['the cloud’s own data', ['169.254.169.254']],
    ['a network of the house', ['10.0.0.8']],
    ['the world outside and this machine at once', [OUTSIDE, '127.0.0.1']],
    ['the world outside, and by IPv6 this machine', [OUTSIDE, '::1']],
  ])('from the world outside to %s is not followed there', async (_, inside) => {
    names = await startDnsServer((_name, nth) => (nth === 1 ? [OUTSIDE] : inside));
    const before = called;
    expect(await send()).toMatchObject({ came: true, status: 200 });
    // What was good a moment ago is asked for again, and what is said now is looked at.
    for (let again = 0; again < 2; again += 1)
      expect(await send()).toMatchObject({
        came: false,
        why: 'refusedHere',
        detail: '地址指向内网，未列入允许名单',
        handedOut: false,
      });
    expect(names.asked).toHaveLength(3);
    expect({ knocked, called }).toEqual({ knocked: 0, called: before + 1 });
  });

  it('is asked for once a request: what was looked at is what is called', async () => {
    names = await startDnsServer((_name, nth) => (nth % 2 === 1 ? [OUTSIDE] : ['127.0.0.1']));
    const came = [];
    for (let i = 0; i < 4; i += 1) came.push((await send()).came);
    expect(came).toEqual([true, false, true, false]);
    expect(names.asked).toHaveLength(4);
    expect(knocked).toBe(0);
  });
});
