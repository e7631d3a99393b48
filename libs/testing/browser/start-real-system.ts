import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface RealSystem {
  url: string;
  /** Of every demo user. */
  password: string;
  /** Ends it as an operator does. @throws where it does not end by itself, or not with 0 */
  stop(): Promise<void>;
}

const COMMAND = fileURLToPath(new URL('../../../apps/cli/bin/luoshi.js', import.meta.url));
const PASSWORD = 'luoshi-demo-1';
const UP = /落实已启动：(http:\/\/\S+)/;
/** A first start builds what is stale, makes a database and plays four weeks. */
const START_WITHIN_MS = 540_000;
const STOP_WITHIN_MS = 120_000;
/** What would point it to another database, clock or address, or tell it that it is under test. */
const OURS = /^(DATABASE_|REDIS_|LUOSHI_|PORT$|NODE_)/;

/**
 * The whole system with its demo data, as `luoshi start` starts it: a process of its own on an empty data folder and
 * a free port.
 */
export async function startRealSystem(): Promise<RealSystem> {
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-e2e-'));
  const child = spawn(
    process.execPath,
    [COMMAND, 'start', '--data', join(folder, 'data'), '--port', '0', '--demo-password', PASSWORD],
    { env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name))) },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const ended = once(child, 'exit').then(([code, signal]) => String(code ?? signal));
  // A test run that is broken off leaves no system behind.
  const end = (): boolean => child.kill('SIGKILL');
  process.once('exit', end);

  const url = await new Promise<string>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`not up in time:\n${said}`)), START_WITHIN_MS);
    child.stdout.on('data', () => {
      const found = UP.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(limit);
      resolve(found);
    });
    void ended.then((how) => reject(new Error(`ended with ${how} before it was up:\n${said}`)));
  }).catch(async (error: unknown) => {
    end();
    await ended;
    await rm(folder, { recursive: true, force: true });
    throw error;
  });

  return {
    url,
    password: PASSWORD,
    async stop() {
      child.kill('SIGTERM');
      const limit = setTimeout(end, STOP_WITHIN_MS);
      const how = await ended;
      clearTimeout(limit);
      process.off('exit', end);
      await rm(folder, { recursive: true, force: true });
      if (how !== '0') throw new Error(`ended with ${how}:\n${said}`);
    },
  };
}
