/** A plan lived through on a virtual clock: people who behave as a scenario says, on the product's own engine. */
export { parseScenario, type Scenario } from './scenario.js';
export { simulate, type SimulateOptions } from './simulate.js';
export { VirtualClock } from './virtual-clock.js';
export { chanceFrom, type Chance } from './chance.js';
export {
  readScenario,
  runSimulation,
  type RunSimulationOptions,
  type SimulationRun,
} from './run-simulation.js';
export { readFigures, type SimulationFigures, type UnitFigures } from './figures.js';
