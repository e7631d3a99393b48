import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig, type RedisConfig } from '#config';
import { CliError } from '../../cli-error.js';

/** A Redis of our own that keeps nothing, for as long as `use` takes. @throws CliError REDIS_SERVER_MISSING */
export async function withThrowawayRedis<T>(use: (redis: RedisConfig) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'luoshi-bench-redis-'));
  const port = await freePort();
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', [...words, '--maxmemory-policy', 'noeviction', '--dir', folder], {
    stdio: 'ignore',
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const missing = new Promise<never>((_, reject) =>
    child.once('error', (cause) => {
      reject(
        new CliError(
          'REDIS_SERVER_MISSING',
          '找不到 redis-server。请先安装 Redis（Debian：apt install redis-server）。',
          {
            cause,
          },
        ),
      );
    }),
  );
  try {
    const { redis } = readConfig({ REDIS_URL: `redis://127.0.0.1:${String(port)}` });
    if (redis === null) throw new Error('no Redis');
    return await Promise.race([use(redis), missing]);
  } finally {
    if (child.pid !== undefined) {
      child.kill('SIGKILL');
      await gone;
    }
    await rm(folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
