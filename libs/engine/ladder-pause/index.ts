export { followPauses } from './follow-pauses.js';
export { laddersOf, REPORTING, type NamedLadder } from './ladders-of.js';
export {
  pauseLadder,
  resumeLadder,
  type PauseLadderCommand,
  type ResumeLadderCommand,
} from './pause-ladder.js';
