import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

interface Pair {
  client: Socket;
  upstream: Socket | null;
  /** What is on the way up, in order. */
  going: Promise<void>;
}

/** Called with what a client sends before it is passed on; it goes on when the promise settles. */
export type OnTheWay = (bytes: Buffer) => Promise<void>;

/** Stands between processes and a server, and does to their connections what networks do. */
export class TcpProxy {
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  #target: number;
  #manner: 'forward' | 'silent' | 'refuse' = 'forward';
  #onTheWay: OnTheWay | null = null;

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

  /** The next time that a client sends these words, they wait until `meanwhile` is done. */
  whenSent(words: string, meanwhile: OnTheWay): void {
    this.#onTheWay = async (bytes) => {
      if (!bytes.includes(words)) return;
      this.#onTheWay = null;
      await meanwhile(bytes);
    };
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
        await this.#onTheWay?.(bytes);
        if (!upstream.destroyed) upstream.write(bytes);
      });
    });
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
