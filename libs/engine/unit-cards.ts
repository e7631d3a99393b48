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
  /** By plan and unit; `on` is the task or the line. */
  readonly #ofPlan = new Map<string, Map<string, { on: string; card: UnitCard }[]>>();

  constructor(shell: Shell, subjects: Subjects) {
    this.#shell = shell;
    this.#subjects = subjects;
  }

  /** The unit's cards everywhere but on the subject itself, which knows its own. */
  async elsewhere(subject: LoadedSubject, unitId: string, at: Instant): Promise<UnitCard[]> {
    const known = this.#ofPlan.get(subject.planId) ?? (await this.#read(subject.planId));
    this.#ofPlan.set(subject.planId, known);
    const held = new Map(this.#subjects.ofPlan(subject.planId).map((one) => [keyOf(one), one]));
    const recorded = (known.get(unitId) ?? []).flatMap(({ on, card }) => (held.has(on) ? [] : [card]));
    held.delete(keyOf(subject));
    const changed = [...held.values()].flatMap((one) => cardsOn(one.kind, one.id, one.snapshot.context));
    return cardsElsewhere([...recorded, ...changed], unitId, civilDateOf(at));
  }

  async #read(planId: string): Promise<Map<string, { on: string; card: UnitCard }[]>> {
    const byUnit = new Map<string, { on: string; card: UnitCard }[]>();
    for (const { kind, id, cards, unitId } of await cardsOfPlan(this.#shell.tx, planId)) {
      const on = keyOf({ kind, id });
      for (const card of cardsOn(kind, id, { cards, unitId })) {
        const theirs = byUnit.get(card.unitId);
        if (theirs) theirs.push({ on, card });
        else byUnit.set(card.unitId, [{ on, card }]);
      }
    }
    return byUnit;
  }
}
