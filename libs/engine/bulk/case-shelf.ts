import { CaseBook, type IncomingEvent, type Rules } from '#accountability';

/** So many events are remembered: the instants of one period's clocks are few. */
const BOOKS = 32;

/** What equal subjects come to by events that many of them hear (ADR 0021), from one chunk to the next. */
export class CaseShelf {
  /** How many subjects have been taken in hand since it was made, together or alone: the next chunk's size goes by it. */
  taken = 0;
  /** How many of them together. */
  together = 0;
  readonly #books = new Map<string, CaseBook>();

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
    this.#books.set(key, book);
    return book;
  }
}
