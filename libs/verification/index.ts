/** A search through everything that can happen to one task, its reporting lines and its ladders, within stated bounds. */
export { explore, type Bounds, type Explored, type Finding } from './explore.js';
export { attempt, movesIn, timePasses, type Move } from './moves.js';
export { happen, worldAt, OTHER, TASK, UNIT, type Beginning, type Stepped, type World } from './world.js';
