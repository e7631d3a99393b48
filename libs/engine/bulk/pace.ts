/** How work on many subjects is cut up. */
export interface Pace {
  /** Chunks under way at once, each on a connection of its own. */
  lanes: number;
  /** Clocks of the first chunk of a kind of clock; the next ones are as large as comes to about `subjects`. */
  clocks: number;
  /**
   * About so many subjects are in the hands of one chunk: that bounds the memory, and what a crash loses. Infinity: all
   * chunks are of `clocks`.
   */
  subjects: number;
  /** After so many clocks it ends, whatever is still due; left out: when nothing is. */
  atMost?: number;
  /** From so many clocks of one batch on, what undergoes the same is taken together. */
  togetherFrom: number;
}

export const PACE: Pace = { lanes: 2, clocks: 500, subjects: 20_000, togetherFrom: 50 };

const AT_LEAST = 50;
const AT_MOST = 5_000;

/** How many clocks the next chunk takes, where `clocks` of them moved so many subjects. */
export const nextSize = (pace: Pace, clocks: number, subjects: number): number =>
  pace.subjects === Infinity
    ? pace.clocks
    : Math.min(AT_MOST, Math.max(AT_LEAST, Math.round((pace.subjects * clocks) / Math.max(1, subjects))));
