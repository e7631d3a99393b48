import { z } from 'zod';
import { role } from './ladder.schema.js';

/** 阶梯暂停: who may stop a whole ladder, and for how long at most. */
export const ladderPauseRules = z
  .object({
    by: z.array(role).min(1).default(['supervisor', 'headquartersOffice', 'commander']),
    /** Counted from the day after; a longer stop is a new decision, or a new policy. */
    workingDaysAtMost: z.number().int().min(1).max(60).default(10),
  })
  .strict();
