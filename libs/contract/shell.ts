import { z } from 'zod';
import { planSummarySchema } from './plan.js';
import { named } from './primitives.js';
import { sessionSchema } from './session.js';

const count = z.int().nonnegative();

/** What the frame of every page shows: who it is, of which plans it may speak, and how much waits. */
export const shellSchema = named(
  'Shell',
  z.object({
    session: sessionSchema,
    /** The latest year first. */
    plans: z.array(planSummarySchema),
    /** Messages that have not been read. */
    unread: count,
    /** Sittings that are open or overdue; none for who files nothing. */
    sittingsDue: count,
  }),
);
export type ShellView = z.infer<typeof shellSchema>;
