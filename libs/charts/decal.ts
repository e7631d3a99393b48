import type { Fill, Look } from './setting.js';

/** Hatching, as ECharts takes it. */
export interface Decal {
  symbol: string;
  symbolSize?: number;
  dashArrayX: number | number[] | number[][];
  dashArrayY: number | number[];
  rotation?: number;
  color: string;
}

/** What a fill is hatched with, so that it is told from the others without colour. A new one each time: ECharts writes into it. */
export function decalOf(fill: Fill, { ink }: Look): Decal | null {
  switch (fill) {
    case 'behind':
      return { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1.2, 5], rotation: -Math.PI / 4, color: ink };
    case 'seriouslyBehind':
      return {
        symbol: 'rect',
        dashArrayX: [
          [1, 0],
          [1, 5],
        ],
        dashArrayY: [1.4, 4],
        rotation: Math.PI / 4,
        color: ink,
      };
    case 'unreported':
      return {
        symbol: 'circle',
        symbolSize: 0.6,
        dashArrayX: [
          [4, 4],
          [0, 4, 4, 0],
        ],
        dashArrayY: [4, 0],
        color: ink,
      };
    default:
      return null;
  }
}

/** The look of a bar. */
export const barStyle = (
  fill: Fill,
  look: Look,
): { color: string; borderColor: string; borderWidth: number; decal?: Decal } => {
  const decal = decalOf(fill, look);
  return {
    color: look.fills[fill],
    borderColor: look.ink,
    borderWidth: 0.8,
    ...(decal === null ? {} : { decal }),
  };
};
