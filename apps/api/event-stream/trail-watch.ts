import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { lastOfTrail } from '#engine';
import { ApiContext } from '../api-dependencies.js';

export interface TrailListener {
  /** The trail has positions up to here. */
  upTo(last: number): void;
  /** The server stops. */
  over(): void;
}

interface Watched {
  listeners: Set<TrailListener>;
  last: number | null;
  timer: NodeJS.Timeout | null;
}

/**
 * One look at a jurisdiction's trail an interval, whatever number of people listen: who is told that there is more reads
 * what is theirs.
 */
@Injectable()
export class TrailWatch implements OnModuleDestroy {
  readonly #watched = new Map<string, Watched>();
  #stopped = false;

  constructor(private readonly context: ApiContext) {}

  /** Tells the listener how far the trail goes, now and whenever it goes further. Returns how to stop listening. */
  listen(jurisdictionId: string, listener: TrailListener): () => void {
    if (this.#stopped) {
      listener.over();
      return () => undefined;
    }
    const watched = this.#watched.get(jurisdictionId) ?? { listeners: new Set(), last: null, timer: null };
    this.#watched.set(jurisdictionId, watched);
    watched.listeners.add(listener);
    if (watched.timer === null) this.#lookIn(0, jurisdictionId, watched);
    if (watched.last !== null) listener.upTo(watched.last);
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size > 0) return;
      if (watched.timer !== null) clearTimeout(watched.timer);
      if (this.#watched.get(jurisdictionId) === watched) this.#watched.delete(jurisdictionId);
    };
  }

  /** Before the server stops to listen: it would wait for streams that nobody ends. */
  onModuleDestroy(): void {
    this.#stopped = true;
    for (const watched of this.#watched.values()) {
      if (watched.timer !== null) clearTimeout(watched.timer);
      for (const listener of [...watched.listeners]) listener.over();
    }
    this.#watched.clear();
  }

  #lookIn(ms: number, jurisdictionId: string, watched: Watched): void {
    watched.timer = setTimeout(() => {
      void this.#look(jurisdictionId, watched).finally(() => {
        if (!this.#stopped && watched.listeners.size > 0)
          this.#lookIn(this.context.config.alertPollMs, jurisdictionId, watched);
      });
    }, ms);
  }

  async #look(jurisdictionId: string, watched: Watched): Promise<void> {
    try {
      const { engine, config } = this.context;
      const last = await lastOfTrail(engine.context, jurisdictionId, { baseUrl: config.baseUrl });
      if (last === watched.last) return;
      watched.last = last;
      for (const listener of [...watched.listeners]) listener.upTo(last);
    } catch (error) {
      // The next look tries again.
      this.context.log.error('the trail could not be looked at', { error: String(error) });
    }
  }
}
