import { startHttpPeer, type HttpPeer } from '#testing';
import type { Fault, PeerMood } from './faults.js';
import { startMailDesk, type TakenMail } from './mail-desk.js';

export interface ReceivedLetter {
  key: string;
  title: string;
  /** It says that it may be a repeat. */
  again: boolean;
  /** Whether the receiver has taken it over, and whether the sender heard anything back. */
  taken: boolean;
  answered: boolean;
}

interface LifeOfMailbox {
  faults: readonly Fault[];
  struck: Set<Fault>;
  received: ReceivedLetter[];
}

/** Where everybody's letters of a life go, and what has come there. */
export interface Mailbox {
  /** Over HTTP. */
  url: string;
  /** By mail: everybody has an address in this domain, and the server's port. */
  domain: string;
  port: number;
  received: ReceivedLetter[];
}

/** The receiver of everybody's letters, on this machine, over HTTP and by mail; in the mood that the schedule says. */
export class Receiver {
  readonly #peer: HttpPeer;
  readonly #desk: Awaited<ReturnType<typeof startMailDesk>>;
  readonly #lives: Map<string, LifeOfMailbox>;

  private constructor(peer: HttpPeer, desk: Receiver['desk'], lives: Receiver['lives']) {
    this.#peer = peer;
    this.#desk = desk;
    this.#lives = lives;
  }

  static async start(): Promise<Receiver> {
    const lives: Receiver['lives'] = new Map();
    const peer = await startHttpPeer(({ path, headers, body }) => {
      const life = lives.get(path.split('/')[1] ?? '');
      if (!life) return { status: 410 };
      const { title, again } = JSON.parse(body) as { title: string; again: boolean };
      const mood = taken(life, { key: String(headers['idempotency-key']), title, again });
      return typeof mood === 'number' ? { status: mood } : (mood ?? { status: 200 });
    });
    const desk = await startMailDesk((mail) => {
      const life = lives.get(/@(.+)\.example$/u.exec(mail.address)?.[1] ?? '');
      return life === undefined ? 500 : taken(life, mail);
    });
    return new Receiver(peer, desk, lives);
  }

  private get lives() {
    return this.#lives;
  }

  private get desk() {
    return this.#desk;
  }

  /** A mailbox of a life's own. */
  begin(name: string, faults: readonly Fault[], struck: Set<Fault>): Mailbox {
    const received: ReceivedLetter[] = [];
    this.#lives.set(name, { faults, struck, received });
    return { url: `${this.#peer.url}/${name}`, domain: `${name}.example`, port: this.#desk.port, received };
  }

  end(name: string): void {
    this.#lives.delete(name);
  }

  async close(): Promise<void> {
    await Promise.all([this.#peer.close(), this.#desk.close()]);
  }
}

/** Notes what has come, and says what becomes of it. */
function taken(life: LifeOfMailbox, { key, title, again }: Omit<TakenMail, 'address'>): PeerMood | null {
  const fault = life.faults.find((one) => one.kind === 'peer' && one.request === life.received.length + 1);
  const mood: PeerMood | null = fault?.kind === 'peer' ? fault.answer : null;
  if (fault) life.struck.add(fault);
  life.received.push({
    key,
    title,
    again,
    // Who hangs up has not looked at it; who is silent has.
    taken: mood === null || mood === 'silent',
    answered: mood === null || typeof mood === 'number',
  });
  return mood;
}
