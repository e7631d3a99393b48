/** 0 up to `from`, 1 from `full` on, straight between; in steps of 0.001, so that it is written down without loss. */
export function ramp(value: number, { from, full }: { from: number; full: number }): number {
  return rounded((value - from) / (full - from));
}

/** Within 0 and 1, in steps of 0.001. */
export const rounded = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000;

/** A figure as it is read: at most one decimal. */
export const figure = (value: number): string => String(Math.round(value * 10) / 10);
