import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

interface Pair {
  client: Socket;
  upstream: Socket | null;
  /** What is on the way up, in order. */
  going: Promise<void>;
}

/** What is waited for: words that one client sends one after the other. */
interface Watch {
  words: string[];
  /** Who has sent the first of them. */
  by: Pair | null;
  found: () => Promise<void>;
}

const PATIENCE_MS = 120_000;

/** Stands between processes and a server, and does to their connections what networks do. */
export class TcpProxy {
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  #target: number;
  #manner: 'forward' | 'silent' | 'refuse' = 'forward';
  #watch: Watch | null = null;

  private constructor(target: number) {
    this.#target = target;
    this.#server = createServer((client) => this.#accept(client));
  }

  /** Forwards to a port of this machine. */
  static async to(target: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get connections(): number {
    return this.#pairs.size;
  }

  /** Nothing passes in either direction; who connects is accepted and hears nothing: a half-open network. */
  stall(): void {
    this.#manner = 'silent';
    for (const { client, upstream } of this.#pairs) {
      client.pause();
      upstream?.pause();
    }
  }

  /** What was held up goes on, in order. */
  resume(): void {
    this.#manner = 'forward';
    for (const pair of this.#pairs) {
      if (pair.upstream === null) this.#connect(pair);
      pair.client.resume();
      pair.upstream?.resume();
    }
  }

  /** New connections go through again; the old ones stay silent for ever, as behind a router that forgot them. */
  forgetOld(): void {
    this.#manner = 'forward';
    for (const pair of this.#pairs) {
      if (pair.upstream !== null) continue;
      this.#connect(pair);
      pair.client.resume();
    }
  }

  /** Breaks every connection, and refuses new ones until `resume`. */
  cut(): void {
    this.#manner = 'refuse';
    this.#breakAll();
  }

  /** From now on to another server; what was connected to the old one is broken. */
  retarget(port: number): void {
    this.#target = port;
    this.#breakAll();
    this.#manner = 'forward';
  }

  /**
   * Settles when a client has sent these words, one after the other, and `meanwhile` is done: the last of them are
   * held up so long. @throws Error where nobody does
   */
  async whenSent(words: readonly string[], meanwhile: () => Promise<void>): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const impatient = setTimeout(() => reject(new Error(`nobody sent ${words.join(', ')}`)), PATIENCE_MS);
      const found = async (): Promise<void> => {
        clearTimeout(impatient);
        this.#watch = null;
        await meanwhile().then(resolve, reject);
      };
      this.#watch = { words: [...words], by: null, found };
    });
  }

  async close(): Promise<void> {
    this.#breakAll();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #accept(client: Socket): void {
    const pair: Pair = { client, upstream: null, going: Promise.resolve() };
    this.#pairs.add(pair);
    client.on('error', () => undefined);
    client.once('close', () => this.#drop(pair));
    if (this.#manner === 'refuse') client.resetAndDestroy();
    else if (this.#manner === 'silent') client.pause();
    else this.#connect(pair);
  }

  #connect(pair: Pair): void {
    const { client } = pair;
    const upstream = connect(this.#target, '127.0.0.1');
    pair.upstream = upstream;
    for (const socket of [client, upstream]) socket.setNoDelay(true);
    upstream.on('error', () => undefined);
    upstream.once('close', () => this.#drop(pair));
    upstream.on('data', (bytes) => client.write(bytes));
    client.on('data', (bytes) => {
      pair.going = pair.going.then(async () => {
        await this.#look(pair, bytes);
        if (!upstream.destroyed) upstream.write(bytes);
      });
    });
  }

  async #look(pair: Pair, bytes: Buffer): Promise<void> {
    const watch = this.#watch;
    const [next] = watch?.words ?? [];
    if (watch === null || next === undefined || (watch.by !== null && watch.by !== pair)) return;
    if (!bytes.includes(next)) return;
    watch.by = pair;
    watch.words.shift();
    if (watch.words.length === 0) await watch.found();
  }

  /** One end is gone: so is the other, unless the network is silent and nobody hears of it. */
  #drop(pair: Pair): void {
    if (!this.#pairs.delete(pair)) return;
    pair.client.destroy();
    pair.upstream?.destroy();
  }

  #breakAll(): void {
    for (const pair of this.#pairs) {
      this.#pairs.delete(pair);
      pair.client.resetAndDestroy();
      pair.upstream?.resetAndDestroy();
    }
  }
}
