import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that systems give to connections and to listeners that take any port (Linux: from 32768 on). */
const [FIRST, BEYOND] = [15_000, 32_000];

/**
 * A port of this machine that was free a moment ago, and that nobody gets who does not ask for it by its number:
 * whoever listens on it a moment later finds it free still.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, BEYOND);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}
