import { z } from 'zod';
import { ROLES } from '#accountability';
import { readDataFile, type DataFileResult } from '#data-file';

const peopleSeedSchema = z
  .object({
    schema: z.literal('luoshi.people/1'),
    /** Posts of the plan or of the whole jurisdiction. */
    offices: z.array(
      z
        .object({
          username: z.string().min(2),
          name: z.string().min(2),
          unit: z.string(),
          role: z.enum(ROLES),
          scope: z.enum(['plan', 'jurisdiction']).default('plan'),
        })
        .strict(),
    ),
    /** Usernames that get a password at the first start. */
    signIn: z.array(z.string()),
  })
  .strict();

export type PeopleSeed = z.output<typeof peopleSeedSchema>;

export const parsePeopleSeed = (text: string): DataFileResult<PeopleSeed> =>
  readDataFile(peopleSeedSchema, text);
