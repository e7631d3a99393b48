/** What is asked of units as it runs, and the flag where it is too much. */
export {
  burdenOf,
  type Burden,
  type BurdenCommand,
  type MonthBurden,
  type NamedUnitMonth,
} from './burden-of.js';
export { flagBurdens } from './flag-burdens.js';
export { DEMAND_LABELS, type DemandKind, type DemandSum, type UnitMonth } from './reckon-burden.js';
