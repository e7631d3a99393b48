/** What a scenario knows of an indicator. */
export interface IndicatorTarget {
  taskId: string;
  position: number;
  comparator: string;
  target: number;
  unit: string;
}

/** How far off its target a level stands at the beginning, as a part of it. */
const OFF_AT_FIRST = 0.2;

/**
 * The figure that a unit would give at a progress of 0 to 100: things are counted up from nothing, in whole ones where the target is
 * whole; rates, and amounts a head (元/月/人), stand near their target from the start and go the rest of the way.
 */
export function readingAt({ comparator, target, unit }: IndicatorTarget, progress: number): number {
  if (unit.includes('%') || unit.includes('/')) {
    const off = (OFF_AT_FIRST * (100 - progress)) / 100;
    return rounded(target * (comparator === '<=' ? 1 + off : 1 - off));
  }
  const counted = (target * progress) / 100;
  return Number.isInteger(target) ? Math.floor(counted) : rounded(counted);
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
