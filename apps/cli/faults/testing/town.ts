import { randomBytes } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  asOwner,
  KeptOwner,
  moment,
  OutageRedis,
  startHttpPeer,
  startRedisCluster,
  startRedisSentinel,
  TcpProxy,
  type HttpPeer,
  type OutagePostgres,
  type RedisClusterOfTest,
  type RedisSentinelOfTest,
} from '#testing';
import { LuoshiProcess } from '../../testing/luoshi-process.js';
import { actingAsApplication, copyOfTemplate, FROM, SECRET_KEY } from './template.js';
import { Person } from './person.js';

export interface TownOptions {
  workers?: number;
  /** Default: true. */
  api?: boolean;
  /** The database that it begins with; default: that of `prepareTemplate`. */
  template?: string;
  /** Also for the first worker: what its clock is ahead, seconds. */
  aheadSeconds?: number;
  /** The queue in Redis (default), in PostgreSQL, in a cluster of three masters, or behind sentinels. */
  queue?: 'redis' | 'postgres' | 'redisCluster' | 'redisSentinel';
  /** Of each process, besides what it needs. */
  env?: Record<string, string>;
}

/** A connection that is not answered for so long is given up: shorter than in production, so that a stall is too. */
const IMPATIENT = { query_timeout: '1500', connect_timeout: '2' };
const PATIENCE_MS = 120_000;
/** A letter that is in somebody's hands for so long is in those of a sender that is no more. */
const FORSAKEN_MS = 4_000;
/** Moved about so many times as fast as the wall's clock. */
const PACE = 20_000;

/**
 * One small district with real processes: an API and some workers, on a PostgreSQL and a Redis that are reached
 * through a network which the test controls, with a receiver of letters, on a clock that the test moves.
 */
export class Town {
  readonly postgres: TcpProxy;
  readonly redisNetwork: TcpProxy;
  readonly redis: OutageRedis;
  readonly peer: HttpPeer;
  readonly workers: LuoshiProcess[] = [];
  /** Where the queue lives in one of them. */
  cluster: RedisClusterOfTest | null = null;
  sentinels: RedisSentinelOfTest | null = null;
  /** Changes where the standby takes over. */
  server: OutagePostgres;
  standby: OutagePostgres | null = null;
  api: LuoshiProcess | null = null;
  now: string = moment(FROM);
  readonly #name: string;
  readonly #folder: string;
  /** For the looks of which there are many a second. */
  readonly #owner = new KeptOwner(() => this.ownerUrl);
  readonly #options: TownOptions;
  /** Everything that its processes said, also those that are gone. */
  readonly #all: LuoshiProcess[] = [];
  #onLetter: (() => Promise<void>) | undefined;

  private constructor(
    server: OutagePostgres,
    name: string,
    parts: { postgres: TcpProxy; redisNetwork: TcpProxy; redis: OutageRedis; peer: HttpPeer },
    options: TownOptions,
  ) {
    this.server = server;
    this.#name = name;
    this.#options = options;
    this.#folder = mkdtempSync(join(tmpdir(), 'luoshi-town-'));
    ({
      postgres: this.postgres,
      redisNetwork: this.redisNetwork,
      redis: this.redis,
      peer: this.peer,
    } = parts);
  }

  /** Copies the template and starts the processes. */
  static async open(server: OutagePostgres, options: TownOptions = {}): Promise<Town> {
    const name = `town_${randomBytes(5).toString('hex')}`;
    const peer = await startHttpPeer(async () => {
      await town.#onLetter?.();
      return { status: 200 };
    });
    await copyOfTemplate(server, name, peer.url, options.template);
    const redis = await OutageRedis.create();
    const [postgres, redisNetwork] = await Promise.all([TcpProxy.to(server.port), TcpProxy.to(redis.port)]);
    const town: Town = new Town(server, name, { postgres, redisNetwork, redis, peer }, options);
    const password = 'of the queue';
    if (options.queue === 'redisCluster') town.cluster = await startRedisCluster({ password });
    if (options.queue === 'redisSentinel') town.sentinels = await startRedisSentinel({ password });
    town.#write(town.now);
    for (let number = 0; number < (options.workers ?? 1); number += 1)
      town.workers.push(town.#worker(number));
    if (options.api ?? true) town.api = town.#api();
    await town.#up();
    return town;
  }

  /** Beside the network: for the test's own looks. */
  get ownerUrl(): string {
    return this.server.ownerUrl(this.#name);
  }

  /** Somebody with a browser, who asks again until there is an answer. */
  person(username: string): Person {
    return new Person(username, () => {
      if (this.api === null) throw new Error('nobody serves the page');
      return this.api.url();
    });
  }

  /** Sets the clock of all processes. */
  set(now: string): void {
    if (now <= this.now) return;
    this.now = now;
    this.#write(now);
  }

  /** Lets the time pass, each thing that falls due at its instant; `at` may disturb what happens then. */
  async until(
    civil: string,
    at: (instant: string) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const end = moment(civil);
    for (;;) {
      const next = await this.#nextInstant();
      if (next === null || next > end) break;
      // Begun before anybody can do anything at that instant.
      const disturbed = at(next);
      this.set(next);
      await disturbed;
      await this.settled();
    }
    this.set(end);
    await this.settled();
  }

  /** Waits until everything that is due now is done, and every letter that is due has been sent. */
  async settled(withinMs = 200_000): Promise<void> {
    const started = performance.now();
    let quietSince: number | null = null;
    for (;;) {
      const left = await this.#left().catch(() => ({ due: -1, sending: 0 }));
      const elapsed = performance.now() - started;
      // A letter in the hands of a sender that was killed stays there until its lease is over.
      quietSince = left.due === 0 ? (quietSince ?? performance.now()) : null;
      if (quietSince !== null && (left.sending === 0 || performance.now() - quietSince > FORSAKEN_MS)) return;
      if (elapsed > withinMs)
        throw new Error(`something that is due at ${this.now} is not being done:\n${this.said()}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** As a power cut would. */
  async killWorker(number = 0): Promise<void> {
    await killed(this.workers[number]);
  }

  async killApi(): Promise<void> {
    await killed(this.api ?? undefined);
  }

  async restartWorker(number = 0): Promise<void> {
    this.workers[number] = this.#worker(number);
    await this.#up();
  }

  async restartApi(): Promise<void> {
    this.api = this.#api();
    await this.#up();
  }

  async restart(): Promise<void> {
    this.workers[0] = this.#worker(0);
    await this.restartApi();
  }

  /** Settles when a letter has come, once `meanwhile` is done; its sender is told so only then. */
  async whenLetterComes(meanwhile: () => Promise<void>): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const impatient = setTimeout(() => reject(new Error(`no letter came at ${this.now}`)), PATIENCE_MS);
      this.#onLetter = async () => {
        this.#onLetter = undefined;
        clearTimeout(impatient);
        await meanwhile().then(resolve, reject);
      };
    });
  }

  /** A process of another release on this town's database, with the same clock and the same network. */
  environment(ahead = 0): Record<string, string> {
    const { queue = 'redis', env = {} } = this.#options;
    const through = (port: number): string =>
      actingAsApplication(this.server.ownerUrl(this.#name, port), IMPATIENT);
    return {
      DATABASE_URL: through(this.postgres.port),
      ...(queue === 'redis' ? { REDIS_URL: `redis://127.0.0.1:${this.redisNetwork.port}` } : {}),
      ...(this.cluster ?? this.sentinels)?.env,
      LUOSHI_CLOCK: `file:${this.clockFile}${ahead === 0 ? '' : `+${ahead}s`}@${PACE}`,
      LUOSHI_SECRET_KEY: SECRET_KEY.toString('base64'),
      LUOSHI_OUTGOING_ALLOW: '127.0.0.1',
      LUOSHI_OUTGOING_PLAIN: 'true',
      ...env,
    };
  }

  said(): string {
    return this.#all.map((process) => process.stderr).join('\n');
  }

  /** Ends what is still there, each by a signal that it has to heed, and removes everything. */
  async close(): Promise<void> {
    const ended = await Promise.all(
      this.#running().map(async (process) => {
        process.signal('SIGTERM');
        const impatient = setTimeout(() => process.signal('SIGKILL'), PATIENCE_MS);
        const how = await process.ended;
        clearTimeout(impatient);
        return how;
      }),
    );
    await Promise.all([
      this.postgres.close(),
      this.redisNetwork.close(),
      this.redis.stop(),
      this.cluster?.stop(),
      this.sentinels?.stop(),
      this.peer.close(),
      this.#owner.end(),
    ]);
    if (this.standby === null)
      await asOwner(this.server.ownerUrl(), (owner) =>
        owner.query(`drop database ${this.#name} with (force)`),
      );
    else await this.standby.remove();
    rmSync(this.#folder, { recursive: true });
    const hung = ended.filter(({ signal, code }) => signal !== null || code !== 0);
    if (hung.length > 0)
      throw new Error(`a process did not end by itself: ${JSON.stringify(hung)}\n${this.said()}`);
  }

  /** The file that holds the moment at which this town is. */
  get clockFile(): string {
    return join(this.#folder, 'now');
  }

  #write(now: string): void {
    writeFileSync(`${this.clockFile}.new`, now);
    renameSync(`${this.clockFile}.new`, this.clockFile);
  }

  #worker(number: number, env: Record<string, string> = {}): LuoshiProcess {
    const ahead = number === 0 ? (this.#options.aheadSeconds ?? 0) : 0;
    return this.#run(['worker', '--health-port', '0'], { ...this.environment(ahead), ...env });
  }

  #api(): LuoshiProcess {
    return this.#run(['api', '--port', '0'], this.environment());
  }

  #run(args: string[], env: Record<string, string>): LuoshiProcess {
    const process = LuoshiProcess.run(args, env);
    this.#all.push(process);
    return process;
  }

  #running(): LuoshiProcess[] {
    return this.api === null ? this.workers : [this.api, ...this.workers];
  }

  async #up(): Promise<void> {
    await Promise.all(this.#running().map((process) => process.url()));
  }

  async #left(): Promise<{ due: number; sending: number }> {
    const [left] = await this.#owner.rows<{ due: number; sending: number }>(
      `select (select count(*) from luoshi.jurisdictions_with_due_work($1))::int
           + (select count(*) from luoshi.message where not shared_out)::int
           + (select count(*) from luoshi.parcel where letter_id is null and due_at <= $1)::int
           + (select count(*) from luoshi.letter where state <> 'sending' and not_before <= $1)::int as due,
           (select count(*) from luoshi.letter where state = 'sending')::int as sending`,
      [this.now],
    );
    return left ?? { due: -1, sending: 0 };
  }

  /** When the next thing falls due: a clock, a message, a parcel, a letter's next attempt, the end of a sender's lease. */
  async #nextInstant(): Promise<string | null> {
    const [next] = await this.#owner.rows<{ at: Date | null }>(
      `select min(at) as at from (
           select projected_at as at from luoshi.deadline where state = 'armed'
           union all select deliver_at from luoshi.message where state = 'pending'
           union all select due_at from luoshi.parcel where letter_id is null
           union all select not_before from luoshi.letter where state <> 'sending'
           union all select lease_until + interval '1 s' from luoshi.letter where state = 'sending') t`,
    );
    return next?.at?.toISOString() ?? null;
  }
}

async function killed(process: LuoshiProcess | undefined): Promise<void> {
  process?.signal('SIGKILL');
  await process?.ended;
}
