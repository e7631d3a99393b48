import { cardsElsewhere, cardsOn, type UnitCard } from '#accountability';
import { civilDateOf, type Instant } from '#calendar';
import { cardsOfUnits } from '#persistence';
import type { Shell } from './envelope.js';
import type { LoadedSubject } from './loaded-subject.js';
import { keyOf, type Subjects } from './subjects.js';

/** A card, and the task or the line that it is on. */
interface CardOn {
  on: string;
  card: UnitCard;
}

/**
 * What a unit has earned in a plan, from all its lines and tasks: as the record has it, and as this transaction is
 * changing it. Read once a plan, unit and transaction, for all units at once whose subjects it holds, and only where a
 * rule of a ladder counts cards.
 */
export class UnitCards {
  readonly #shell: Shell;
  readonly #subjects: Subjects;
  /** By plan and unit. */
  readonly #known = new Map<string, CardOn[]>();
  readonly #standingOn = new WeakMap<object, readonly UnitCard[]>();

  constructor(shell: Shell, subjects: Subjects) {
    this.#shell = shell;
    this.#subjects = subjects;
  }

  /** The unit's cards everywhere but on the subject itself, which knows its own. */
  async elsewhere(subject: LoadedSubject, unitId: string, at: Instant): Promise<UnitCard[]> {
    const known =
      this.#known.get(placeOf(subject.planId, unitId)) ?? (await this.#read(subject.planId, unitId));
    const recorded = known.flatMap(({ on, card }) => (this.#subjects.holds(on) ? [] : [card]));
    const changed: UnitCard[] = [];
    for (const one of this.#subjects.held())
      if (one.planId === subject.planId && (one.id !== subject.id || one.kind !== subject.kind))
        for (const card of this.#standing(one)) if (card.unitId === unitId) changed.push(card);
    return cardsElsewhere([...recorded, ...changed], unitId, civilDateOf(at));
  }

  /** Of each snapshot once: where many are taken together, each of them looks at all the others. */
  #standing({ kind, id, snapshot }: LoadedSubject): readonly UnitCard[] {
    const known = this.#standingOn.get(snapshot);
    if (known) return known;
    const cards = cardsOn(kind, id, snapshot.context);
    this.#standingOn.set(snapshot, cards);
    return cards;
  }

  /** With those of all other units that are likely to be asked for next. */
  async #read(planId: string, unitId: string): Promise<CardOn[]> {
    const wanted = new Map([[placeOf(planId, unitId), { planId, unitId }]]);
    for (const { planId: plan, scope } of this.#subjects.held())
      for (const unit of scope.unitIds) {
        const place = placeOf(plan, unit);
        if (!this.#known.has(place)) wanted.set(place, { planId: plan, unitId: unit });
      }
    for (const place of wanted.keys()) this.#known.set(place, []);
    const tx = this.#shell.tx;
    for (const { kind, id, planId: plan, cards, unitId: whose } of await cardsOfUnits(tx, [
      ...wanted.values(),
    ])) {
      const on = keyOf({ kind, id });
      for (const card of cardsOn(kind, id, { cards, unitId: whose })) {
        const place = placeOf(plan, card.unitId);
        // Of a task also cards of other units are told: those are asked for by themselves.
        if (wanted.has(place)) this.#known.get(place)?.push({ on, card });
      }
    }
    return this.#known.get(placeOf(planId, unitId)) ?? [];
  }
}

const placeOf = (planId: string, unitId: string): string => `${planId}/${unitId}`;
