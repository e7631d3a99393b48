import { createSocket } from 'node:dgram';
import { promises, type LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { isIPv6, type LookupFunction } from 'node:net';

export interface DnsServer {
  /** The names that were asked for, one for each time that a name was looked up. */
  asked: string[];
  /** Turns names into addresses as `dns.lookup` does, by this server and nothing else. */
  lookup: LookupFunction;
  close(): Promise<void>;
}

/**
 * A name server on this machine, of its own mind: what it says, it takes back at once (time to live 0).
 *
 * @param addressesOf the addresses of a name, IPv4 and IPv6, when it is looked up for the nth time, from 1
 */
export async function startDnsServer(
  addressesOf: (name: string, nth: number) => readonly string[],
): Promise<DnsServer> {
  const { decode, encode } = await import('dns-packet');
  const asked: string[] = [];
  let addresses: readonly string[] = [];
  const server = createSocket('udp4');
  server.on('message', (message, from) => {
    const { id = 0, questions = [] } = decode(message);
    const answers = questions.flatMap(({ name, type }) =>
      addresses
        .filter((address) => type === (isIPv6(address) ? 'AAAA' : 'A'))
        .map((data) => ({ type: type as 'A' | 'AAAA', name, ttl: 0, data })),
    );
    server.send(encode({ type: 'response', id, questions, answers }), from.port, from.address);
  });
  server.bind(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();

  const resolve = async (name: string): Promise<LookupAddress[]> => {
    asked.push(name);
    addresses = addressesOf(name, asked.filter((one) => one === name).length);
    // A new one each time: none remembers what it was told.
    const resolver = new promises.Resolver();
    resolver.setServers([`127.0.0.1:${port}`]);
    const none = (): string[] => [];
    const [v4, v6] = await Promise.all([
      resolver.resolve4(name).catch(none),
      resolver.resolve6(name).catch(none),
    ]);
    return [
      ...v4.map((address) => ({ address, family: 4 })),
      ...v6.map((address) => ({ address, family: 6 })),
    ];
  };
  return {
    asked,
    lookup: (name, options, callback) => {
      resolve(name).then(
        (found) => {
          const [first] = found;
          if (first === undefined)
            callback(Object.assign(new Error(`no ${name}`), { code: 'ENOTFOUND' }), []);
          else if (options.all === true) callback(null, found);
          else callback(null, first.address, first.family);
        },
        (error: unknown) => callback(error as NodeJS.ErrnoException, []),
      );
    },
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
