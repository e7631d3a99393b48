import type { SubjectKind } from '#accountability';
import type { WorkingCalendar } from '#calendar';
import { readBareSubjects, type BareSubjectRow, type Transaction } from '#persistence';
import { PlaceShelf } from '../place-shelf.js';
import { RuleBook } from '../rule-book.js';

/** Subjects are looked at and nobody is kept from them: nothing is going to be written. */
class LookedAt extends PlaceShelf {
  protected override take(
    tx: Transaction,
    kind: SubjectKind,
    ids: readonly string[],
  ): Promise<BareSubjectRow[]> {
    return readBareSubjects(tx, kind, ids);
  }
}

/** The rules as they would be with another calendar in force. */
export class ProposedBook extends RuleBook {
  override readonly directory: RuleBook['directory'];
  override readonly places = new LookedAt();
  readonly #book: RuleBook;
  readonly #calendar: WorkingCalendar;

  constructor(book: RuleBook, calendar: WorkingCalendar) {
    super();
    this.#book = book;
    this.#calendar = calendar;
    this.directory = book.directory;
  }

  override policy(...asked: Parameters<RuleBook['policy']>): ReturnType<RuleBook['policy']> {
    return this.#book.policy(...asked);
  }

  override calendar(): Promise<WorkingCalendar> {
    return Promise.resolve(this.#calendar);
  }
}
