import { cardsElsewhere, cardsOn, type UnitCard } from '#accountability';
import { civilDateOf, type Instant } from '#calendar';
import { cardsOfPlan } from '#persistence';
import type { Shell } from './envelope.js';
import type { LoadedSubject } from './loaded-subject.js';
import { keyOf, type Subjects } from './subjects.js';

/**
 * What a unit has earned in a plan, from all its lines and tasks: as the record has it, and as this transaction is
 * changing it. Read once a plan and transaction, and only where a rule of a ladder counts cards.
 */
export class UnitCards {
  readonly #shell: Shell;
  readonly #subjects: Subjects;
  readonly #ofPlan = new Map<string, Map<string, UnitCard[]>>();

  constructor(shell: Shell, subjects: Subjects) {
    this.#shell = shell;
    this.#subjects = subjects;
  }

  /** The unit's cards everywhere but on the subject itself, which knows its own. */
  async elsewhere(subject: LoadedSubject, unitId: string, at: Instant): Promise<UnitCard[]> {
    const known = this.#ofPlan.get(subject.planId) ?? (await this.#read(subject.planId));
    this.#ofPlan.set(subject.planId, known);
    const now = new Map(known);
    for (const held of this.#subjects.ofPlan(subject.planId))
      now.set(keyOf(held), cardsOn(held.kind, held.id, held.snapshot.context));
    now.delete(keyOf(subject));
    return cardsElsewhere([...now.values()].flat(), unitId, civilDateOf(at));
  }

  async #read(planId: string): Promise<Map<string, UnitCard[]>> {
    const rows = await cardsOfPlan(this.#shell.tx, planId);
    return new Map(
      rows.map(({ kind, id, cards, unitId }) => [keyOf({ kind, id }), cardsOn(kind, id, { cards, unitId })]),
    );
  }
}
