import type { EventStreamBye } from '#contract';
import { readTrail } from '#engine';
import { actorOf, boundUnit } from '#identity';
import type { ApiContext } from '../api-dependencies.js';
import type { Who } from '../who/who.js';
import type { ResumableStream } from './resumable-stream.js';
import type { TrailListener } from './trail-watch.js';

/**
 * Sends one person what they may see of the trail, in its order and each event once: the next is read when the reader has
 * taken the one before, and from where that one stood.
 */
export class TrailFollower implements TrailListener {
  #last: number | null = null;
  #pumping = false;
  #ended = false;
  /** The id that the reader has. */
  #told: number;

  /** @param from the position to go on from; null: whatever is the last one when it is first known */
  constructor(
    private readonly context: ApiContext,
    private readonly who: Who,
    private readonly stream: ResumableStream,
    private from: number | null,
  ) {
    this.#told = from ?? 0;
  }

  upTo(last: number): void {
    this.#last = last;
    if (this.from === null) {
      this.from = last;
      // At once: from here on nothing is missed, and a reader who has read something before now compares.
      void this.#tellPosition();
    }
    if (!this.#pumping) void this.#pump();
  }

  over(): void {
    this.#bye('shutdown');
  }

  /** A sign of life, unless the person may listen no longer. A stream ends with its session, and does not keep it alive. */
  async beat(): Promise<void> {
    try {
      if (!(await this.who.stillGood())) this.#bye('signedOut');
      else if (await this.#seesOthers()) this.#bye('rolesChanged');
      else if (this.from !== null && this.from > this.#told && !this.#pumping) await this.#tellPosition();
      else this.stream.beat();
    } catch {
      this.#bye('shutdown');
    }
  }

  async #pump(): Promise<void> {
    this.#pumping = true;
    try {
      while (!this.#ended && !this.stream.closed && this.from !== null && this.from < (this.#last ?? 0)) {
        const { jurisdictionId, boundUnitId } = this.who;
        const reader = { jurisdictionId, unitId: boundUnitId ?? null };
        const wanted = { after: this.from, last: this.#last ?? 0 };
        const { events, next } = await readTrail(this.context.engine.context, reader, wanted);
        if (this.#isOver()) return;
        this.#told = events.at(-1)?.position ?? this.#told;
        await this.stream.send(events.map(({ position, document }) => ({ id: position, data: document })));
        this.from = next;
      }
    } catch (error) {
      // Whoever comes back is sent the rest.
      this.context.log.error('a stream of events broke off', { error: String(error) });
      this.#bye('shutdown');
    } finally {
      this.#pumping = false;
    }
  }

  #isOver(): boolean {
    return this.#ended || this.stream.closed;
  }

  /** So that whoever comes back need not have looked through again what is none of theirs. */
  async #tellPosition(): Promise<void> {
    this.#told = this.from ?? this.#told;
    await this.stream.send([{ id: this.#told, event: 'position', data: '{}' }]);
  }

  async #seesOthers(): Promise<boolean> {
    const { jurisdictionId, session, boundUnitId } = this.who;
    const actor = await this.context.database.transaction(
      { jurisdictionId },
      (tx) => actorOf(tx, session, this.context.now()),
      { readOnly: true },
    );
    return actor.roles.length === 0 || boundUnit(actor) !== boundUnitId;
  }

  #bye(reason: EventStreamBye['reason']): void {
    if (this.#ended) return;
    this.#ended = true;
    this.stream.end(this.#told, 'bye', JSON.stringify({ reason }));
  }
}
