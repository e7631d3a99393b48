import { z } from 'zod';
import { time } from './ladder.schema.js';

/** 考核: for how many working days units may object against a preview, and at what time of the last one that ends. */
export const assessmentRules = z
  .object({
    objectionDays: z.number().int().min(1).max(30).default(5),
    closesAt: time.default('17:30'),
  })
  .strict();
