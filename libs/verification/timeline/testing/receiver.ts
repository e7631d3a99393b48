import { startHttpPeer, type HttpPeer } from '#testing';
import type { Fault, PeerMood } from './faults.js';

export interface ReceivedLetter {
  key: string;
  title: string;
  /** It says that it may be a repeat. */
  again: boolean;
  /** Whether the receiver has taken it over, and whether the sender heard anything back. */
  taken: boolean;
  answered: boolean;
}

/** The receiver of everybody's letters, on this machine; in the mood that the schedule says. */
export class Receiver {
  readonly #peer: HttpPeer;
  readonly #lives: Map<string, { faults: readonly Fault[]; struck: Set<Fault>; received: ReceivedLetter[] }>;

  private constructor(peer: HttpPeer, lives: Receiver['lives']) {
    this.#peer = peer;
    this.#lives = lives;
  }

  static async start(): Promise<Receiver> {
    const lives: Receiver['lives'] = new Map();
    const peer = await startHttpPeer(({ path, headers, body }) => {
      const life = lives.get(path.split('/')[1] ?? '');
      if (!life) return { status: 410 };
      const { title, again } = JSON.parse(body) as { title: string; again: boolean };
      const fault = life.faults.find(
        (one) => one.kind === 'peer' && one.request === life.received.length + 1,
      );
      const mood: PeerMood | null = fault?.kind === 'peer' ? fault.answer : null;
      if (fault) life.struck.add(fault);
      life.received.push({
        key: String(headers['idempotency-key']),
        title,
        again,
        // Who hangs up has not looked at it; who is silent has.
        taken: mood === null || mood === 'silent',
        answered: mood === null || typeof mood === 'number',
      });
      return typeof mood === 'number' ? { status: mood } : (mood ?? { status: 200 });
    });
    return new Receiver(peer, lives);
  }

  private get lives() {
    return this.#lives;
  }

  /** A mailbox of a life's own. */
  begin(
    name: string,
    faults: readonly Fault[],
    struck: Set<Fault>,
  ): { url: string; received: ReceivedLetter[] } {
    const received: ReceivedLetter[] = [];
    this.#lives.set(name, { faults, struck, received });
    return { url: `${this.#peer.url}/${name}`, received };
  }

  end(name: string): void {
    this.#lives.delete(name);
  }

  close(): Promise<void> {
    return this.#peer.close();
  }
}
