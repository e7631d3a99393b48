import type { WallTile } from '#contract';
import { daysAgo, plural } from './plural.js';
import type { SpokenFile } from './spoken.js';

const round = (value: number): number => Math.round(value);

const reported = ({ reportedDaysAgo: ago }: WallTile): string =>
  ago === null ? ' (nothing reported)' : ` (reported ${daysAgo(ago)})`;

export const wall: SpokenFile<typeof import('../zh/wall.js')> = {
  wallText: {
    title: 'Wall board · Luoshi',
    menu: 'Wall board',
    tools: 'Display',
    full: 'Full screen',
    leaveFull: 'Leave full screen',
    dark: 'Dark',
    light: 'Light',
    print: 'Print',
    leave: 'Back',
    live: 'Live',
    reconnecting: 'Connecting again…',
    tasks: 'Tasks',
    progress: 'Mean progress',
    expected: (percent) => `expected today ${percent}%`,
    against: (progress, expected) => `progress ${progress}% · expected ${expected}%`,
    signs: {
      closed: 'Closed',
      onTrack: 'On track',
      behind: 'Behind',
      seriouslyBehind: 'Seriously behind',
      waiting: 'To be signed',
      standing: 'Suspended, withdrawn',
    },
    ladder: 'Ladder',
    onLevel: (tasks, units) => `${plural(tasks, 'task')} · ${plural(units, 'unit')}`,
    units: 'Reports of units',
    ofUnits: (troubled, all) => `${troubled} of ${plural(all, 'unit')} need a push`,
    noTrouble: 'All units report on time.',
    missed: (n) => `${plural(n, 'period')} missed`,
    today: 'Today',
    quiet: 'Nothing has happened today.',
    several: (n) => plural(n, 'item'),
    hint: 'Squares are tasks; the filled height is progress, the shape at the lower right the rung; progress is as last reported, what is expected is as of today. Click a square to open it, a figure above or a rung to make its tasks stand out.',
    chosen: (n) =>
      `${plural(n, 'task')} stand out; click once more for all. The name of an action leads to its list of tasks.`,
    tile: (tile) =>
      [
        `${tile.code} ${tile.title}`,
        tile.stateLabel,
        `progress ${round(tile.progress)}%, expected ${round(tile.expected)}%`,
        tile.levelLabel,
      ]
        .filter(Boolean)
        .join(', '),
    pointed: (tile, recorded) =>
      [
        `${tile.code} ${tile.title}`,
        tile.leads.join(', '),
        tile.stateLabel,
        `progress ${round(tile.progress)}%${reported(tile)}, expected today ${round(tile.expected)}%`,
        recorded === null ? null : `by the last report ${recorded.toLowerCase()}`,
        `deadline ${tile.deadlineOn}${tile.overdue ? ', passed' : ''}`,
        tile.levelLabel,
      ]
        .filter(Boolean)
        .join(' | '),
  },
};
