import type { Instant } from '#calendar';

/** Something a person of the scenario is going to do. Acts of one instant go in the order of their keys. */
export interface PlannedAct {
  at: Instant;
  key: string;
  run: () => Promise<void>;
}

/** What the people of the scenario have in mind. An act is planned once, whoever thinks of it again. */
export class Agenda {
  readonly #acts = new Map<string, PlannedAct>();
  readonly #known = new Set<string>();

  plan(act: PlannedAct): void {
    if (this.#known.has(act.key)) return;
    this.#known.add(act.key);
    this.#acts.set(act.key, act);
  }

  knows(key: string): boolean {
    return this.#known.has(key);
  }

  next(): Instant | null {
    let first: Instant | null = null;
    for (const { at } of this.#acts.values()) if (first === null || at < first) first = at;
    return first;
  }

  /** Takes off the agenda what is to be done by now, in order. */
  take(now: Instant): PlannedAct[] {
    const due = [...this.#acts.values()].filter(({ at }) => at <= now);
    for (const { key } of due) this.#acts.delete(key);
    return due.sort((a, b) => (a.at === b.at ? (a.key < b.key ? -1 : 1) : a.at < b.at ? -1 : 1));
  }
}
