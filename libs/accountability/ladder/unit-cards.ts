import type { CivilDate } from '#calendar';

/**
 * A card that a unit has earned anywhere in the plan, as an event carries it to where it is counted. Several matters of
 * one notice are one card: they have one key.
 */
export interface UnitCard {
  key: string;
  unitId: string;
  colour: string;
  on: CivilDate;
}

interface EarnedCard {
  generation: number;
  rung?: string;
  group?: string;
  colour: string;
  on: CivilDate;
  rescinded?: boolean;
}

/** The cards of a subject that stand, by whose they are: what was rescinded counts nowhere. */
export const standingCards = <C extends EarnedCard>(
  subjectId: string,
  cards: readonly C[],
  unitIdOf: (card: C) => string,
): UnitCard[] =>
  cards
    .filter(({ rescinded }) => rescinded !== true)
    .map((card) => ({
      key: card.group ?? [subjectId, card.generation, card.rung ?? card.colour].join('/'),
      unitId: unitIdOf(card),
      colour: card.colour,
      on: card.on,
    }));

/** What a unit has earned: here, and elsewhere in the plan; what is known from both sides counts once. */
export function cardsOfUnit(
  unitId: string,
  here: readonly UnitCard[],
  elsewhere: readonly UnitCard[] = [],
): UnitCard[] {
  const all = [...here, ...elsewhere].filter((card) => card.unitId === unitId);
  return [...new Map(all.map((card) => [card.key, card])).values()];
}
