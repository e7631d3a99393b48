import { z } from 'zod';
import { SCHEDULES, TASK_STATES, type TaskState } from './labels.js';
import { civilDateSchema, idSchema, named, percentSchema } from './primitives.js';

const place = z.int().nonnegative();

/**
 * The tasks of an action as the wall shows them, a column for each thing that is told of them, all of one length: a wall of
 * ten thousand tasks names no member ten thousand times, and no unit, day or state more than once. {@link unpackTiles} puts
 * them together again.
 */
export const wallTilesSchema = named(
  'WallTiles',
  z.object({
    id: z.array(idSchema),
    code: z.array(z.string()),
    title: z.array(z.string()),
    /** Places in the wall's `keys.states`. */
    state: z.array(place),
    /** In whole percent. */
    progress: z.array(percentSchema),
    /** As of now. */
    expected: z.array(percentSchema),
    /** As of now: 0 onTrack, 1 behind, 2 seriouslyBehind. */
    schedule: z.array(z.int().min(0).max(2)),
    /** The same as of the last report. */
    recorded: z.array(z.int().min(0).max(2)),
    /** How many days ago it was last reported on; -1: never. */
    reported: z.array(z.int().min(-1)),
    /** The heaviest level that the lead units' silence or the task itself has come to: a place in the wall's `levels`; -1: none. */
    level: z.array(z.int().min(-1)),
    /** Places in the wall's `keys.days`. */
    deadline: z.array(place),
    /** Places in the wall's `keys.units`. */
    leads: z.array(z.array(place)),
    /** The places, in these columns, of tasks whose deadline has passed and that are not over. */
    overdue: z.array(place),
  }),
);
export type WallTiles = z.infer<typeof wallTilesSchema>;

/** What the columns of all actions point into. */
export const wallKeysSchema = named(
  'WallKeys',
  z.object({
    /** With the gate at which a closure stands, in the label. */
    states: z.array(z.object({ state: z.enum(TASK_STATES), label: z.string() })),
    days: z.array(civilDateSchema),
    units: z.array(z.string()),
  }),
);
export type WallKeys = z.infer<typeof wallKeysSchema>;

/** A task of the wall, put together. */
export interface WallTile {
  id: string;
  code: string;
  title: string;
  state: TaskState;
  stateLabel: string;
  progress: number;
  expected: number;
  /** As of now. */
  schedule: (typeof SCHEDULES)[number];
  /** As of the last report. */
  recorded: (typeof SCHEDULES)[number];
  /** Days since the last report; null: there is none. */
  reportedDaysAgo: number | null;
  level: string | null;
  levelLabel: string | null;
  /** `YYYY-MM-DD`. */
  deadlineOn: string;
  overdue: boolean;
  leads: string[];
}
export type TileToPack = Omit<WallTile, 'levelLabel'>;

/** Columns of each list of tiles, and what they point into. `levelIds`: of the wall's `levels`, in their order. */
export function packTiles(
  lists: readonly (readonly TileToPack[])[],
  levelIds: readonly string[],
): { keys: WallKeys; columns: WallTiles[] } {
  const [states, days, units] = [new Places(), new Places(), new Places()];
  const stateOf = new Map<string, TaskState>();
  const columns = lists.map((tiles): WallTiles => ({
    id: tiles.map(({ id }) => id),
    code: tiles.map(({ code }) => code),
    title: tiles.map(({ title }) => title),
    state: tiles.map(({ state, stateLabel }) => {
      stateOf.set(stateLabel, state);
      return states.of(stateLabel);
    }),
    progress: tiles.map(({ progress }) => Math.round(progress)),
    expected: tiles.map(({ expected }) => Math.round(expected)),
    schedule: tiles.map(({ schedule }) => SCHEDULES.indexOf(schedule)),
    recorded: tiles.map(({ recorded }) => SCHEDULES.indexOf(recorded)),
    reported: tiles.map(({ reportedDaysAgo }) => reportedDaysAgo ?? -1),
    level: tiles.map(({ level }) => (level === null ? -1 : levelIds.indexOf(level))),
    deadline: tiles.map(({ deadlineOn }) => days.of(deadlineOn)),
    leads: tiles.map(({ leads }) => leads.map((name) => units.of(name))),
    overdue: tiles.flatMap(({ overdue }, at) => (overdue ? [at] : [])),
  }));
  const named = states.all.map((label) => ({ state: stateOf.get(label) ?? TASK_STATES[0], label }));
  return { keys: { states: named, days: days.all, units: units.all }, columns };
}

/** The tasks that columns tell of, in their order. */
export function unpackTiles(
  columns: WallTiles,
  { keys, levels }: { keys: WallKeys; levels: readonly { id: string; label: string }[] },
): WallTile[] {
  const overdue = new Set(columns.overdue);
  return columns.id.map((id, at): WallTile => {
    const { state, label } = keys.states[columns.state[at] ?? 0] ?? { state: TASK_STATES[0], label: '' };
    const level = levels[columns.level[at] ?? -1];
    return {
      id,
      code: columns.code[at] ?? '',
      title: columns.title[at] ?? '',
      state,
      stateLabel: label,
      progress: columns.progress[at] ?? 0,
      expected: columns.expected[at] ?? 0,
      schedule: SCHEDULES[columns.schedule[at] ?? 0] ?? 'onTrack',
      recorded: SCHEDULES[columns.recorded[at] ?? 0] ?? 'onTrack',
      reportedDaysAgo: daysAgo(columns.reported[at]),
      level: level?.id ?? null,
      levelLabel: level?.label ?? null,
      deadlineOn: keys.days[columns.deadline[at] ?? 0] ?? '',
      overdue: overdue.has(at),
      leads: (columns.leads[at] ?? []).map((unit) => keys.units[unit] ?? ''),
    };
  });
}

const daysAgo = (days = -1): number | null => (days < 0 ? null : days);

/** Each value once, by its place. */
class Places {
  readonly #at = new Map<string, number>();
  readonly all: string[] = [];

  of(value: string): number {
    const known = this.#at.get(value);
    if (known !== undefined) return known;
    this.#at.set(value, this.all.length);
    return this.all.push(value) - 1;
  }
}
