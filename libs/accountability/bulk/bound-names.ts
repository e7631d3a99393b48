import { Unsafe } from './canonical.js';
import { MARK, placeholder } from './placeholder.js';

const KNOWN = Array.from({ length: 64 }, (_, index) => placeholder(index));

/**
 * The names of one subject in the order in which they came up: the same name has the same placeholder. A name that is
 * also said outside the names, alone or within a text, could be compared with it there, and is left as it is.
 */
export class BoundNames {
  readonly names: string[] = [];
  readonly #said: readonly string[];
  readonly #keys: ReadonlySet<string>;
  readonly #heard: string[] = [];

  /**
   * @param said the texts that are no names
   * @param keys the fields that texts are kept by
   */
  constructor(said: readonly string[], keys: ReadonlySet<string> = NO_KEYS) {
    this.#said = said;
    this.#keys = keys;
  }

  /** Forgets everything, for the next subject. */
  clear(): this {
    this.names.length = 0;
    this.#heard.length = 0;
    return this;
  }

  /** @returns what stands for the name; null: it stands for itself. @throws Unsafe for a name with a placeholder's mark */
  bind(name: string): string | null {
    const known = this.names.indexOf(name);
    if (known >= 0) return KNOWN[known] ?? placeholder(known);
    if (name.includes(MARK)) throw new Unsafe('a name holds the mark of a placeholder');
    if (says(this.#said, name) || says(this.#heard, name) || this.#keys.has(name)) return null;
    return KNOWN[this.names.push(name) - 1] ?? placeholder(this.names.length - 1);
  }

  /** A text that is no name has come up. @throws Unsafe where it says a name for which something else stands already */
  hear(text: string): void {
    for (const name of this.names)
      if (text.includes(name)) throw new Unsafe('a text says a name that has come up before it');
    this.#heard.push(text);
  }
}

function says(texts: readonly string[], name: string): boolean {
  for (const text of texts) if (text.includes(name)) return true;
  return false;
}

const NO_KEYS: ReadonlySet<string> = new Set();
