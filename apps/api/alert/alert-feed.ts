import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { AlertView } from '#contract';
import { listAlertsById, listOpenAlerts } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { levelsIn } from '../view/levels.js';
import { alertView } from './alert.view.js';

export type AlertNews = { kind: 'alert' | 'settled'; alert: AlertView };

export interface AlertListener {
  snapshot(items: AlertView[]): void;
  news(news: AlertNews): void;
  /** The process is stopping. */
  over(): void;
}

/** More open alerts than anybody reads; the list route has them all. */
const MOST = 500;

interface Watched {
  listeners: Set<AlertListener>;
  open: Map<string, AlertView> | null;
  timer: NodeJS.Timeout | null;
}

/**
 * Watches the open alerts of each jurisdiction that somebody listens to: one look at the table per interval and
 * jurisdiction, however many listen. Looking needs no connection of its own and misses nothing, whoever wrote the
 * row and however; a notification would.
 */
@Injectable()
export class AlertFeed implements OnApplicationShutdown {
  readonly #watched = new Map<string, Watched>();
  #stopped = false;

  constructor(private readonly context: ApiContext) {}

  /** The listener hears the snapshot first, then what changes. Returns how to stop listening. */
  listen(jurisdictionId: string, listener: AlertListener): () => void {
    const watched = this.#watched.get(jurisdictionId) ?? { listeners: new Set(), open: null, timer: null };
    this.#watched.set(jurisdictionId, watched);
    watched.listeners.add(listener);
    if (watched.open !== null) listener.snapshot([...watched.open.values()]);
    if (watched.timer === null) this.#schedule(jurisdictionId, watched, 0);
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size > 0) return;
      if (watched.timer !== null) clearTimeout(watched.timer);
      if (this.#watched.get(jurisdictionId) === watched) this.#watched.delete(jurisdictionId);
    };
  }

  onApplicationShutdown(): void {
    this.stop();
  }

  stop(): void {
    this.#stopped = true;
    for (const watched of this.#watched.values()) {
      if (watched.timer !== null) clearTimeout(watched.timer);
      for (const listener of [...watched.listeners]) listener.over();
    }
    this.#watched.clear();
  }

  #schedule(jurisdictionId: string, watched: Watched, inMs: number): void {
    watched.timer = setTimeout(() => {
      void this.#look(jurisdictionId, watched).finally(() => {
        if (!this.#stopped && watched.listeners.size > 0) {
          this.#schedule(jurisdictionId, watched, this.context.config.alertPollMs);
        }
      });
    }, inMs);
  }

  async #look(jurisdictionId: string, watched: Watched): Promise<void> {
    try {
      const { open, gone } = await this.#read(jurisdictionId, watched.open);
      const before = watched.open;
      watched.open = open;
      if (before === null) {
        for (const listener of watched.listeners) listener.snapshot([...open.values()]);
        return;
      }
      const news: AlertNews[] = [
        ...[...open.values()]
          .filter((alert) => JSON.stringify(alert) !== JSON.stringify(before.get(alert.id)))
          .map((alert) => ({ kind: 'alert', alert }) as const),
        ...gone.map((alert) => ({ kind: 'settled', alert }) as const),
      ];
      for (const item of news) for (const listener of watched.listeners) listener.news(item);
    } catch (error) {
      // The next look tries again; those who listen keep what they have.
      this.context.log.error('alerts could not be read', { error: String(error) });
    }
  }

  #read(
    jurisdictionId: string,
    before: ReadonlyMap<string, AlertView> | null,
  ): Promise<{ open: Map<string, AlertView>; gone: AlertView[] }> {
    return this.context.database.transaction(
      { jurisdictionId },
      async (tx) => {
        const levels = await levelsIn(tx);
        const now = this.context.clock.now();
        const rows = await listOpenAlerts(tx, MOST);
        const open = new Map(rows.map((row) => [row.id, alertView(row, levels, now)]));
        const missing = [...(before?.keys() ?? [])].filter((id) => !open.has(id));
        const gone = missing.length === 0 ? [] : await listAlertsById(tx, missing);
        return {
          open,
          gone: gone.filter((row) => row.state === 'settled').map((row) => alertView(row, levels, now)),
        };
      },
      { readOnly: true },
    );
  }
}
