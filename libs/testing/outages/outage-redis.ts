import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from './free-port.js';

export const haveRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of its own that keeps nothing: stopped and started again, it is empty. */
export class OutageRedis {
  #process: ChildProcess | undefined;
  readonly port: number;

  private constructor(port: number) {
    this.port = port;
  }

  static async create(): Promise<OutageRedis> {
    const redis = new OutageRedis(await freePort());
    await redis.start();
    return redis;
  }

  async start(): Promise<void> {
    this.#process = spawn(
      'redis-server',
      [
        '--port',
        String(this.port),
        '--bind',
        '127.0.0.1',
        '--save',
        '',
        '--appendonly',
        'no',
        '--maxmemory-policy',
        'noeviction',
      ],
      { stdio: 'ignore' },
    );
    for (let waited = 0; waited < 90_000; waited += 25) {
      if (
        await this.ask('PING').then(
          (answer) => answer.startsWith('+PONG'),
          () => false,
        )
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('redis-server did not start');
  }

  /** At once, without a word to those who are connected. */
  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async flush(): Promise<void> {
    const answer = await this.ask('FLUSHALL');
    if (!answer.startsWith('+OK')) throw new Error(`FLUSHALL: ${answer}`);
  }

  /** The answer to a command without spaces in its words. */
  ask(command: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.port, '127.0.0.1', () => socket.write(`${command}\r\n`));
      socket.once('data', (answer) => {
        socket.destroy();
        resolve(String(answer));
      });
      socket.once('error', reject);
    });
  }
}
