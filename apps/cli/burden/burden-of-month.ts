import { burdenOf, type Burden } from '#engine';
import { granted, inPlan, unitIdOf, type PlaceOptions } from '../scoring/in-plan.js';

export interface BurdenOptions extends PlaceOptions {
  month: string;
  /** The last month, where it is not that one alone. */
  to?: string;
  unit?: string;
}

/** @throws CliError NOT_LOADED, REFUSED */
export function burdenOfMonth(options: BurdenOptions): Promise<Burden> {
  return inPlan(options, async (place) => {
    const { engine, jurisdictionId, planId } = place;
    const unitId = options.unit === undefined ? null : await unitIdOf(place, options.unit);
    const { month: from, to = from } = options;
    return granted(await burdenOf(engine.context, { jurisdictionId, unitId, planId, from, to }));
  });
}
