import net from 'node:net';
import { once } from 'node:events';

/** Before the real server: passes everything on; on demand, what ends a connection comes in one piece with its greeting. */
export interface FarewellProxy {
  /** The database's address, by way of this proxy. */
  url: string;
  /** The next connection is told that it is ended, in the very packet in which it is told that it is ready. */
  endNext: () => void;
  close: () => Promise<void>;
}

/** ReadyForQuery, idle: the last message of a greeting. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** ErrorResponse as a server sends it whose administrator has ended the connection. */
function farewell(): Buffer {
  const fields = ['SFATAL', 'VFATAL', 'C57P01', 'Mterminating connection due to administrator command', ''];
  const body = Buffer.from(fields.map((field) => `${field}\0`).join(''), 'latin1');
  const head = Buffer.alloc(5);
  head.write('E', 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

export async function farewellProxy(databaseUrl: string): Promise<FarewellProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<net.Socket>();
  let ending = false;
  const server = net.createServer((client) => {
    const behind = net.connect(Number(target.port), target.hostname);
    for (const socket of [client, behind]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => [client, behind].forEach((one) => one.destroy()));
    }
    client.pipe(behind);
    behind.on('data', (chunk) => {
      if (!ending || !chunk.subarray(-READY.length).equals(READY)) return void client.write(chunk);
      ending = false;
      client.end(Buffer.concat([chunk, farewell()]));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const through = new URL(databaseUrl);
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as net.AddressInfo).port);
  return {
    url: through.href,
    endNext: () => (ending = true),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
