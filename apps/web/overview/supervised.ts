import type { Figures } from '#contract';

/** Tasks on any rung; `none` counts those on none. */
export const supervised = ({ byColour }: Figures): number =>
  Object.entries(byColour).reduce((all, [colour, count]) => (colour === 'none' ? all : all + count), 0);
