import { CaseBook, UnmovedCases, type IncomingEvent, type LeftOut, type Rules } from '#accountability';

/** So many events are remembered: the instants of one period's clocks are few. */
const BOOKS = 32;
const NOTHING: LeftOut = new Set();

/** What equal subjects come to by events that many of them hear (ADR 0021), from one chunk to the next. */
export class CaseShelf {
  /** How many subjects have been taken in hand since it was made, together or alone: the next chunk's size goes by it. */
  taken = 0;
  /** How many of them together. */
  together = 0;
  /** Tasks that take note of what they hear. */
  readonly unmoved = new UnmovedCases('task');
  readonly #books = new Map<string, CaseBook>();
  /** What was asked for by events of a type, whichever book they stand in. */
  readonly #asked = new Map<string, Set<string>>();
  /** Every field that the whole context of an obligation was seen to have. */
  readonly #fields = new Set<string>();

  /** The cases of an event under rules of one jurisdiction. */
  of(event: IncomingEvent, rules: Rules, policyVersion: number): CaseBook {
    let fields = 0;
    for (const _ in event) fields += 1;
    // Most say nothing but what happened and when; to ask for thousands has to be cheap.
    const said = fields === 2 ? `${event.type}@${event.at}` : JSON.stringify(event);
    const key = `${policyVersion}/${rules.calendar.version}/${said}`;
    const known = this.#books.get(key);
    if (known) return known;
    const [oldest] = this.#books.keys();
    if (this.#books.size >= BOOKS && oldest !== undefined) this.#books.delete(oldest);
    const book = new CaseBook(event, rules);
    book.asked = this.#asked.get(event.type) ?? new Set();
    this.#asked.set(event.type, book.asked);
    this.#books.set(key, book);
    return book;
  }

  /**
   * The fields of an obligation's context that no event of these types asked for so far: they need not be read. Who is
   * asked for one all the same goes the ordinary way, and from then on it is read.
   */
  leftOut(types: ReadonlySet<string>): LeftOut {
    const asked = [...types].map((type) => this.#asked.get(type));
    // Of one of them nothing is known yet, or one looks at more than single fields.
    const isUnclear = asked.some((fields) => fields === undefined || fields.size === 0);
    if (isUnclear || [...this.#books.values()].some((book) => book.asked === null)) return NOTHING;
    return new Set([...this.#fields].filter((field) => !asked.some((some) => some?.has(field))));
  }

  /** A whole context of an obligation has these fields. */
  seen(context: Readonly<Record<string, unknown>>): void {
    for (const field of Object.keys(context)) this.#fields.add(field);
  }
}
