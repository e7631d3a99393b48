import { z } from 'zod';
import { labelledSchema, named } from './primitives.js';

/** One field of an action's form. `text` is some lines of words, `percent` a number from 0 to 100, `units` is ids of units, `choice` one of `choices`. */
export const actionFieldSchema = named(
  'ActionField',
  z.object({
    name: z.string(),
    label: z.string(),
    kind: z.enum(['text', 'date', 'units', 'choice', 'percent']),
    required: z.boolean(),
    choices: z.array(labelledSchema).optional(),
    /** Of units: no more than so many. */
    atMost: z.int().min(1).optional(),
  }),
);
export type ActionField = z.infer<typeof actionFieldSchema>;

/**
 * What the signed-in person may do with this thing now. A page shows a button `label` for it, asks for
 * `fields`, and posts them to `href` with the thing's ETag; it needs no rules of its own.
 */
export const allowedActionSchema = named(
  'AllowedAction',
  z.object({
    action: z.string(),
    label: z.string(),
    href: z.string(),
    /** A step that is hard to take back: ask again before it is sent. */
    grave: z.boolean(),
    needsReason: z.boolean(),
    fields: z.array(actionFieldSchema),
    /** Possible at any time and wanted rarely: a page puts it into a menu. */
    seldom: z.boolean().optional(),
    /** What exactly it is about, where the thing has several: which card, which rung. */
    about: z.string().optional(),
  }),
);
export type AllowedAction = z.infer<typeof allowedActionSchema>;
