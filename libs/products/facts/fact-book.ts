import type { FigureRun, Inline } from '#official';
import { figure, text } from '#official';

/** What a figure was counted from: the row of the record, by kind and id. */
export interface FactRef {
  readonly kind: 'task' | 'obligation' | 'notice' | 'verification' | 'meeting' | 'unit';
  readonly id: string;
}

/** One fact by its stable name: what it is, how it is printed, and what made it. */
export interface Fact {
  readonly name: string;
  readonly value: number | string;
  readonly printed: string;
  readonly of: readonly FactRef[];
}

export interface FactDetail {
  readonly printed?: string;
  readonly of?: readonly FactRef[];
}

const DIGITS = /[0-9０-９]/u;

/** The printed word for a count of nothing, which a check takes for the figure 0. */
export const NONE = '没有';

/**
 * The facts that a document may speak of. A text takes its figures from here by name and from nowhere else, so that
 * every number in it leads back to what made it.
 */
export class FactBook {
  readonly #facts = new Map<string, Fact>();

  /** @throws Error when the name is taken by another value: a figure has one meaning in a document */
  add(name: string, value: number | string, { printed, of = [] }: FactDetail = {}): void {
    const known = this.#facts.get(name);
    if (known && known.value !== value) throw new Error(`fact ${name} is ${known.value} and ${value}`);
    this.#facts.set(name, { name, value, printed: printed ?? String(value), of });
  }

  has(name: string): boolean {
    return this.#facts.has(name);
  }

  fact(name: string): Fact {
    const fact = this.#facts.get(name);
    if (!fact) throw new Error(`there is no fact ${name}`);
    return fact;
  }

  /** A count; what is no number is a mistake of the caller. */
  count(name: string): number {
    const { value } = this.fact(name);
    if (typeof value !== 'number') throw new Error(`fact ${name} is no number`);
    return value;
  }

  /** The fact as a field of a text. */
  run(name: string): FigureRun {
    return figure(name, this.fact(name).printed);
  }

  /** 没有, as the field of a count that is 0. @throws Error when it is not */
  none(name: string): FigureRun {
    if (this.count(name) !== 0) throw new Error(`fact ${name} is not 0`);
    return figure(name, NONE);
  }

  /** A name: plain words, or a field where it has digits in it. */
  words(name: string): Inline {
    const { printed } = this.fact(name);
    return DIGITS.test(printed) ? figure(name, printed) : text(printed);
  }

  all(): readonly Fact[] {
    return [...this.#facts.values()];
  }
}
