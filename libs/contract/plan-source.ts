import { z } from 'zod';
import { idSchema, named } from './primitives.js';

/** The published text of a plan, as it was read: the places of its tasks are code points of `text`. */
export const planSourceSchema = named(
  'PlanSource',
  z.object({
    planId: idSchema,
    title: z.string(),
    documentNumber: z.string().nullable(),
    /** Null: loaded without its text, which may be attached. */
    text: z.string().nullable(),
    /** Whether the reader may attach it. */
    mayAttach: z.boolean(),
  }),
);
export type PlanSource = z.infer<typeof planSourceSchema>;

export const attachedSourceSchema = named(
  'AttachedSource',
  z.object({
    planId: idSchema,
    /** Tasks that show their sentences now. */
    tasks: z.int().nonnegative(),
  }),
);
export type AttachedSource = z.infer<typeof attachedSourceSchema>;
