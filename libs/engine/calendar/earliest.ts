import type { Instant } from '#calendar';

/** The earliest of many, by the time at which they stood; what is too many is dropped on the way. */
export class Earliest<T extends { before: Instant | null }> {
  readonly #limit: number;
  #kept: T[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(one: T): void {
    this.#kept.push(one);
    if (this.#kept.length > this.#limit * 4) this.#kept = this.rows;
  }

  get rows(): T[] {
    const at = ({ before }: T): string => before ?? '';
    return [...this.#kept].sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0)).slice(0, this.#limit);
  }
}
