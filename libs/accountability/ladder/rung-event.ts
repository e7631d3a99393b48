import type { Instant } from '#calendar';
import type { UnitCard } from './unit-cards.js';

/** Which rung of which climb an event is about. */
export interface OfRung {
  generation: number;
  rung: string;
}

/** What an event at which a rung takes effect knows of its moment. */
export interface TakesEffect extends OfRung {
  /** The cards of the unit from all its lines and tasks in the plan, where a rule of the ladder counts them. */
  unitCards?: UnitCard[];
  /** Until when the unit may appeal against the card, where it is one. */
  appealBy?: Instant;
}
