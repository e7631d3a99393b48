import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asOwner } from '../database/as-owner.js';
import { freePort } from './free-port.js';
import { postgresUser, runPostgres } from './as-postgres.js';

export interface OutagePostgresOptions {
  /** Where its folder is made; default: the system's temporary one. */
  below?: string;
  /** Settings of the server, as in postgresql.conf. */
  settings?: Readonly<Record<string, string>>;
}

/** Durable as in production. Small steps of the log, so that a small disk fills up where it is to. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  max_connections: '120',
  shared_buffers: '32MB',
  wal_level: 'replica',
  max_wal_size: '64MB',
  min_wal_size: '4MB',
  timezone: 'UTC',
};

/** A PostgreSQL of its own, of Debian's package, that a test ends and starts as it likes. */
export class OutagePostgres {
  readonly #folder: string;
  readonly #settings: Record<string, string>;
  readonly port: number;

  private constructor(folder: string, port: number, settings: Record<string, string>) {
    this.#folder = folder;
    this.port = port;
    this.#settings = settings;
    // A test run that is broken off leaves no server behind.
    process.once('exit', () => this.#kill());
  }

  /** A new, empty one, started. Whoever connects from this machine is its superuser `ci`. */
  static async create({
    below = tmpdir(),
    settings = {},
  }: OutagePostgresOptions = {}): Promise<OutagePostgres> {
    const folder = ownFolder(below);
    await runPostgres('initdb', [
      `--pgdata=${join(folder, 'data')}`,
      '--username=ci',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--wal-segsize=1',
    ]);
    const server = new OutagePostgres(folder, await freePort(), { ...SETTINGS, ...settings });
    await server.start();
    return server;
  }

  /** A copy of this one that follows it, started. It goes on alone once it is promoted. */
  async standby(name = 'standby'): Promise<OutagePostgres> {
    const folder = ownFolder(tmpdir());
    await runPostgres('pg_basebackup', [
      `--pgdata=${join(folder, 'data')}`,
      `--dbname=host=127.0.0.1 port=${this.port} user=ci application_name=${name}`,
      '--write-recovery-conf',
      '--wal-method=stream',
      '--checkpoint=fast',
    ]);
    const standby = new OutagePostgres(folder, await freePort(), SETTINGS);
    await standby.start();
    return standby;
  }

  /** From now on a commit is confirmed only when the standby has it. Settles when that is so. */
  async waitForStandby(): Promise<void> {
    await asOwner(this.ownerUrl(), async (owner) => {
      await owner.query(`alter system set synchronous_standby_names = '*'`);
      await owner.query('select pg_reload_conf()');
      for (;;) {
        const { rows } = await owner.query<{ state: string }>(
          'select sync_state as state from pg_stat_replication',
        );
        if (rows.some(({ state }) => state === 'sync')) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
  }

  /** Has it write until its disk is full; it may go down over that. */
  async exhaust(): Promise<void> {
    await asOwner(this.ownerUrl(), async (owner) => {
      await owner.query('create table if not exists ballast (bytes text)');
      for (let times = 0; times < 20; times += 1)
        await owner.query(
          `insert into ballast select repeat(md5(random()::text), 1000) from generate_series(1, 100)`,
        );
    }).catch(() => undefined);
  }

  /** Login of the superuser. */
  ownerUrl(database = 'postgres', port = this.port): string {
    return `postgresql://ci@127.0.0.1:${port}/${database}`;
  }

  async start(): Promise<void> {
    const options = Object.entries({ ...this.#settings, port: String(this.port) })
      .map(([name, value]) => `-c ${name}='${value}'`)
      .join(' ');
    await this.#ctl(
      'start',
      '--wait',
      `--log=${this.#log}`,
      `--options=${options} -c unix_socket_directories=`,
    );
  }

  /** `immediate`: as by a power cut; it recovers when it is started again. */
  async stop(mode: 'immediate' | 'fast' = 'fast'): Promise<void> {
    if (this.isRunning()) await this.#ctl('stop', '--wait', `--mode=${mode}`);
  }

  async restart(mode: 'immediate' | 'fast' = 'immediate'): Promise<void> {
    await this.stop(mode);
    await this.start();
  }

  /** A standby becomes a primary. */
  async promote(): Promise<void> {
    await this.#ctl('promote', '--wait');
  }

  isRunning(): boolean {
    return this.#signal(0);
  }

  /** What the server has said. */
  log(): string {
    return readFileSync(this.#log, 'utf8');
  }

  /** Ends it and removes all of it. */
  async remove(): Promise<void> {
    await this.stop('immediate');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #log(): string {
    return join(this.#folder, 'log');
  }

  #kill(): void {
    this.#signal('SIGQUIT');
  }

  /** Whether there was somebody to hear it. */
  #signal(signal: NodeJS.Signals | 0): boolean {
    const file = join(this.#folder, 'data', 'postmaster.pid');
    if (!existsSync(file)) return false;
    try {
      return process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), signal);
    } catch {
      return false;
    }
  }

  async #ctl(...args: string[]): Promise<void> {
    await runPostgres('pg_ctl', [`--pgdata=${join(this.#folder, 'data')}`, '--silent', ...args]);
  }
}

function ownFolder(below: string): string {
  const folder = mkdtempSync(join(below, 'luoshi-outage-'));
  chmodSync(folder, 0o755);
  const user = postgresUser();
  mkdirSync(join(folder, 'data'), { mode: 0o700 });
  if (user !== null) for (const path of [folder, join(folder, 'data')]) chownSync(path, user.uid, user.gid);
  return folder;
}
