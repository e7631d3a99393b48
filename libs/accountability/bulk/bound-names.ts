import { Unsafe } from './canonical.js';
import { MARK, placeholder } from './placeholder.js';

const KNOWN = Array.from({ length: 64 }, (_, index) => placeholder(index));

/** The names of one subject in the order in which they came up: the same name has the same placeholder. */
export class BoundNames {
  readonly names: string[] = [];
  readonly #texts: ReadonlySet<string>;

  /** @param texts what the event says: a name that comes up there too could be compared with it */
  constructor(texts: ReadonlySet<string>) {
    this.#texts = texts;
  }

  readonly bind = (name: string): string => {
    const known = this.names.indexOf(name);
    if (known >= 0) return KNOWN[known] ?? placeholder(known);
    if (this.#texts.has(name)) throw new Unsafe('the event and the subject say the same name');
    if (name.includes(MARK)) throw new Unsafe('a name holds the mark of a placeholder');
    return KNOWN[this.names.push(name) - 1] ?? placeholder(this.names.length - 1);
  };
}
