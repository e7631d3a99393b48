import { TRAIL_KINDS } from '#contract';
import { z } from 'zod';

const text = z.string().min(1).max(100).optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);

/** What the page's address says is searched for; what is none of it is left out. */
export const trailSearchSchema = z.object({
  kind: z.enum(TRAIL_KINDS).optional().catch(undefined),
  person: z.guid().optional().catch(undefined),
  unit: z.guid().optional().catch(undefined),
  subject: z.guid().optional().catch(undefined),
  address: text,
  from: day,
  until: day,
});
