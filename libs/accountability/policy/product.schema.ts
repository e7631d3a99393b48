import { z } from 'zod';
import { role } from './ladder.schema.js';

/** Who issues: the name on the red head, the word in the number, the office that prints. */
const issuer = z
  .object({
    /** 发文机关标志, without 文件: `武陵源区高质量发展指挥部办公室`. */
    name: z.string().min(1).max(40),
    /** 机关代字: `武指办`. */
    word: z.string().min(1).max(12),
  })
  .strict();

/**
 * 产品: who issues them, what is produced by itself, who gets it. What is produced by itself comes with a duty: when its window
 * opens after the period's end, the draft is there.
 */
export const productRules = z
  .object({
    issuers: z
      .object({
        headquartersOffice: issuer.prefault({ name: '高质量发展指挥部办公室', word: '指办' }),
        taskForceOffice: issuer.prefault({ name: '行动专班办公室', word: '专办' }),
        taskForceConvener: issuer.prefault({ name: '行动专班', word: '专班' }),
        supervisor: issuer.prefault({ name: '督查室', word: '督' }),
        assessor: issuer.prefault({ name: '考核办公室', word: '考' }),
      })
      .strict()
      .prefault({}),
    /** Who reviews a draft is somebody else than who issues it. */
    reviewedByAnother: z.boolean().default(false),
    /** What is drafted by itself, with which duty, about what. */
    produce: z
      .array(
        z
          .object({ with: z.string().min(1), kind: z.string().min(1), per: z.enum(['plan', 'action']) })
          .strict(),
      )
      .default([]),
    /** To whom what is issued goes, besides those it is addressed to; units: those of its plan or action. */
    deliverTo: z
      .array(role)
      .default([
        'commander',
        'deputyCommander',
        'headquartersOffice',
        'taskForceConvener',
        'taskForceOffice',
        'supervisor',
        'leadUnitHead',
        'liaison',
      ]),
  })
  .strict();

export type ProductRules = z.infer<typeof productRules>;
