import type { ScoredIndicator } from './recorded.js';

/** How far from a figure that is only about so much a reading may be: a twentieth of it. */
const ABOUT = 0.05;

/** Whether a reading reaches its target. `+` is a growth target: the reading is the growth that was published. */
export function isReached({ comparator, value, upper }: ScoredIndicator, reading: number): boolean {
  switch (comparator) {
    case '<=':
      return reading <= value;
    case '<':
      return reading < value;
    case '>':
      return reading > value;
    case '=':
      return reading === value;
    case '~':
      return Math.abs(reading - value) <= Math.abs(value) * ABOUT;
    case 'range':
      return reading >= value && reading <= (upper ?? value);
    case '>=':
    case '+':
      return reading >= value;
    default:
      throw new Error(`unknown comparator ${comparator}`);
  }
}
