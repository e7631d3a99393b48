import type { WallTile, Wall } from '#contract';

/** How a tile looks: one sign and one word for each, so that no colour has to be told apart. */
export const SIGNS = ['closed', 'onTrack', 'behind', 'seriouslyBehind', 'waiting', 'standing'] as const;
export type Sign = (typeof SIGNS)[number];

/** Drawn as text: in a print without colour, and for who sees none, they are what tells the tiles apart. */
export const SIGN_MARKS: Readonly<Record<Sign, string>> = {
  closed: '✓',
  onTrack: '●',
  behind: '▲',
  seriouslyBehind: '■',
  waiting: '…',
  standing: '‖',
};

const WAITING = ['drafted', 'confirmed', 'dispatched', 'disputed'];
const STANDING = ['suspended', 'withdrawn'];

/** What matters most of a task at this distance: over, standing still, not yet begun, else its schedule. */
export function signOf({ state, schedule }: Pick<WallTile, 'state' | 'schedule'>): Sign {
  if (state === 'closed') return 'closed';
  if (STANDING.includes(state)) return 'standing';
  if (WAITING.includes(state)) return 'waiting';
  return schedule;
}

/** What the wall was asked to show: the tasks of a sign, or those on a level. */
export type Choice = { sign: Sign } | { level: string };

export const isChosen = (tile: Pick<WallTile, 'state' | 'schedule' | 'level'>, choice: Choice): boolean =>
  'sign' in choice ? signOf(tile) === choice.sign : tile.level === choice.level;

export const sameChoice = (one: Choice | null, other: Choice): boolean =>
  one !== null &&
  ('sign' in other ? 'sign' in one && one.sign === other.sign : 'level' in one && one.level === other.level);

export function countSigns({ actions }: Pick<Wall, 'actions'>): Record<Sign, number> {
  const counts = { closed: 0, onTrack: 0, behind: 0, seriouslyBehind: 0, waiting: 0, standing: 0 };
  for (const { tiles } of actions) for (const tile of tiles) counts[signOf(tile)] += 1;
  return counts;
}
