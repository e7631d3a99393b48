import { z } from 'zod';
import { named } from './primitives.js';

/** A level of a ladder as the policy has it. The label says it; the colour only repeats it. */
export const levelSchema = named(
  'Level',
  z.object({
    id: z.string(),
    label: z.string(),
    /** `#1f5fbf`, on screen and in print. */
    colour: z.string(),
    /** The higher, the graver. */
    rank: z.int(),
    meaning: z.string(),
  }),
);
export type LevelView = z.infer<typeof levelSchema>;
