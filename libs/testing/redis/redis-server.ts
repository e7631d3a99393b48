import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis, type RedisOptions } from 'ioredis';
import { freePort } from '../outages/free-port.js';
import { ownCertificate } from '../peers/own-certificate.js';

/** Whether Debian's redis-server (or another) is in the path; where it is not, who asks says so once and skips. */
export const haveRedisServer = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

export interface RedisTls {
  /** Files of a certificate for localhost and 127.0.0.1 that is its own authority. */
  certificate: string;
  key: string;
}

export interface RedisOptionsOfTest {
  /** Of the default user, or of `user` where there is one; left out: nobody is asked. */
  password?: string;
  /** The default user is turned off. */
  user?: string;
  tls?: RedisTls;
  /** Further words of redis-server's command line. */
  more?: string[];
  /** A configuration file that the server may write to: for sentinels. */
  file?: string;
}

export interface RedisServerOfTest {
  port: number;
  /** Environment variables with which the product finds it. */
  env: Record<string, string>;
  /** A connection for the test's own questions. Ends with the server. */
  ask: Redis;
  /** Ends at once, as a power cut would; with what it kept in memory. */
  kill(): Promise<void>;
  /** Begins again on the same port, with nothing in it. */
  startAgain(): Promise<void>;
  /** Says nothing any more, and does not hang up either; until `goOn`. */
  stall(): void;
  goOn(): void;
  /** Ends it for good. May be repeated. */
  stop(): Promise<void>;
}

/** Files of a fresh certificate in a folder that the caller removes. */
export async function redisTls(folder: string): Promise<RedisTls> {
  const { key, certificate } = await ownCertificate();
  const files = { certificate: join(folder, 'redis.crt'), key: join(folder, 'redis.key') };
  writeFileSync(files.certificate, certificate);
  writeFileSync(files.key, key, { mode: 0o600 });
  return files;
}

/** A Redis on this machine, reachable from it alone, that keeps nothing on disk. */
export async function startRedis(options: RedisOptionsOfTest = {}): Promise<RedisServerOfTest> {
  const { password, user, tls } = options;
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-redis-'));
  const port = await freePort();
  const words = wordsOf(options, port, folder);
  const login: RedisOptions = {
    ...(user === undefined ? {} : { username: user }),
    ...(password === undefined ? {} : { password }),
  };
  let child: ChildProcess | undefined;
  const ask = new Redis({
    ...login,
    host: '127.0.0.1',
    port,
    lazyConnect: true,
    retryStrategy: (attempt) => (child === undefined ? null : Math.min(200, 10 * attempt)),
    maxRetriesPerRequest: null,
    ...(tls === undefined ? {} : { tls: { rejectUnauthorized: false } }),
  });
  ask.on('error', () => undefined);

  const start = async (): Promise<void> => {
    child = spawn('redis-server', words, { stdio: 'ignore' });
    if (ask.status === 'wait' || ask.status === 'end') await ask.connect().catch(() => undefined);
    await ask.ping();
  };
  const kill = async (): Promise<void> => {
    const dying = child;
    child = undefined;
    if (dying === undefined || dying.exitCode !== null || dying.signalCode !== null) return;
    const gone = new Promise((resolve) => dying.once('exit', resolve));
    dying.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    port,
    env: envOf(port, login, tls),
    ask,
    kill,
    startAgain: start,
    stall: () => void child?.kill('SIGSTOP'),
    goOn: () => void child?.kill('SIGCONT'),
    stop: async () => {
      await kill();
      ask.disconnect();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function wordsOf(
  { password, user, tls, more = [], file }: RedisOptionsOfTest,
  port: number,
  folder: string,
): string[] {
  const words = file === undefined ? [] : [file];
  if (tls === undefined) words.push('--port', String(port));
  else
    words.push(
      ...['--port', '0', '--tls-port', String(port), '--tls-auth-clients', 'no'],
      ...[
        '--tls-cert-file',
        tls.certificate,
        '--tls-key-file',
        tls.key,
        '--tls-ca-cert-file',
        tls.certificate,
      ],
    );
  words.push('--bind', '127.0.0.1', '--dir', folder);
  if (file === undefined) words.push('--save', '', '--maxmemory-policy', 'noeviction');
  if (user !== undefined)
    words.push('--user', 'default', 'off', '--user', user, 'on', '~*', '&*', '+@all', `>${password ?? ''}`);
  else if (password !== undefined) words.push('--requirepass', password);
  return [...words, ...more];
}

function envOf(
  port: number,
  { username, password }: RedisOptions,
  tls: RedisTls | undefined,
): Record<string, string> {
  const login =
    password === undefined ? '' : `${encodeURIComponent(username ?? '')}:${encodeURIComponent(password)}@`;
  return {
    REDIS_URL: `redis${tls === undefined ? '' : 's'}://${login}127.0.0.1:${String(port)}`,
    ...(tls === undefined ? {} : { REDIS_CA: tls.certificate }),
  };
}
