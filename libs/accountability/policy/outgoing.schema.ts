import { z } from 'zod';

/** How other systems are told of events, and for how long it is tried. */
export const outgoingRules = z
  .object({
    /** Before the second attempt; each further pause is so many times as long, up to the longest. */
    firstRetrySeconds: z.number().min(1).max(3600).default(5),
    retryFactor: z.number().min(1).max(10).default(4),
    longestPauseHours: z.number().min(0.1).max(24).default(6),
    /** An event that could not be handed over for so long pauses its subscription, aloud. */
    giveUpAfterHours: z
      .number()
      .min(1)
      .max(14 * 24)
      .default(72),
    /** So long both the new and the former secret sign, and both keys fetch. */
    secretOverlapHours: z
      .number()
      .min(0)
      .max(14 * 24)
      .default(24),
    /** Deliveries that are settled are listed so long. Events are kept. */
    keepDeliveriesDays: z.number().int().min(1).max(3660).default(90),
  })
  .strict();
export type OutgoingRules = z.infer<typeof outgoingRules>;
