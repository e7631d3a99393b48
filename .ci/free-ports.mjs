import { createServer } from 'node:net';
import { randomInt } from 'node:crypto';

/**
 * So many ports of the loopback interface that nobody uses at the moment, from below those that the system gives to
 * connections: whoever listens on them a moment later finds them free still.
 */
export async function freePorts(count) {
  const ports = new Set();
  while (ports.size < count) {
    const port = randomInt(15_000, 32_000);
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
