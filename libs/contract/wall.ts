import { z } from 'zod';
import { SITTING_STATUSES } from './labels.js';
import { figuresSchema } from './plan.js';
import { idParamsSchema, idSchema, instantSchema, named, unitRefSchema } from './primitives.js';
import { standingSchema } from './standing.js';
import { unpackTiles, wallKeysSchema, wallTilesSchema, type WallTile } from './wall-tiles.js';

const count = z.int().nonnegative();

export const wallActionSchema = named(
  'WallAction',
  z.object({
    id: idSchema,
    code: z.string(),
    number: z.string().nullable(),
    name: z.string(),
    figures: figuresSchema,
    tiles: wallTilesSchema,
  }),
);
export type WallAction = z.infer<typeof wallActionSchema>;

/** How a unit stands with its reporting on the plan. */
export const wallUnitSchema = named(
  'WallUnit',
  z.object({
    unit: unitRefSchema,
    taskCount: count,
    standing: standingSchema.nullable(),
    missedSittings: count,
    latest: z
      .object({ periodLabel: z.string(), status: z.enum(SITTING_STATUSES), statusLabel: z.string() })
      .nullable(),
  }),
);
export type WallUnit = z.infer<typeof wallUnitSchema>;

/** What happened today: things of one kind that happened in one act are one line with their number. */
export const wallChangeSchema = named(
  'WallChange',
  z.object({
    at: instantSchema,
    type: z.string(),
    label: z.string(),
    count: z.int().min(1),
    /** One of the tasks; null where it was about a unit. */
    task: z.object({ id: idSchema, code: z.string(), title: z.string() }).nullable(),
    unit: z.string().nullable(),
  }),
);
export type WallChange = z.infer<typeof wallChangeSchema>;

/** How many tasks and units are on a level, from the lightest. */
export const wallLevelSchema = named(
  'WallLevel',
  z.object({ id: z.string(), label: z.string(), colour: z.string(), tasks: count, units: count }),
);
export type WallLevel = z.infer<typeof wallLevelSchema>;

/** A whole plan at a glance, as far as the person may see it: 挂图作战. */
export const wallSchema = named(
  'Wall',
  z.object({
    plan: z.object({
      id: idSchema,
      title: z.string(),
      documentNumber: z.string().nullable(),
      year: z.int(),
    }),
    at: instantSchema,
    /** The trail's position up to which everything is in this answer; what the stream of events tells beyond it is news. */
    position: count,
    figures: figuresSchema,
    levels: z.array(wallLevelSchema),
    keys: wallKeysSchema,
    actions: z.array(wallActionSchema),
    /** The heaviest standing first. */
    units: z.array(wallUnitSchema),
    /** Today's, the latest first; at most 40 lines. */
    changes: z.array(wallChangeSchema),
  }),
);
export type WallView = z.infer<typeof wallSchema>;

/** The wall with its tasks put together. */
export type Wall = Omit<WallView, 'keys' | 'actions'> & {
  actions: (Omit<WallAction, 'tiles'> & { tiles: WallTile[] })[];
};
export function unpackWall({ keys, actions, ...rest }: WallView): Wall {
  const told = { keys, levels: rest.levels };
  return { ...rest, actions: actions.map((each) => ({ ...each, tiles: unpackTiles(each.tiles, told) })) };
}

export const WALL_ROUTES = {
  wall: {
    method: 'get',
    path: '/api/v1/plans/{id}/wall',
    summary: '挂图作战：各行动的任务、督办层级、单位情况和今日动态',
    tag: 'plan',
    status: 200,
    params: idParamsSchema,
    answer: wallSchema,
  },
} as const;
