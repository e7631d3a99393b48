import { createHash } from 'node:crypto';
import { recordAccess, type TrailFact, type TrailOrigin } from '#engine';
import { systemClock, type Database } from '#persistence';

/** One look at personal data. */
export interface Look {
  jurisdictionId: string;
  origin: TrailOrigin;
  /** The route that answered. */
  route: string;
  /** What of people it shows: a word of `PERSONAL_DATA`. */
  of: string;
  personIds: readonly string[];
  /** What was searched for: it can be a name, and is held beside the chain. */
  query: unknown;
}

/** The same look again within so long is the same look: a page that asks every few seconds is one line. */
const SAME_LOOK_MS = 15 * 60_000;
/** Lines a transaction; what is more waits for the next. */
const AT_MOST = 200;
/** Looks remembered; more, and they are written again, which is harmless. */
const REMEMBERED = 20_000;

interface Waiting {
  look: Look;
  fact: TrailFact<'read'>;
  done: () => void;
  failed: (error: unknown) => void;
}

/**
 * Writes down who looked at whose personal data. `safe` ends when the line is committed, so that nothing is shown that is not on the
 * trail; while one transaction is under way, what comes in waits and goes into the next together.
 */
export class AccessLog {
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #busy = new Set<string>();
  /** The same looks, until when they are the same, ms. */
  readonly #seen = new Map<string, number>();

  constructor(private readonly database: Database) {}

  /** @throws what the database throws: nothing may be shown then */
  async safe(look: Look): Promise<void> {
    const key = keyOf(look);
    const now = performance.now();
    if ((this.#seen.get(key) ?? 0) > now) return;
    await new Promise<void>((done, failed) => {
      const fact: TrailFact<'read'> = {
        action: 'looked',
        at: systemClock.now(),
        personIds: look.personIds,
        target: { kind: 'route', id: look.route },
        details: { of: look.of, count: look.personIds.length },
        after: look.query ?? null,
      };
      const queue = this.#waiting.get(look.jurisdictionId) ?? [];
      queue.push({ look, fact, done, failed });
      this.#waiting.set(look.jurisdictionId, queue);
      void this.#write(look.jurisdictionId);
    });
    if (this.#seen.size >= REMEMBERED) this.#seen.clear();
    this.#seen.set(key, now + SAME_LOOK_MS);
  }

  async #write(jurisdictionId: string): Promise<void> {
    if (this.#busy.has(jurisdictionId)) return;
    this.#busy.add(jurisdictionId);
    try {
      for (let batch = this.#take(jurisdictionId); batch.length > 0; batch = this.#take(jurisdictionId)) {
        try {
          await this.database.transaction({ jurisdictionId }, async (tx) => {
            for (const { look, fact } of inOrderOfChains(batch)) await recordAccess(tx, look.origin, fact);
          });
          for (const { done } of batch) done();
        } catch (error) {
          for (const { failed } of batch) failed(error);
        }
      }
    } finally {
      this.#busy.delete(jurisdictionId);
    }
  }

  #take(jurisdictionId: string): Waiting[] {
    const batch = this.#waiting.get(jurisdictionId)?.splice(0, AT_MOST) ?? [];
    if (batch.length === 0) this.#waiting.delete(jurisdictionId);
    return batch;
  }
}

/** Two processes lock the same chains in the same order. */
const inOrderOfChains = (batch: readonly Waiting[]): Waiting[] =>
  batch.toSorted((one, other) => {
    const [a, b] = [one.look.origin.actorId ?? '', other.look.origin.actorId ?? ''];
    return a < b ? -1 : a > b ? 1 : 0;
  });

function keyOf({ jurisdictionId, origin, route, personIds, query }: Look): string {
  const { actorId, onBehalfOf, sessionId, tokenId, address } = origin;
  const text = JSON.stringify([
    jurisdictionId,
    actorId,
    onBehalfOf,
    sessionId,
    tokenId,
    address,
    route,
    personIds,
    query,
  ]);
  return createHash('sha256').update(text).digest('base64');
}
